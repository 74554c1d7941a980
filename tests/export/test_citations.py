from __future__ import annotations

import json
import re

import bibtexparser
import pytest
import rispy

from generator.model import Archive, Entry
from generator.text.citing import cited_date, shown_title
from tests.export.conftest import SITE, exported, plain, records

_NAMED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}


def written(text: str) -> str:
    """What LaTeX prints for text in which every live character is a command."""
    return re.sub(r"\\text\w+\{\}|\\([&%$#_])", lambda match: match[1] or _NAMED[match[0]], text)


@pytest.fixture(scope="module")
def entries(archive: Archive) -> tuple[Entry, ...]:
    return archive.entries


def test_bibtex_keeps_title_date_and_language(files: dict[str, bytes], entries: tuple[Entry, ...]) -> None:
    for entry in entries:
        parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False, common_strings=True)
        (found,) = parser.parse(files[f"records/{entry.slug}/citation.bib"].decode()).entries
        assert written(found["title"].removeprefix("{").removesuffix("}")) == plain(shown_title(entry.title))
        assert found.get("date") == cited_date(entry)
        assert found["language"] == entry.language.value
        assert found["url"] == f"{SITE}/records/{entry.slug}/"
        assert found["ID"] == entry.slug
    assert b"langid = {arabic}" in files["records/001-rabat/citation.bib"]


def test_ris_keeps_title_date_and_language(files: dict[str, bytes], entries: tuple[Entry, ...]) -> None:
    for entry in entries:
        (found,) = rispy.loads(files[f"records/{entry.slug}/citation.ris"].decode())
        assert found["type_of_reference"] == "NEWS"
        assert found["title"] == plain(shown_title(entry.title))
        assert found["language"] == entry.language.value
        date = cited_date(entry)
        assert found.get("year") == (date[:4] if date else None)
        assert found["urls"] == [f"{SITE}/records/{entry.slug}/"]


def test_csl_keeps_title_date_and_language(files: dict[str, bytes], entries: tuple[Entry, ...]) -> None:
    for entry in entries:
        (found,) = json.loads(files[f"records/{entry.slug}/citation.json"])
        assert (found["type"], found["title"]) == ("article-newspaper", plain(shown_title(entry.title)))
        assert found["language"] == entry.language.value
        date = cited_date(entry)
        parts = found.get("issued", {}).get("date-parts", [[]])[0]
        assert "-".join(f"{part:02}" for part in parts) == (date or "")


def test_an_events_day_says_that_it_is_one(files: dict[str, bytes]) -> None:
    assert "N1  - event-date: 2023-11-01\n" in files["records/000-call/citation.ris"].decode()
    (arabic,) = json.loads(files["records/001-rabat/citation.json"])
    assert arabic["issued"] == {"date-parts": [[2022, 8, 26]]}
    assert arabic["event-date"] == {"literal": "XXXX-08-25"}
    (bare,) = json.loads(files["records/003-bare/citation.json"])
    assert not {"issued", "event-date", "note"} & bare.keys()


def test_without_an_address_the_source_is_cited() -> None:
    files = exported(records(), site_url=None)
    (found,) = json.loads(files["records/000-call/citation.json"])
    assert found["URL"] == "https://office.example/a?b=1&c=2"
    (odd,) = json.loads(files["records/bad-tag/citation.json"])
    assert odd["URL"] == "https://press.example/a?b=%7Bc%7D&d=%C3%A9"
