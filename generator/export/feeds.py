"""What is new, for feed readers: Atom and JSON Feed of the site and of every country, relation, topic and person.

A feed speaks the interface language that it stands under; each entry's title is in the record's own. Records come by
the day they were added or changed, as stated; those without such a day follow, the latest events first.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from generator.export.outlet import File, Outlet, json_bytes, record_path, xml_around, xml_part
from generator.model import Archive, Entries, Entry
from generator.text.citing import last_change, shown_title
from generator.text.escape import one_line, safe_text
from generator.text.headings import entries_under, heading_keys
from generator.text.locale import format_date
from generator.text.standing import in_time, standing

LONGEST = 50
"""The most entries of a feed."""
ATOM = "http://www.w3.org/2005/Atom"
_MIDNIGHT = "T00:00:00Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One feed before it is written: its tail (`countries/kaz`), its title, the page it belongs to, its records."""

    language: str
    tail: str
    title: str
    page: str
    entries: Entries

    def path(self, ending: str) -> str:
        """The feed's address from the site's root."""
        return f"feeds/{self.language}/{self.tail}.{ending}"


class Feeds:
    """The feeds of an archive: of everything (section `all`) and of each country, relation, topic and person."""

    def __init__(self, outlet: Outlet) -> None:
        self._outlet = outlet
        self._writers = [_Writer(outlet, language) for language in outlet.settings.languages]

    def headings(self, archive: Archive) -> Iterator[tuple[str, str]]:
        """Section and key of each thing that has feeds; the archive is asked for keys alone."""
        yield "all", ""
        for section in _SECTIONS:
            yield from ((section, key) for key in heading_keys(archive, section, self._outlet.curated))

    def files(self, section: str, key: str) -> Iterator[File]:
        """Both forms of a feed in every language."""
        archive = self._outlet.archive
        found = newest(tuple(archive.entries) if section == "all" else entries_under(archive, section, key))
        for writer in self._writers:
            channel = writer.channel(section, key, found)
            yield channel.path("xml"), writer.atom(channel)
            yield channel.path("json"), writer.json(channel)


_SECTIONS = ("countries", "relations", "topics", "people")
"""The sections of the site whose headings have feeds."""


def newest(entries: Entries) -> Entries:
    """The entries of a feed: by the day of the last change, the latest first; without one, by time."""
    dated = sorted((entry for entry in entries if last_change(entry)), key=lambda entry: (last_change(entry) or "", entry.id), reverse=True)
    rest = sorted((entry for entry in entries if not last_change(entry)), key=_latest_first)
    return (*dated, *rest)[:LONGEST]


def _latest_first(entry: Entry) -> tuple[bool, tuple[int, ...], str]:
    """Later years first, the undated after them."""
    key = in_time(entry)[0]
    return key[0] > 0, tuple(-part for part in key[1:]), entry.id


