"""Pages as linked data (schema.org, JSON-LD), written so that it may stand inside a `script` element.

`& < > '` are escapes of JSON; the one live character left, the quotation mark, is escaped as HTML with all front matter
and printed plain again by the theme. A `script` of a data type is never run, so the page's policy does not touch it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model import Entry, PersonInText
from generator.render.frame import Frame, file_way
from generator.text.citing import event_day, is_day, shown_title
from generator.text.edtf import html_datetime
from generator.text.escape import one_line, safe_text

Node = dict[str, Any]
_CONTEXT = "https://schema.org"
_LIVE = re.compile("[&<>'\u2028\u2029]")


def script_json(node: Node) -> str:
    """A node as JSON without anything that HTML reads inside a script; values that are empty are left out."""
    text = json.dumps(_full({"@context": _CONTEXT, **node}), ensure_ascii=False, separators=(",", ":"))
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


def page_node(frame: Frame, kind: str, tail: str, title: str, path: Iterable[tuple[str, str]], count: int | None) -> Node | None:
    """An index: a collection with the way to it; a home: the site. Other pages say nothing."""
    here = f"{frame.language}/{tail}"
    site = {"@type": "WebSite", "name": frame.settings.site_name, "url": frame.address("")}
    if kind == "home":
        return {**site, "inLanguage": frame.language, "url": frame.address(here), "description": frame.word("topic")}
    if kind in ("page", "search", "moved", "data"):
        return None
    return {
        "@type": "CollectionPage",
        "@id": frame.address(here) or "./",
        "name": title,
        "inLanguage": frame.language,
        "isPartOf": site,
        "mainEntity": {"@type": "ItemList", "numberOfItems": count} if count is not None else None,
        "breadcrumb": _breadcrumb(frame, [(frame.settings.site_name, ""), *path, (title, tail)], here),
    }


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
    return {"@type": kind, "name": frame.party_plain(party), "identifier": party}


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
