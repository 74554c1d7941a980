"""What stands beside a record, the figures of a relation, the map, and the days of the year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive import assemble
from generator.curated import load
from generator.model import Entry, Figure, Page, Source
from generator.render import render
from tests.render import samples
from tests.render.html import Reader, read
from tests.render.samples import stated

FOLDER = Path("/nowhere")


def _report(name: str, language: str, day: str, **more: object) -> Entry:
    values = {"parties": (stated("FRA"), stated("KAZ")), "event": stated("visit"), "date": stated(day)}
    return samples.entry(name, language, f"Title of {name}", "rtl" if language == "ar" else "ltr", **{**values, **more})


FIGURES = (stated(Figure(value=4_200_000_000, unit="USD", what="trade came to 4.2 billion dollars")),)
ENTRIES = (
    _report("older", "fr", "2020-02-03"),
    _report("one", "en", "2023-11-01", figures=FIGURES, source=stated(Source(name="The <Gazette>"))),
    replace(_report("two", "ar", "2023-11-01", figures=FIGURES), title=stated("زيارة إلى أستانا")),
    _report("later", "en", "2024-05-06", event=stated("phone-call")),
    _report("apart", "en", "2024-05-06", parties=(stated("BRA"), stated("ARG"))),
)


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    settings = samples.settings(FOLDER)
    records = [replace(samples.records()[3], entry=entry) for entry in ENTRIES]
    curated = replace(samples.CURATED, tiles=load().tiles)
    return {page.uri: page for page in render(assemble(ENTRIES, settings), records, settings, curated)}


def _links(page: Page, heading: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Address, language, direction and relation of the records in the section of a heading."""
    _, reader = read(page)
    found: list[tuple[str | None, str | None, str | None, str | None]] = []
    inside = ""
    for each in reader.elements:
        if each.tag in ("h2", "h3"):
            inside = each.text
        elif each.tag == "a" and each.attributes.get("class") == "t" and inside == heading:
            attributes = each.attributes
            found.append((attributes["href"], attributes["lang"], attributes["dir"], attributes.get("rel")))
    return found


def test_a_record_shows_the_other_texts_on_its_event_in_their_own_direction(pages: dict[str, Page]) -> None:
    assert _links(pages["records/one.md"], "Also reported in") == [("../two/#card-en", "ar", "rtl", None)]
    assert _links(pages["records/later.md"], "Also reported in") == []
    _, reader = read(pages["records/two.md"])
    assert [each.text for each in reader.all("span", class_="note")].count("The <Gazette>") >= 1


def test_a_record_leads_to_its_neighbours_in_the_relation(pages: dict[str, Page]) -> None:
    around = _links(pages["records/one.md"], "Before and after")
    assert [rel for *_, rel in around] == ["prev", "next"]
    assert around[0][0] == "../older/#card-en"
    assert [rel for *_, rel in _links(pages["records/later.md"], "Before and after")] == ["prev"]
    assert _links(pages["records/apart.md"], "Before and after") == []


def test_related_records_share_sides_and_are_not_on_the_same_event(pages: dict[str, Page]) -> None:
    related = {href for href, *_ in _links(pages["records/one.md"], "Related records")}
    assert related == {"../older/#card-en", "../later/"}
    assert _links(pages["records/apart.md"], "Related records") == []


def test_a_figure_is_told_once_with_its_words_and_its_texts(pages: dict[str, Page]) -> None:
    _, reader = read(pages["en/relations/fra-kaz.md"])
    figures = next(each for each in reader.elements if each.attributes.get("class") == "fig")
    assert figures.text.count("2 texts") == 1
    assert "trade came to 4.2 billion dollars" in figures.text
    assert any(each.attributes.get("href") == "../../../records/one/#f-figures" for each in reader.all("a"))


def _tiles(reader: Reader) -> dict[str, str]:
    groups = [each for each in reader.elements if each.tag == "g"]
    return {group.text[:3]: group.text[3:] for group in groups}


def test_the_map_is_a_picture_with_a_name_and_the_numbers_of_the_table_beside_it(pages: dict[str, Page]) -> None:
    _, reader = read(pages["en/countries/fra.md"])
    svg = next(each for each in reader.elements if each.tag == "svg" and each.attributes.get("role") == "img")
    names = {each.attributes.get("id"): each.text for each in reader.elements if each.tag in ("title", "desc")}
    assert all(names[part] for part in (svg.attributes["aria-labelledby"] or "").split())
    assert _tiles(reader) == {"ARG": "", "BRA": "", "FRA": "", "KAZ": "4"}
    rows = {each.text.split("Kazakhstan")[-1] for each in reader.elements if each.tag == "tr" and each.text.startswith("Kazakhstan")}
    assert rows == {"4"}


def test_the_map_of_all_countries_has_the_counts_of_the_list_below(pages: dict[str, Page]) -> None:
    _, reader = read(pages["ar/countries.md"])
    assert _tiles(reader) == {"ARG": "1", "BRA": "1", "FRA": "4", "KAZ": "4"}


def test_days_of_the_year_hold_the_records_of_all_years(pages: dict[str, Page]) -> None:
    _, index = read(pages["fr/dates/days.md"])
    days = [each.attributes["href"] for each in index.all("a") if "#d" in (each.attributes["href"] or "")]
    assert days == ["02/#d03", "05/#d06", "11/#d01"]
    _, november = read(pages["fr/dates/days/11.md"])
    assert [each.text for each in november.elements if each.attributes.get("id") == "d01"] == ["1er novembre"]
    assert len(november.all("a", class_="t")) == 2
