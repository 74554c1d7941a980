"""The main job on the sample texts beside the checkout: what a stranger who builds them must find."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import Built, chancery

pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("samples")]

LANGUAGES = ["en", "ar", "fr", "ar", "fr"]
DIRECTIONS = ["ltr", "rtl", "ltr", "rtl", "ltr"]
PARTIES = [{"FRA", "KAZ"}, {"FRA", "KAZ"}, {"KAZ", "MAR"}, {"KAZ", "TJK"}, {"EU", "KAZ"}]
DATES = [None, "XXXX-XX-01", None, "XXXX-08-25", None]
PAGE_RESTS = ["Laisser un commentaire", "Votre adresse e-mail", "تعليق", "أكتب شيئا", "مواضيع ذات صلة", "237online.com", "المحرر"]


class Article(HTMLParser):
    """The record's article of a page: its attributes, the words of its text, and how many tables that has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.words: list[str] = []
        self.tables = 0
        self._depth = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "article" and "data-record" in found:
            self.attributes = found
        if tag == "div" and (self._depth or "text" in (found.get("class") or "").split()):
            self._depth += 1
        self.tables += bool(self._depth and tag == "table")

    def handle_endtag(self, tag: str) -> None:
        self._depth -= bool(self._depth and tag == "div")

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.words.append(data)


@pytest.fixture(scope="module")
def catalogue(shared: Path, project: Path) -> list[dict]:
    result = chancery("catalogue", shared / "seeds", "--format", "json", cwd=project)
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def site(sample_site: Built) -> Path:
    return sample_site.site


def test_languages_directions_parties_and_dates(catalogue: list[dict]) -> None:
    assert [record["language"]["value"] for record in catalogue] == LANGUAGES
    assert [record["direction"] for record in catalogue] == DIRECTIONS
    assert [{party["value"] for party in record["parties"]} for record in catalogue] == PARTIES
    assert [record["date"] and record["date"]["value"] for record in catalogue] == DATES


def test_every_inferred_value_shows_its_words(catalogue: list[dict], shared: Path) -> None:
    for record in catalogue:
        text = (shared / "seeds" / f"{record['id']}.txt").read_text(encoding="utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        for value in values(record):
            assert value["evidence"] or value["basis"] != "inferred" or value is record["language"]
            for evidence in value["evidence"]:
                assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_body_and_removals_cover_every_character_once(catalogue: list[dict], shared: Path) -> None:
    for record in catalogue:
        text = (shared / "seeds" / f"{record['id']}.txt").read_text(encoding="utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        spans = [span for block in record["body"] for span in block["spans"]] + [[gone["start"], gone["end"]] for gone in record["removed"]]
        covered = [place for start, end in spans for place in range(start, end)]
        assert len(covered) == len(set(covered))
        assert {place for place, character in enumerate(text) if not character.isspace()} <= set(covered)


def test_five_record_pages_in_their_direction_without_page_rests(site: Path, shared: Path) -> None:
    seeds = sorted(path.stem for path in (shared / "seeds").glob("*.txt"))
    for seed, language, direction in zip(seeds, LANGUAGES, DIRECTIONS, strict=True):
        html = (site / "records" / seed.replace("_", "-") / "index.html").read_text(encoding="utf-8")
        article = Article(html)
        assert (article.attributes["data-record"], article.attributes["lang"], article.attributes["dir"]) == (seed, language, direction)
        text = "".join(article.words)
        told = re.sub(r"\s+", " ", body_of(html))
        assert text.strip()
        assert not [rest for rest in PAGE_RESTS if rest in told], seed


def body_of(html: str) -> str:
    """The words of the article's text without the note on removed lines at its end."""
    start = html.index('<div class="text">')
    end = html.find('class="end"', start)
    return re.sub(r"<[^>]+>", " ", html[start : end if end > 0 else html.index("<aside", start)])


def test_both_tables_of_the_english_text_are_tables(site: Path, shared: Path) -> None:
    seed = sorted(path.stem for path in (shared / "seeds").glob("*.txt"))[0]
    assert Article((site / "records" / seed.replace("_", "-") / "index.html").read_text(encoding="utf-8")).tables == 2


def test_index_pages_list_what_they_should(site: Path) -> None:
    assert len(set(re.findall(r"records/(\d{3}-[0-9a-f]+)", (site / "fr/countries/kaz/index.html").read_text(encoding="utf-8")))) == 5
    assert len(set(re.findall(r"records/(\d{3}-[0-9a-f]+)", (site / "en/relations/fra-kaz/index.html").read_text(encoding="utf-8")))) == 2
    assert (site / "ar/dates/undated/index.html").is_file()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("fr/countries/kaz", ["Kazakhstan", "25 août"]),
        ("en/countries/kaz", ["Kazakhstan", "25 August"]),
        ("ar/countries/kaz", ["كازاخستان", "25 أغسطس"]),
        ("ar/relations/fra-kaz", ["فرنسا", "كازاخستان"]),
    ],
)
def test_names_and_dates_are_in_the_page_s_language(site: Path, page: str, words: list[str]) -> None:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    assert all(word in html for word in words)


def values(record: dict) -> list[dict]:
    """Every value object of a catalogue object but a devised title."""
    single = [record[key] for key in ("title", "date", "published", "event", "source") if record[key]]
    many = [value for key in ("parties", "mentions", "organisations", "topics", "people", "figures") for value in record[key]]
    return [value for value in (*single, *many) if value["basis"] != "devised"]


FLOORS = {"language": 0.97, "direction": 1.0, "parties": 0.75}


def test_labelled_texts_meet_the_floor(shared: Path, project: Path) -> None:
    result = chancery("evaluate", shared / "corpus", "--format", "json", cwd=project)
    assert result.returncode == 0, result.stderr
    scores = json.loads(result.stdout)["scores"]
    assert all(scores[field] >= floor for field, floor in FLOORS.items()), scores
