"""What reading gives: a decoded seed and what a person stated of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.errors import Doubt

Rights = Literal["open", "permission", "citation-only"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published a text, or where a fact was checked; `url` is http(s) or absent."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """That a stated fact replaced another: the front matter's `key`, what it `was` before, as written, and the day of the change."""

    key: str
    was: str
    on: str | None = None


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
    corrected: tuple[Correction, ...] = ()
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
