"""The types that cross room borders, one a stage; all frozen, collections are tuples.

Offsets everywhere count code points of `Seed.text`; a span is half open, `(start, end)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, TypeVar

from generator.errors import Doubt

Direction = Literal["ltr", "rtl"]
Basis = Literal["stated", "inferred", "devised"]
Rights = Literal["open", "permission", "citation-only"]
BlockKind = Literal["heading", "paragraph", "list", "table", "quote"]
Span = tuple[int, int]
Spans = tuple[Span, ...]

T = TypeVar("T")


# --- read ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published a text, or where a fact was checked; `url` is http(s) or absent."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a person stated in the front matter; `None` (or `()`) where nothing was stated.

    `lines` gives the line in the file of each key that was stated, counted from 1.
    Dates are EDTF strings already validated; ids are not yet checked against the vocabularies.
    """

    title: str | None = None
    language: str | None = None
    note: str | None = None
    date: str | None = None
    published: str | None = None
    added: str | None = None
    changed: str | None = None
    parties: tuple[str, ...] = ()
    event: str | None = None
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    source: Source | None = None
    references: tuple[Source, ...] = ()
    translator: str | None = None
    contributor: str | None = None
    rights: Rights | None = None
    aliases: tuple[str, ...] = ()
    same_event: str | None = None
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A decoded source text with its front matter taken off.

    `first_line` is the line of the file at which `text` begins; `doubts` are those of reading
    (a legacy encoding, an unusual file name).
    """

    id: str
    path: str
    text: str
    stated: Stated
    first_line: int = 1
    doubts: tuple[Doubt, ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, both from 1, of an offset into `text`."""
        before = self.text[:offset]
        line = before.count("\n")
        return self.first_line + line, offset - (before.rfind("\n") + 1) + 1

    def doubt(self, code: str, level: Literal["error", "warning", "note"], offset: int = 0, **values: str) -> Doubt:
        """A doubt about this seed at an offset into its text."""
        line, column = self.place(offset)
        return Doubt(seed=self.path, line=line, column=column, level=level, code=code, values=values)


# --- language -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language as identified: BCP 47 code (`zh-Hans`), ISO 15924 script, direction, 0–1."""

    code: str
    script: str
    direction: Direction
    confidence: float


# --- clean --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the article: where its words stand in the seed.

    Headings, paragraphs and quotes have `spans`; lists have `items` (spans of each item);
    tables have `rows` of cells of spans, the first row being the head. The text of a list of
    spans is the concatenation of their slices with white space folded. `role` is `title` for
    the line that is the record's title, else `None`.
    """

    kind: BlockKind
    direction: Direction
    spans: Spans = ()
    items: tuple[Spans, ...] = ()
    rows: tuple[tuple[Spans, ...], ...] = ()
    role: Literal["title"] | None = None
    level: int = 2

    def all_spans(self) -> Iterator[Span]:
        """Every span of the block, in the order of the text."""
        yield from self.spans
        for item in self.items:
            yield from item
        for row in self.rows:
            for cell in row:
                yield from cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Something of the seed that is not published: boilerplate, markup, control characters."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """The article's blocks and every removal; together they cover each non-blank character."""

    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removal, ...]


# --- extract ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words a value came from: `text[start:end] == quote`, always."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """A value with the reason for it; `rule` names the function or data row that spoke."""

    value: T
    basis: Basis
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()


MentionKind = Literal["name", "adjective", "inhabitant", "capital", "seat", "leader", "short", "part"]
EntityKind = Literal["country", "organisation", "person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as written; `candidates` are the ids of `entity` kind that it may mean, best first.

    `kind` says what form of the name it is; `strong` whether it stands by itself; `cues` name
    what speaks for or against its being a side of the relation (`title`, `lead`, `between`,
    `official`, `currency`, `dateline`, `outlet` …), by rule name.
    """

    entity: EntityKind
    kind: MentionKind
    surface: str
    span: Span
    candidates: tuple[str, ...]
    strong: bool = True
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that the text tells: `unit` ISO 4217, `%` or a noun; `what` as written; `when` EDTF."""

    value: int | float
    unit: str
    what: str
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the text itself says, before a person's statements are laid over it."""

    language: Language
    title: Found[str] | None
    date: Found[str] | None
    published: Found[str] | None
    source: Found[Source] | None
    event: Found[str] | None
    topics: tuple[Found[str], ...]
    figures: tuple[Found[Figure], ...]
    mentions: tuple[Mention, ...]
    doubts: tuple[Doubt, ...] = ()


# --- resolve ------------------------------------------------------------------------------


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


# --- archive ------------------------------------------------------------------------------

Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All records under every heading that the archive is read by; each tuple is in the order of time.

    Parties and mentions are keyed by country or organisation id, pairs as `FRA-KAZ`, years by number
    and within them by month (`None`: month unknown), `undated` by month; sources by the slug of their
    name, languages by BCP 47 code. `organisations` are those named; those that are sides stand among
    the parties. A record without a day of its own stands under the day it was published.
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
    doubts: tuple[Doubt, ...] = ()


# --- render -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site as a Markdown file: `uri` is relative to the docs folder."""

    uri: str
    front_matter: Mapping[str, object]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `mkdocs.yml` says of the archive; paths are absolute, ids and codes as in the design."""

    project: Path
    seeds: Path
    docs: Path
    site: Path
    site_name: str
    default_language: str
    languages: tuple[str, ...]
    site_url: str | None = None
    repo_url: str | None = None
    rights: Rights = "open"
    coverage_from: int | None = None
