from __future__ import annotations

import html as html_of
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

import pytest

from generator.archive import assemble
from generator.model import Page
from generator.render import page_text, render
from tests.render import samples
from tests.render.html import Reader, address, read

FILES = (".txt", ".xml", ".json", ".jsonl", ".csv", ".bib", ".ris", "SHA256SUMS")
"""Links to files that stand beside the pages; tests/export follows them."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    folder = tmp_path_factory.mktemp("archive")
    made = render(samples.archive(folder), samples.records(), samples.settings(folder), samples.CURATED)
    return {page.uri: page for page in made}


@pytest.fixture(scope="module")
def html(pages: dict[str, Page]) -> dict[str, tuple[dict[str, object], Reader]]:
    return {address(uri): read(page) for uri, page in pages.items()}


def test_every_page_is_well_formed_and_no_id_stands_twice(html: dict[str, tuple[dict[str, object], Reader]]) -> None:
    for place, (_, reader) in html.items():
        assert reader.faults == [], place
        ids = Counter(each.attributes["id"] for each in reader.elements if "id" in each.attributes)
        assert [name for name, count in ids.items() if count > 1] == [], place


def test_every_link_is_relative_and_leads_to_a_page_and_a_place_in_it(html: dict[str, tuple[dict[str, object], Reader]]) -> None:
    ids = {place: {each.attributes.get("id") for each in reader.elements} for place, (_, reader) in html.items()}
    for place, (front, reader) in html.items():
        links = [each.attributes["href"] or "" for each in reader.all("a")] + [step["href"] for step in front["path"]]  # type: ignore[index,attr-defined]
        for link in links:
            if link.startswith(("http://", "https://")) or link.endswith(FILES):
                continue
            assert not link.startswith("/"), (place, link)
            path, _, fragment = link.partition("#")
            target = normpath(f"/{place}{path}").strip("/") + "/" if path else place
            target = "" if target == "/" else target
            if target.endswith(("about/", "contribute/")):
                continue
            assert target in html, (place, link)
            assert not fragment or unquote(fragment) in ids[target], (place, link)
        for tail in front["alternates"].values():  # type: ignore[attr-defined]
            assert tail.partition("#")[0] in html, (place, tail)


def test_every_index_page_stands_in_every_language(html: dict[str, tuple[dict[str, object], Reader]]) -> None:
    tails = {code: {place[3:] for place in html if place.startswith(f"{code}/")} for code in ("ar", "fr", "en")}
    assert tails["ar"] == tails["fr"] == tails["en"]
    assert {"", "search/", "countries/kaz/", "relations/fra-kaz/", "relations/kaz-fra/", "dates/undated/", "organisations/eu/"} <= tails[
        "ar"
    ]
    assert {"dates/2023/", "dates/2023/11/", "topics/07/", "people/macron-emmanuel/", "languages/ar/", "records/"} <= tails["ar"]


def test_a_country_lists_its_records_and_a_pair_its_own(html: dict[str, tuple[dict[str, object], Reader]]) -> None:
    def listed(place: str) -> list[str]:
        return [each.attributes["href"] or "" for each in html[place][1].all("a", class_="t")]

    assert len(listed("fr/countries/kaz/")) == 3
    assert listed("en/relations/fra-kaz/") == ["../../../records/000-call/"]
    assert listed("ar/relations/fra-kaz/") == ["../../../records/000-call/#card-ar"]
    assert len(listed("ar/dates/undated/")) == 2
    assert listed("fr/countries/bel/") == ["../../../records/001-rabat/#card-fr"]


def test_foreign_titles_tell_language_and_direction(html: dict[str, tuple[dict[str, object], Reader]]) -> None:
    titles = {each.attributes["lang"]: each.attributes["dir"] for each in html["fr/countries/kaz/"][1].all("a", class_="t")}
    assert titles == {"en": "ltr", "ar": "rtl", "fr": "ltr"}


def test_datetime_is_only_what_html_knows(html: dict[str, tuple[dict[str, object], Reader]]) -> None:
    times = {each.attributes.get("datetime") for _, reader in html.values() for each in reader.all("time")}
    assert times == {"2023-11-01", "2022-08-26", "2021-02"}
    spans = {each.attributes.get("data-edtf") for _, reader in html.values() for each in reader.all("span", class_="time")}
    assert "XXXX-08-25" in spans


def test_front_matter_is_inert(pages: dict[str, Page]) -> None:
    hostile = samples.entry("004", "en", 'Talks "held" <script>alert(1)</script>: {{ x }} --- `a`')
    folder = Path("/nowhere")
    archive = assemble([hostile], samples.settings(folder))
    record = replace(samples.records()[3], entry=hostile)
    for page in render(archive, [record], samples.settings(folder), samples.CURATED):
        front, reader = read(page)
        assert "<" not in str(front["title"])
        assert not reader.all("script")


def test_the_same_archive_gives_the_same_bytes(pages: dict[str, Page]) -> None:
    folder = Path("/nowhere")
    again = render(samples.archive(folder), samples.records(), samples.settings(folder), samples.CURATED)
    assert {page.uri: page_text(page) for page in again} == {uri: page_text(page) for uri, page in pages.items()}


def test_long_lists_are_divided_by_year() -> None:
    folder = Path("/nowhere")
    archive = assemble(samples.many(150), samples.settings(folder))
    made = {page.uri: page for page in render(archive, (), samples.settings(folder), samples.CURATED)}
    years = sorted(uri for uri in made if uri.startswith("fr/countries/fra/"))
    assert years == [f"fr/countries/fra/{year}.md" for year in range(2015, 2022)]
    _, bare = read(made["fr/countries/fra.md"])
    assert len(bare.all("a", class_="t")) == sum(1 for entry in archive.entries if entry.date and entry.date.value.startswith("2021"))


def test_home_carries_the_words_of_the_frame(html: dict[str, tuple[dict[str, object], Reader]]) -> None:
    words = html["ar/"][0]["words"]
    assert isinstance(words, dict)
    assert words["countries"] == "البلدان"
    assert words["autonym"] == "العربية"


def test_no_word_of_another_interface_language_leaks_into_an_arabic_page(pages: dict[str, Page]) -> None:
    told = re.compile(r"<(\w+)(?: [^>]*)? lang=\"(?!ar)[^>]*>.*?</\1>|<[^>]+>", re.DOTALL)
    codes = {"KAZ", "FRA", "MAR", "BEL", "EU", "Chancery", "Co", "XXXX", "US"}  # US$ is the dollar's sign in Arabic too
    standards = {
        "BCP",
        "CAMEO",
        "Core",
        "Dublin",
        "EDTF",
        "Frictionless",
        "JSON",
        "OAI",
        "PLOVER",
        "PMH",
        "Schema",
        "UNBIS",
        "visit",
        "phone",
        "third",
        "party",
        "multilateral",
        "records",
        "csv",  # of records.csv
    }
    for uri, page in pages.items():
        if uri.startswith("ar/"):
            words = set(re.findall(r"[A-Za-z]{2,}", html_of.unescape(told.sub(" ", page.body))))
            named = standards if uri == "ar/data.md" else {"chancery", "check"} if uri == "ar/checks.md" else set()
            assert words - codes - named == set(), uri
