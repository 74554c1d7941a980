"""The account: every non-blank character of the seed stands in exactly one block or removal."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from generator.clean.layout import Draft
from generator.clean.view import Cut
from generator.model import Block, CleanText, Removal, Span, Spans
from generator.text.bidi import direction_of

_INK = re.compile(r"\S(?:.*\S)?", re.DOTALL)


def balance(text: str, language: str, drafts: Sequence[Draft], cuts: Iterable[Cut]) -> CleanText:
    """The blocks of the drafts without the cuts, the cuts without overlaps, and what neither names as removals."""
    taken = settle((*absorb(text, cuts), *(cut for draft in drafts for cut in draft.cuts)))
    blocks = tuple(block for draft in drafts if (block := _block(text, language, draft, taken)))
    removed = tuple(_removal(text, cut) for cut in taken if not text[cut.start : cut.end].isspace())
    rest = _unnamed(text, blocks, taken)
    return CleanText(text=text, blocks=blocks, removed=tuple(sorted((*removed, *rest), key=lambda removal: removal.start)))


def absorb(text: str, cuts: Iterable[Cut]) -> tuple[Cut, ...]:
    """The cuts, those of rules widened by the tags that open right before them and close right after them."""
    every = tuple(cuts)
    tags = {cut for cut in every if cut.rule == "markup" and text[cut.start] == "<"}
    opening = {cut.end: cut.start for cut in tags if text[cut.start + 1 : cut.start + 2] != "/"}
    closing = {cut.start: cut.end for cut in tags if text[cut.start + 1 : cut.start + 2] == "/"}
    return tuple(_widened(cut, opening, closing) if tags and cut.rule != "markup" else cut for cut in every)


def _widened(cut: Cut, opening: Mapping[int, int], closing: Mapping[int, int]) -> Cut:
    start, end = cut.start, cut.end
    while start in opening:
        start = opening[start]
    while end in closing:
        end = closing[end]
    return cut._replace(start=start, end=end)


def settle(cuts: Iterable[Cut]) -> tuple[Cut, ...]:
    """The cuts in order, none inside another; where two overlap, the first keeps what they share."""
    settled: list[Cut] = []
    at = 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if cut.end > max(cut.start, at):
            settled.append(cut._replace(start=max(cut.start, at)))
            at = cut.end
    return tuple(settled)


def _block(text: str, language: str, draft: Draft, cuts: Sequence[Cut]) -> Block | None:
    """The block of a draft, `None` where nothing of it is left."""
    parts = tuple(spans for part in draft.parts if (spans := spans_of(text, part, cuts)))
    rows = tuple(tuple(tuple(s for span in cell for s in spans_of(text, span, cuts)) for cell in row) for row in draft.rows)
    spans = tuple(span for part in parts for span in part) + tuple(span for row in rows for cell in row for span in cell)
    if not spans:
        return None
    direction = direction_of("".join(text[start:end] for start, end in spans), language)
    if draft.kind == "list":
        return Block(kind="list", direction=direction, items=parts)
    if draft.kind == "table":
        return Block(kind="table", direction=direction, rows=rows)
    return Block(kind=draft.kind, direction=direction, spans=spans, level=draft.level)


def spans_of(text: str, part: Span, cuts: Sequence[Cut]) -> Spans:
    """The spans of a stretch without the cuts in it; blanks at its ends go, those at a cut stay."""
    return _trim(text, tuple(_around(part, cuts)))


def _around(part: Span, cuts: Sequence[Cut]) -> Iterator[Span]:
    """What the cuts, which are in order, leave of a stretch."""
    start, end = part
    for number in range(bisect_right(cuts, start, key=attrgetter("end")), len(cuts)):
        cut = cuts[number]
        if cut.start >= end:
            break
        if cut.start > start:
            yield start, cut.start
        start = cut.end
    if start < end:
        yield start, end


def _trim(text: str, spans: Spans) -> Spans:
    """The spans without blanks before the first and after the last ink."""
    inked = [number for number, (start, end) in enumerate(spans) if text[start:end].strip()]
    if not inked:
        return ()
    kept = list(spans[inked[0] : inked[-1] + 1])
    start, end = kept[0]
    kept[0] = (start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    start, end = kept[-1]
    kept[-1] = (start, start + len(text[start:end].rstrip()))
    return tuple(kept)


def _removal(text: str, cut: Cut) -> Removal:
    return Removal(start=cut.start, end=cut.end, text=text[cut.start : cut.end], rule=cut.rule)


def _unnamed(text: str, blocks: Sequence[Block], cuts: Sequence[Cut]) -> Iterator[Removal]:
    """Characters that no block and no rule named: invisible ones at the ends of lines."""
    known = sorted([*(span for block in blocks for span in block.all_spans()), *((cut.start, cut.end) for cut in cuts)])
    at = 0
    for start, end in (*known, (len(text), len(text))):
        match = _INK.search(text[at:start]) if at < start else None
        if match:
            yield _removal(text, Cut(at + match.start(), at + match.end(), "control"))
        at = max(at, end)
