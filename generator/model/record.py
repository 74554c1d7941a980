"""What resolving gives: entries and records, with ids in the place of names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import Doubt
from generator.model.facts import Figure, Found
from generator.model.seed import Correction, Rights, Source
from generator.model.text import Block, Direction, Removal


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInText:
    """A person of a record: `id` is `None` for somebody the authority data does not know."""

    id: str | None
    name: str
    role: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record without its text: all that indexes, lists and cards need."""

    id: str
    path: str
    slug: str
    direction: Direction
    language: Found[str]
    title: Found[str]
    date: Found[str] | None
    published: Found[str] | None
    parties: tuple[Found[str], ...]
    mentions: tuple[Found[str], ...]
    organisations: tuple[Found[str], ...]
    event: Found[str] | None
    topics: tuple[Found[str], ...]
    people: tuple[Found[PersonInText], ...]
    figures: tuple[Found[Figure], ...]
    source: Found[Source] | None
    rights: Rights
    note: str | None = None
    references: tuple[Source, ...] = ()
    translator: str | None = None
    contributor: str | None = None
    aliases: tuple[str, ...] = ()
    same_event: str | None = None
    corrections: tuple[Correction, ...] = ()
    added: str | None = None
    changed: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entry together with the text it describes."""

    entry: Entry
    text: str
    body: tuple[Block, ...]
    removed: tuple[Removal, ...]


Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All records under every heading that the archive is read by; each tuple is in the order of time.

    Parties and mentions are keyed by country or organisation id, pairs as `FRA-KAZ`, years by number
    and within them by month (`None`: month unknown), `undated` by month; sources by the slug of their
    name, languages by BCP 47 code. `organisations` are those named; those that are sides stand among
    the parties. A record without a day of its own stands under the day it was published. `same_event` and
    `related` are keyed by record id: other texts on its event, and records a reader may want next, best first;
    `around` by record id and relation: those before and after it. `neighbours` are the busiest other relations of
    a relation's sides; `source_names` how the first record of a source writes its name, with that record's language.
    """

    entries: Entries
    parties: Mapping[str, Entries]
    mentions: Mapping[str, Entries]
    pairs: Mapping[str, Entries]
    years: Mapping[int, Mapping[int | None, Entries]]
    undated: Mapping[int | None, Entries]
    topics: Mapping[str, Entries]
    people: Mapping[str, Entries]
    organisations: Mapping[str, Entries]
    languages: Mapping[str, Entries]
    sources: Mapping[str, Entries]
    same_event: Mapping[str, Entries] = field(default_factory=dict)
    related: Mapping[str, Entries] = field(default_factory=dict)
    around: Mapping[str, Mapping[str, tuple[Entry | None, Entry | None]]] = field(default_factory=dict)
    neighbours: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
