"""Every page speaks one interface language: no string of another one leaks into it, whatever languages the settings list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.settings import read_settings
from generator.text.catalogue import catalogue_path
from tests.conftest import PROJECT, Built

LANGUAGES = read_settings(PROJECT).languages
_HOLES = re.compile(r"%\(\w+\)s")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_TOLD = ("aria-label", "title", "placeholder", "content")
_CITATION = "Z3988"
"""The class of an empty element whose title is for citation managers: what it holds of a record is in the record's language."""
SHORTEST = 12
"""A piece of a message is looked for inside other words from this length on; shorter ones must be the whole text."""


class _Texts(HTMLParser):
    """Texts and spoken attributes of a page, each with the language that it stands in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        language = attributes.get("lang") or (self._open[-1][1] if self._open else "")
        told = tag != "meta" and attributes.get("class") != _CITATION
        self.found += [(language, attributes[name] or "") for name in _TOLD if name in attributes and told]
        if tag not in _VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open and not {"script", "style", "code"} & {tag for tag, _ in self._open}:
            self.found.append((self._open[-1][1], " ".join(data.split())))


@lru_cache(maxsize=16)
def _messages(language: str) -> frozenset[str]:
    """What the catalogue of a language says; English says the messages themselves."""
    with catalogue_path(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    said: set[str] = set()
    for message in catalogue:
        for key, value in _both(message.id, message.string):
            said.add(value or key)
    return frozenset(said)


def _both(key: object, value: object) -> Iterator[tuple[str, str]]:
    keys = key if isinstance(key, tuple | list) else (key,)
    values = value if isinstance(value, tuple | list) else (value,)
    for number, each in enumerate(values):
        yield str(keys[min(number, len(keys) - 1)]), str(each or "")


def _pieces(language: str) -> set[str]:
    return {piece.strip(" .:;,()") for message in _messages(language) for piece in _HOLES.split(message)}


@lru_cache(maxsize=16)
def _foreign(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Whole texts, and long pieces of texts, that only other languages' catalogues say."""
    own = " | ".join(_messages(language)).casefold()
    others = {piece for other in LANGUAGES if other != language for piece in _pieces(other)}
    foreign = {piece for piece in others if re.search(r"[^\W\d_]{3}", piece) and piece.casefold() not in own}
    long = sorted((re.escape(piece) for piece in foreign if len(piece) >= SHORTEST), key=len, reverse=True)
    return frozenset(foreign), re.compile("|".join(long))


def leaks(page: str) -> list[tuple[str, str]]:
    """Texts of a page that another interface language's catalogue says, with the language that they stand in."""
    found = []
    for language, text in _Texts(page).found:
        if language in LANGUAGES:
            whole, pieces = _foreign(language)
            if text.strip(" .:;,()") in whole or pieces.search(text):
                found.append((language, text))
    return found


def _leaking(site: Path) -> dict[str, list[tuple[str, str]]]:
    places = sorted(site.rglob("*.html"))
    assert len(places) > 100
    found = {place.relative_to(site).as_posix(): leaks(place.read_text(encoding="utf-8")) for place in places}
    return {place: leaked for place, leaked in found.items() if leaked}


def test_no_string_of_another_language_stands_on_any_page(archive_site: Built) -> None:
    assert _leaking(archive_site.site) == {}


@pytest.mark.shared
def test_none_stands_on_any_page_of_the_sample_texts(whole_sample_site: Built) -> None:
    assert _leaking(whole_sample_site.site) == {}


@pytest.mark.parametrize(
    ("page", "leaked"),
    [
        ('<html lang="fr"><p>Related records</p></html>', 1),
        ('<html lang="fr"><p>Notices voisines</p></html>', 0),
        ('<html lang="fr"><p lang="en">Related records</p></html>', 0),
        ('<html lang="ar"><nav aria-label="Interface language"></nav></html>', 1),
        ('<html lang="ru"><p>3 lines were removed from this text</p></html>', 1),
        ('<html lang="ru"><span class="Z3988" title="rft.title=consultations"></span></html>', 0),
    ],
)
def test_what_counts_as_a_leak(page: str, leaked: int) -> None:
    assert len(leaks(page)) == leaked


def test_every_interface_language_has_a_catalogue_a_home_and_hand_written_pages(archive_site: Built) -> None:
    for language in LANGUAGES:
        assert catalogue_path(language).is_file()
        for tail in ("", "about/", "contribute/", "search/", "countries/", "dates/days/"):
            page = (archive_site.site / language / tail / "index.html").read_text(encoding="utf-8")
            assert f'<html lang="{language}"' in page
            assert all(f'hreflang="{other}"' in page for other in LANGUAGES)
            assert "This page is not written in" not in page
