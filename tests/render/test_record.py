from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive import assemble
from generator.errors import Doubt
from generator.model import Page
from generator.render import render
from tests.render import samples
from tests.render.html import Reader, read


@pytest.fixture(scope="module")
def made() -> dict[str, Page]:
    folder = Path("/nowhere")
    pages = render(samples.archive(folder), samples.records(), samples.settings(folder), samples.CURATED)
    return {page.uri: page for page in pages if page.uri.startswith("records/")}


def _read(made: dict[str, Page], name: str) -> tuple[dict[str, object], Reader]:
    return read(made[f"records/{name}.md"])


def test_marks_and_card_lead_to_each_other(made: dict[str, Page]) -> None:
    for name in ("000-call", "001-rabat"):
        _, reader = _read(made, name)
        references = reader.all("a", class_="ref")
        inside = [each for each in references if any(up.attributes.get("class") == "text" or up.tag == "h1" for up in each.above)]
        back = [each for each in references if any(up.tag == "aside" for up in each.above)]
        assert inside
        assert sorted(each.attributes["data-n"] for each in inside) == sorted({each.attributes["data-n"] for each in back})
        assert {each.attributes["href"] for each in back} == {f"#e{each.attributes['data-n']}" for each in inside}
        assert not any(each.text for each in references), "copied words would carry the number"


def test_the_text_is_the_seeds_words(made: dict[str, Page]) -> None:
    _, reader = _read(made, "000-call")
    second = reader.all("p")[2].text
    assert second == "Trade came to $1.9 billion\u202f * a record_high_ [so <far>] | they said."
    assert [each.text for each in reader.all("th")] == ["Sector", "Value"]
    (quote,) = reader.all("blockquote")
    assert quote.above[-1].attributes.get("dir") == "rtl"


def test_a_title_of_the_text_is_the_heading_with_its_marks(made: dict[str, Page]) -> None:
    _, reader = _read(made, "001-rabat")
    (heading,) = reader.all("h1")
    assert heading.text.startswith("مباحثات بين المغرب وكازاخستان")
    assert not [each for each in reader.all("h2") if each.text.startswith("مباحثات")]
    assert [each.text for each in reader.all("li")][:2] == ["C++", "EDF"]


def test_a_devised_title_stands_in_brackets(made: dict[str, Page]) -> None:
    front, reader = _read(made, "000-call")
    assert front["title"] == "[France and Kazakhstan: phone call]"
    assert reader.all("h1")[0].text == "[France and Kazakhstan: phone call]"


def test_a_text_for_citation_only_is_not_published(made: dict[str, Page]) -> None:
    page = made["records/002-rails.md"]
    assert "ouvert une" not in page.body
    assert "négociation" in page.body
    _, reader = _read(made, "002-rails")
    assert not reader.all("mark")


def test_removed_lines_are_told(made: dict[str, Page]) -> None:
    _, reader = _read(made, "000-call")
    told = reader.all("details", class_="end")[0]
    assert "Share this" in told.text


def test_the_card_says_not_found_and_why(made: dict[str, Page]) -> None:
    _, reader = _read(made, "003-bare")
    (date,) = reader.all("div", data_field="date")
    assert "Not found" in date.text
    _, reader = _read(made, "001-rabat")
    (date,) = reader.all("div", data_field="date")
    assert "25 أغسطس" in date.text
    assert "السنة" in date.text


def test_frame_and_article_tell_their_languages(made: dict[str, Page]) -> None:
    front, _ = _read(made, "001-rabat")
    assert (front["language"], front["direction"]) == ("ar", "rtl")
    assert (front["record_language"], front["record_direction"]) == ("ar", "rtl")
    assert front["alternates"] == {code: f"records/001-rabat/#card-{code}" for code in ("ar", "fr", "en")}


def test_a_former_id_leads_on(made: dict[str, Page]) -> None:
    front, _ = _read(made, "old-name")
    assert front["redirect"] == "records/002-rails/"


def test_latin_words_with_signs_keep_their_order_in_arabic(made: dict[str, Page]) -> None:
    _, reader = _read(made, "001-rabat")
    inside = [each for each in reader.all("bdi", dir="ltr") if any(up.attributes.get("class") == "text" for up in each.above)]
    assert [each.text for each in inside] == ["C++", "C++"]


def test_doubts_of_a_fact_stand_under_it_and_those_of_the_file_nowhere() -> None:
    folder = Path("/nowhere")
    record = samples.records()[1]
    place = {"seed": record.entry.path, "line": 1, "column": 1, "level": "note"}
    doubts = (
        Doubt(**place, code="D108", values={"name": "x"}),  # type: ignore[arg-type]
        Doubt(**place, code="D403", values={"value": "XXXX-08-25"}),  # type: ignore[arg-type]
        Doubt(**place, code="D432", values={"party": "MAR"}),  # type: ignore[arg-type]
    )
    record = replace(record, entry=replace(record.entry, doubts=doubts))
    archive = assemble([record.entry], samples.settings(folder))
    pages = {page.uri: page for page in render(archive, [record], samples.settings(folder), samples.CURATED)}
    _, reader = read(pages["records/001-rabat.md"])
    assert "لا يذكر النص سنة 25 أغسطس، السنة غير معروفة" in reader.all("div", data_field="date")[0].text
    assert "ليس مؤكدًا أن" in reader.all("div", data_field="parties")[0].text
    assert not reader.all("div", data_field="doubts")
