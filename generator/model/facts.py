"""What extraction gives: facts with their evidence, and names as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from generator.errors import Doubt
from generator.model.seed import Source
from generator.model.text import Language, Span

Basis = Literal["stated", "inferred", "devised"]

SURE = 0.7
"""The confidence from which an inferred value is shown as sure; below it pages draw it as uncertain and a doubt tells it.

Set where of the values above it at least 97 in 100 are right on labelled texts (`chancery evaluate` prints the table).
"""

T = TypeVar("T")


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
