"""What the head of a page says to machines: tags for reference managers and link previews.

The theme prints them as they stand in the front matter (`head`), where every string is escaped. Zotero takes the kind of
item from `DC.type` unless `og:type` is `website`, hence `article`; dates after the same reading: the day of publication
where it is known, else the day by which the record stands. Only the former is called *issued* or *published*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import Entry
from generator.render.frame import Frame
from generator.text.citing import cited_date, event_day, shown_title
from generator.text.edtf import html_datetime
from generator.text.escape import one_line, safe_text

Tag = Mapping[str, str]
"""Attributes of one `meta` element."""


def record_head(frame: Frame, entry: Entry, description: str) -> list[Tag]:
    """The tags of a record's page, in the languages of the record and of its frame."""
    return [*_highwire(frame, entry), *_dublin_core(frame, entry), *_open_graph(frame, entry, description)]


def _highwire(frame: Frame, entry: Entry) -> Iterator[Tag]:
    issued = _issued(entry)
    yield _named("citation_title", shown_title(entry.title))
    if issued:
        yield _named("citation_publication_date", issued.replace("-", "/"))
    if entry.source:
        yield _named("citation_journal_title", entry.source.value.name)
    yield _named("citation_language", entry.language.value)
    address = frame.address(f"records/{entry.slug}/")
    if address:
        yield _named("citation_public_url", address)
    if entry.topics:
        yield _named("citation_keywords", "; ".join(frame.topic(topic.value) for topic in entry.topics))


def _dublin_core(frame: Frame, entry: Entry) -> Iterator[Tag]:
    yield _named("DC.type", "newspaperArticle")
    yield {**_named("DC.title", shown_title(entry.title)), "lang": entry.language.value}
    yield _named("DC.language", entry.language.value)
    date, issued, event = cited_date(entry), _issued(entry), event_day(entry)
    if date:
        yield _named("DC.date", date)
    if issued:
        yield _named("DCTERMS.issued", issued)
    if event:
        yield _named("DCTERMS.temporal", event)
    if entry.source:
        yield _named("DC.source", entry.source.value.name)
    yield from (_named("DC.subject", frame.topic(topic.value)) for topic in entry.topics)
    yield from (_named("DCTERMS.spatial", frame.party_plain(party.value)) for party in entry.parties)
    yield _named("DC.identifier", frame.address(f"records/{entry.slug}/") or entry.id)


def _open_graph(frame: Frame, entry: Entry, description: str) -> Iterator[Tag]:
    yield _property("og:type", "article")
    yield _property("og:title", shown_title(entry.title))
    yield _property("og:site_name", frame.settings.site_name)
    if description:
        yield _property("og:description", description)
    address, issued = frame.address(f"records/{entry.slug}/"), _issued(entry)
    if address:
        yield _property("og:url", address)
    if issued:
        yield _property("article:published_time", issued)


def _issued(entry: Entry) -> str | None:
    """The day of publication, where it is one that HTML knows."""
    return html_datetime(entry.published.value) if entry.published else None


def _named(name: str, content: str) -> Tag:
    return {"name": name, "content": _inert(content)}


def _property(name: str, content: str) -> Tag:
    return {"property": name, "content": _inert(content)}


def _inert(content: str) -> str:
    return one_line(safe_text(content))
