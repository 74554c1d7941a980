"""The text of a record as Markdown: literal words, and marks around those that a value came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.model import Block, Direction, Spans
from generator.render.evidence import Mark, Marks
from generator.text.escape import attribute, literal, safe_text
from generator.text.slug import heading_slug
from generator.text.spans import span_text

_ROW = "| {} |"
_OWN_ANCHORS = re.compile(r"e\d+|f-.*|around|card.*|content|s\d+-.*|[a-z]?q|search.*")
"""Anchors that a record page and the theme have already."""
_LATIN_WITH_SIGNS = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:(?:[+#/&.@:_=-]+[A-Za-z0-9]+)+[+#]*|[+#]+)")
"""A run of Latin letters that ends in or holds signs which right-to-left text would put on the other side."""


class Body:
    """Writes the blocks of one text; `label` and `table_label` word names: `evidence 1`, `table 1`."""

    def __init__(
        self, text: str, marks: Marks, direction: Direction, label: Callable[[int], str], table_label: Callable[[int], str]
    ) -> None:
        self.text = text
        self.marks = marks.marks
        self.direction = direction
        self.block_direction = direction
        self.label = label
        self.table_label = table_label
        self.tables = 0
        self.headings = 0

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """All blocks, an empty line between them."""
        return "\n\n".join(filter(None, map(self.block, blocks)))

    def block(self, block: Block) -> str:
        """One block; where its direction is not the article's, in an element that has it."""
        self.block_direction = block.direction
        written = _WRITERS[block.kind](self, block)
        if block.kind == "table" and written:
            return self._scroll(written, block.direction)
        if block.direction == self.direction or not written:
            return written
        return f'<div dir="{block.direction}" markdown="1">\n\n{written}\n\n</div>'

    def _scroll(self, table: str, direction: Direction) -> str:
        """A table in a region of its own, so that the page itself never scrolls sideways."""
        told = "" if direction == self.direction else f' dir="{direction}"'
        self.tables += 1
        label = attribute(self.table_label(self.tables))
        return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"{told} markdown="1">\n\n{table}\n\n</div>'

    def words(self, spans: Spans) -> str:
        """The words of spans on one line, marked."""
        if not span_text(self.text, spans):
            return ""
        pieces = [piece for start, end in spans for piece in self._pieces(start, end)]
        return " ".join("".join(pieces).split(" ")).strip()

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        """One span, cut at the marks in it."""
        for mark in self.marks:
            if mark.end <= start or mark.start >= end:
                continue
            yield self._plain(start, max(start, mark.start))
            yield self._marked(mark, max(start, mark.start), min(end, mark.end))
            start = min(end, mark.end)
        yield self._plain(start, end)

    def _plain(self, start: int, end: int) -> str:
        """Literal words; in a right-to-left block, Latin words with signs (`C++`, `A/RES/75`) in an isolate of their own."""
        text = safe_text(self.text[start:end])
        if self.block_direction == "ltr":
            return literal(text, inside=True)
        parts, last = [], 0
        for match in _LATIN_WITH_SIGNS.finditer(text):
            parts += [literal(text[last : match.start()], inside=True), f'<bdi dir="ltr">{literal(match[0])}</bdi>']
            last = match.end()
        return "".join(parts) + literal(text[last:], inside=True)

    def _marked(self, mark: Mark, start: int, end: int) -> str:
        """Marked words; the piece that begins a mark carries the anchors, the one that ends it the references."""
        inner = self._plain(start, end)
        before, after = inner[: len(inner) - len(inner.lstrip(" "))], inner[len(inner.rstrip(" ")) :]
        inner = inner.strip(" ")
        first, *others = mark.numbers
        anchor = ""
        if start == mark.start:
            anchor = f' id="e{first[0]}"'
            for number, _ in others:
                inner = f'<span id="e{number}">{inner}</span>'
        references = "\u202f".join(self._reference(*each) for each in mark.numbers) if end == mark.end else ""
        return f"{before}<mark{anchor}>{inner}</mark>{references}{after}"

    def _reference(self, number: int, field: str) -> str:
        label = attribute(self.label(number))
        return f'<a class="ref" data-search-exclude="true" data-n="{number}" href="#f-{field}" aria-label="{label}"></a>'

    # --- kinds of block ---

    def paragraph(self, block: Block) -> str:
        """A paragraph is one line."""
        return self.words(block.spans)

    def heading(self, block: Block) -> str:
        """A heading under the page's title; one whose anchor would be the page's own, or hold a number of evidence, tells its own."""
        level, words, anchor, own = self.headed(block)
        if not words:
            return ""
        return f'<h{level} id="{attribute(anchor)}" markdown="1">{words}</h{level}>' if own else f"{'#' * level} {words}"

    def headed(self, block: Block) -> tuple[int, str, str, bool]:
        """Level, words and anchor of a heading, and whether the anchor must be told, for Markdown would give one that is taken."""
        level, words = min(max(block.level, 2), 6), self.words(block.spans)
        anchor = heading_slug(safe_text(span_text(self.text, block.spans)), "-")
        if not words or ("<mark" not in words and not _OWN_ANCHORS.fullmatch(anchor)):
            return level, words, anchor, False
        self.headings += 1
        return level, words, f"s{self.headings}-{anchor}", True

    def quote(self, block: Block) -> str:
        """A quotation is a paragraph with a mark before it."""
        words = self.words(block.spans)
        return f"> {words}" if words else ""

    def bullets(self, block: Block) -> str:
        """A list has an item a line."""
        items = [self.words(item) for item in block.items]
        return "\n".join(f"- {item}" for item in items if item)

    def table(self, block: Block) -> str:
        """A pipe table with bars around it; short rows are filled up, the first row is the head."""
        width = max((len(row) for row in block.rows), default=0)
        if not width:
            return ""
        rows = [[self.words(cell) for cell in row] + [""] * (width - len(row)) for row in block.rows]
        head, *rest = (_ROW.format(" | ".join(row)) for row in rows)
        return "\n".join((head, _ROW.format(" | ".join(["---"] * width)), *rest))


_WRITERS: dict[str, Callable[[Body, Block], str]] = {
    "paragraph": Body.paragraph,
    "heading": Body.heading,
    "quote": Body.quote,
    "list": Body.bullets,
    "table": Body.table,
}