class _Writer:
    """Writes the feeds of one interface language; a record is worded once for all of them."""

    def __init__(self, outlet: Outlet, language: str) -> None:
        self._outlet = outlet
        self._language = language
        self._parts: dict[tuple[str, str], tuple[bytes, bytes]] = {}

    @cached_property
    def _site(self) -> str:
        return self._outlet.settings.site_name

    def channel(self, section: str, key: str, entries: Entries) -> Channel:
        """One feed of the language."""
        if section == "all":
            return Channel(language=self._language, tail="all", title=self._site, page=f"{self._language}/", entries=entries)
        tail = f"{section}/{key.lower()}"
        title = f"{self._named(section, key)} – {self._site}"
        return Channel(language=self._language, tail=tail, title=title, page=f"{self._language}/{tail}/", entries=entries)

    def _named(self, section: str, key: str) -> str:
        outlet, language = self._outlet, self._language
        if section == "relations":
            return outlet.pair(key, language)
        return outlet.party(key, language) if section == "countries" else outlet.name(f"{section[0]}:{key}", language)

    def atom(self, channel: Channel) -> bytes:
        """The feed as Atom (RFC 4287)."""
        here = channel.path("xml")
        root = Element("feed", {"xmlns": ATOM, "xml:lang": self._language})
        _text(root, "title", channel.title)
        _text(root, "id", self._outlet.permanent(here))
        _text(root, "updated", self._updated(channel.entries))
        if self._outlet.root:
            SubElement(root, "link", rel="self", type="application/atom+xml", href=self._outlet.address(here))
        SubElement(root, "link", rel="alternate", type="text/html", href=self._outlet.address(channel.page, here))
        _text(SubElement(root, "author"), "name", self._site)
        return xml_around(root, (self._part(entry, here)[0] for entry in channel.entries))

    def json(self, channel: Channel) -> bytes:
        """The feed as JSON Feed 1.1."""
        here = channel.path("json")
        feed: dict[str, Any] = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": one_line(channel.title),
            "language": self._language,
            "home_page_url": self._outlet.address(channel.page, here),
            **({"feed_url": self._outlet.address(here)} if self._outlet.root else {}),
            "authors": [{"name": one_line(self._site)}],
        }
        head = json_bytes(feed, indent=1).rstrip(b"}\n")
        items = b",\n  ".join(self._part(entry, here)[1] for entry in channel.entries)
        return head + b',\n "items": [\n  ' + items + b"\n ]\n}\n"

    def _part(self, entry: Entry, here: str) -> tuple[bytes, bytes]:
        """A record as an entry of both forms, written once: its links hang on the folder that the feed stands in."""
        key = entry.id, posixpath.dirname(here)
        if key not in self._parts:
            self._parts[key] = xml_part(self._atom_entry(entry, here)), json_bytes(self._json_item(entry, here)).rstrip(b"\n")
        return self._parts[key]

    def _atom_entry(self, entry: Entry, here: str) -> Element:
        element, path, language = Element("entry"), record_path(entry), entry.language.value
        _text(element, "title", shown_title(entry.title)).set("xml:lang", language)
        _text(element, "id", self._outlet.permanent(path))
        SubElement(element, "link", rel="alternate", type="text/html", hreflang=language, href=self._outlet.address(path, here))
        _text(element, "updated", self._day(entry) + _MIDNIGHT)
        if entry.added and last_change(entry):
            _text(element, "published", entry.added + _MIDNIGHT)
        _text(element, "summary", self._summary(entry))
        return element

    def _json_item(self, entry: Entry, here: str) -> dict[str, Any]:
        path, day = record_path(entry), last_change(entry)
        return {
            "id": self._outlet.permanent(path),
            "url": self._outlet.address(path, here),
            "title": _shown(shown_title(entry.title)),
            "language": entry.language.value,
            "content_text": self._summary(entry),
            **({"date_published": entry.added + _MIDNIGHT} if entry.added and day else {}),
            **({"date_modified": day + _MIDNIGHT} if day else {}),
        }

    def _summary(self, entry: Entry) -> str:
        """The record in one line, in the feed's language: sides, kind of event, date, language."""
        name, stands = self._outlet.name, standing(entry)
        sides = (self._outlet.party(party.value, self._language) for party in entry.parties)
        parts = (
            " – ".join(_shown(side) for side in sides),
            name(f"e:{entry.event.value}", self._language) if entry.event else "",
            format_date(stands.value, self._language) if stands.value else "",
            name(f"l:{entry.language.value}", self._language),
        )
        return one_line(" · ".join(filter(None, parts)))

    def _day(self, entry: Entry) -> str:
        return last_change(entry) or self._outlet.fixed_day

    def _updated(self, entries: Entries) -> str:
        return max((self._day(entry) for entry in entries), default=self._outlet.fixed_day) + _MIDNIGHT


def _shown(text: str) -> str:
    """Text of a seed for a reader's list: one line that cannot turn its neighbours round."""
    return one_line(safe_text(text))


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = _shown(text)
    return element
