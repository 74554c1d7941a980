"""The words under spans of a text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Block, Span


def span_text(text: str, spans: Iterable[Span]) -> str:
    """The slices one after the other, white space folded to single spaces."""
    return " ".join("".join(text[start:end] for start, end in spans).split())


def block_text(text: str, block: Block) -> str:
    """The words of a block: an item or a row a line, cells of a row parted by ` | `."""
    if block.kind == "list":
        return "\n".join(span_text(text, item) for item in block.items)
    if block.kind == "table":
        return "\n".join(" | ".join(span_text(text, cell) for cell in row) for row in block.rows)
    return span_text(text, block.spans)
