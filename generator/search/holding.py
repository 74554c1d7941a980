"""What the index knows of one record, and how a record is turned into it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Direction, Entry, Evidence, Record
from generator.text.bidi import direction_of
from generator.text.spans import block_text
from generator.text.standing import standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A record that the index shall have: the day it stands at (EDTF), and a digest of all that search knows of it."""

    date: str | None
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A record as search sees it.

    `address` is the slug; `paragraphs` the text, empty where only a citation is published. `concepts` maps
    each concept (`c:KAZ`, `o:EU`, `p:macron-emmanuel`, `t:03`, `e:visit`) to how the text words it.
    `main` are the concepts that the record is about: its sides and what happened.
    """

    id: str
    address: str
    title: str
    devised: bool
    language: str
    direction: Direction
    paragraphs: tuple[str, ...]
    date: str | None = None
    published: bool = False
    year: int | None = None
    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    event: str | None = None
    source: str = ""
    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    main: frozenset[str] = frozenset()


def member_of(record: Record) -> Member:
    """The record as the index knows whether it has changed."""
    facts = (record.entry, record.text, record.body)
    return Member(date=standing(record.entry).value, digest=hashlib.sha256(repr(facts).encode()).hexdigest())


def holding_of(record: Record, organisations: frozenset[str] = frozenset()) -> Holding:
    """The record as search sees it; `organisations` tells the bodies among the parties from states.

    A text that is only cited leaves neither body nor quotations here.
    """
    entry = record.entry
    cited = entry.rights == "citation-only"
    place = standing(entry)
    texts = () if cited else tuple(block_text(record.text, block) for block in record.body if block.role != "title")
    return Holding(
        id=entry.id,
        address=entry.slug,
        title=entry.title.value,
        devised=entry.title.basis == "devised",
        language=entry.language.value,
        direction=direction_of(entry.title.value, entry.language.value) if cited else entry.direction,
        paragraphs=tuple(filter(None, texts)),
        date=place.value,
        published=place.published,
        year=place.year,
        parties=tuple(_party(each.value, organisations) for each in entry.parties),
        topics=tuple(f"t:{each.value}" for each in entry.topics),
        event=f"e:{entry.event.value}" if entry.event else None,
        source=entry.source.value.name if entry.source else "",
        concepts={key: () if cited else quotes for key, quotes in _concepts(entry, organisations).items()},
        main=frozenset(_party(each.value, organisations) for each in entry.parties),
    )


def _party(party: str, organisations: frozenset[str]) -> str:
    """The concept of a side."""
    return f"o:{party}" if party in organisations else f"c:{party}"


def _concepts(entry: Entry, organisations: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Every concept of an entry with the words that speak for it, each once."""
    found: dict[str, dict[str, None]] = {}

    def note(key: str, evidence: tuple[Evidence, ...]) -> None:
        found.setdefault(key, {}).update((each.quote, None) for each in evidence[:4] if len(each.quote) <= 60)

    for party in (*entry.parties, *entry.mentions):
        note(_party(party.value, organisations), party.evidence)
    for body in entry.organisations:
        note(f"o:{body.value}", body.evidence)
    for person in entry.people:
        if person.value.id:
            note(f"p:{person.value.id}", person.evidence)
    for topic in entry.topics:
        note(f"t:{topic.value}", ())
    if entry.event:
        note(f"e:{entry.event.value}", ())
    return {key: tuple(quotes) for key, quotes in found.items()}
