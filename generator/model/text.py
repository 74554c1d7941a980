"""What language and cleaning give: how a text is written, its blocks, what was removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]
BlockKind = Literal["heading", "paragraph", "list", "table", "quote"]
Span = tuple[int, int]
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language as identified: BCP 47 code (`zh-Hans`), ISO 15924 script, direction, 0–1."""

    code: str
    script: str
    direction: Direction
    confidence: float


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
