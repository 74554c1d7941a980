"""Pages as linked data (schema.org, JSON-LD), written so that it may stand inside a `script` element.

`& < > '` are escapes of JSON; the one live character left, the quotation mark, is escaped as HTML with all front matter
and printed plain again by the theme. A `script` of a data type is never run, so the page's policy does not touch it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.curated.wikidata import ADDRESS
from generator.model import Entries, Entry, PersonInText
from generator.render.frame import Frame, file_way
from generator.text.citing import event_day, is_day, shown_title
from generator.text.edtf import html_datetime
from generator.text.escape import one_line, safe_text

Node = dict[str, Any]
_CONTEXT = "https://schema.org"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LIVE = re.compile("[&<>'\u2028\u2029]")


def script_json(node: Node) -> str:
    """A node as JSON without anything that HTML reads inside a script; values that are empty are left out."""
    text = _JSON.encode(_full({"@context": _CONTEXT, **node}))
    return _LIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def record_node(frame: Frame, entry: Entry, description: str) -> Node:
    """A record: an article that an archive holds, about an event; dates only where they are exact, the rest as EDTF.

    The day on which the archive took it in is not told here: readers take any date for the text's own.
    """
    here = f"records/{entry.slug}/"
    return {
        "@type": ["NewsArticle", "ArchiveComponent"],
        "@id": frame.address(here) or "./",
        "url": frame.address(here),
        "identifier": entry.id,
        "headline": shown_title(entry.title),
        "description": description,
        "inLanguage": entry.language.value,
        "datePublished": html_datetime(entry.published.value) if entry.published else None,
        "temporalCoverage": event_day(entry),
        "about": _event(frame, entry),
        "mentions": [
            *(_place(frame, each.value) for each in entry.mentions),
            *(_person(frame, entry, each.value) for each in entry.people),
        ],
        "keywords": [frame.topic(topic.value) for topic in entry.topics],
        "publisher": {"@type": "Organization", "name": entry.source.value.name} if entry.source else None,
        "isBasedOn": entry.source.value.url if entry.source else None,
        "holdingArchive": {"@type": "ArchiveOrganization", "name": frame.settings.site_name, "url": frame.address("")},
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What an index lists: name and address from the site's root of each line, and how many there are in all its parts."""

    items: Sequence[tuple[str, str]] = ()
    count: int = 0


def records_listed(entries: Entries, count: int | None = None) -> Listed:
    """Records as an index lists them; `count` where this page has only some of them."""
    items = [(shown_title(entry.title), f"records/{entry.slug}/") for entry in entries]
    return Listed(items=items, count=len(items) if count is None else count)


def page_node(frame: Frame, kind: str, tail: str, title: str, path: Iterable[tuple[str, str]], listed: Listed | None) -> Node | None:
    """What a page is: an index a collection with the way to it and what it lists, a home the site, others a plain page."""
    here = f"{frame.language}/{tail}"
    if kind == "moved":
        return None
    if kind == "home":
        return {
            **_site(frame),
            "inLanguage": frame.language,
            "url": frame.address(here),
            "description": frame.word("topic"),
            **_search(frame),
        }
    return {
        "@type": _PAGES.get(kind, "CollectionPage"),
        "@id": frame.address(here) or "./",
        "name": title,
        "inLanguage": frame.language,
        "isPartOf": _site(frame),
        "mainEntity": _item_list(frame, listed, here) if listed else None,
        "breadcrumb": _breadcrumb(frame, [(frame.settings.site_name, ""), *path, (title, tail)], here),
    }


_PAGES = {"page": "WebPage", "search": "SearchResultsPage"}
"""Kinds of page that are no collection."""


def chooser_node(frame: Frame) -> Node:
    """The root of the site."""
    return {**_site(frame), "inLanguage": list(frame.settings.languages), "description": frame.word("topic")}


def _site(frame: Frame) -> Node:
    return {"@type": "WebSite", "name": frame.settings.site_name, "url": frame.address("")}


def _search(frame: Frame) -> Node:
    """How the search is asked, where the site has an address."""
    address = frame.address(f"{frame.language}/search/")
    if address is None:
        return {}
    target = {"@type": "EntryPoint", "urlTemplate": f"{address}?q={{search_term_string}}"}
    return {"potentialAction": {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"}}


def _item_list(frame: Frame, listed: Listed, here: str) -> Node:
    """The lines of an index in their order."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "url": frame.address(path) or frame.way(here, path)}
        for position, (name, path) in enumerate(listed.items, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": listed.count, "itemListElement": items}


def dataset_node(frame: Frame, description: str, files: Iterable[tuple[str, str]]) -> Node:
    """The archive as a set of data; `files` are addresses from the site's root with their media types."""
    here, settings = f"{frame.language}/data/", frame.settings
    return {
        "@type": "Dataset",
        "@id": frame.address(here) or "./",
        "name": settings.site_name,
        "description": description,
        "inLanguage": frame.language,
        "creator": {"@type": "ArchiveOrganization", "name": settings.site_name, "url": frame.address("")},
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": frame.address(path) or file_way(here, path), "encodingFormat": media}
            for path, media in files
        ],
    }


def _breadcrumb(frame: Frame, steps: Sequence[tuple[str, str]], here: str) -> Node:
    items = []
    for position, (label, tail) in enumerate(steps, start=1):
        path = f"{frame.language}/{tail}"
        items.append({"@type": "ListItem", "position": position, "name": label, "item": frame.address(path) or frame.way(here, path)})
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _event(frame: Frame, entry: Entry) -> Node | None:
    if not entry.event and not entry.parties:
        return None
    start, _, end = (event_day(entry) or "").partition("/")
    return {
        "@type": "Event",
        "name": frame.event(entry.event.value) if entry.event else shown_title(entry.title),
        "startDate": start if is_day(start) else None,
        "endDate": end if is_day(end) else None,
        "attendee": [_place(frame, party.value) for party in entry.parties],
    }


def _place(frame: Frame, party: str) -> Node:
    kind = "Country" if frame.is_country(party) else "Organization"
    item = frame.curated.wikidata.get(party)
    return {"@type": kind, "name": frame.party_plain(party), "identifier": party, "sameAs": item and f"{ADDRESS}{item}"}


def _person(frame: Frame, entry: Entry, person: PersonInText) -> Node:
    name = str(frame.person(person, entry.language.value).striptags())
    return {"@type": "Person", "name": name, "identifier": person.id}


def _full(value: Any) -> Any:
    """The value without members that are empty, and with text that turns nothing round."""
    if isinstance(value, Mapping):
        return {key: _full(each) for key, each in value.items() if each not in (None, "", [], {})}
    if isinstance(value, list):
        return [_full(each) for each in value]
    return one_line(safe_text(value)) if isinstance(value, str) else value
