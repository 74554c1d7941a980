"""Pipe tables, with and without outer bars; rows of different width are padded with empty cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.clean.line import Line
from generator.clean.view import Cut
from generator.model import Span

_SEPARATOR = re.compile(r"[\s|:+=–—-]*-[\s|:+=–—-]*")
_CELL = re.compile(r"[^|]+")
_BAR = re.compile(r"\|+")

Row = tuple[tuple[Span, ...], ...]


def table_run(lines: Sequence[Line], at: int) -> tuple[tuple[Row, ...], tuple[Cut, ...], int] | None:
    """The rows, the markup and the number of lines of a table that begins at `at`; `None` where there is none.

    Below a head and a separator every row with a bar belongs to it; without a separator only rows of one width.
    """
    if at + 1 >= len(lines) or "|" not in lines[at].text or "|" not in lines[at + 1].text or lines[at + 1].gap:
        return None
    ruled = is_separator(lines[at + 1])
    width = len(_cells(lines[at]))
    taken = 1
    while at + taken < len(lines) and _continues(lines[at + taken], 0 if ruled else width):
        taken += 1
    found = lines[at : at + taken]
    rows = [_cells(line) for line in found if not is_separator(line)]
    if sum(len(row) >= 2 for row in rows) < 2:
        return None
    width = max(map(len, rows))
    padded = tuple(row + ((),) * (width - len(row)) for row in rows)
    return padded, tuple(cut for line in found for cut in _markup(line)), taken


def _continues(line: Line, width: int) -> bool:
    """Whether a line is one more row, of `width` cells unless that is 0."""
    return "|" in line.text and not line.gap and (not width or len(_cells(line)) == width)


def is_separator(line: Line) -> bool:
    """Whether a line is `---|---`."""
    return "|" in line.text and _SEPARATOR.fullmatch(line.text) is not None


def _cells(line: Line) -> Row:
    """The cells of a row; an empty cell has no span. Bars at both ends open no cell."""
    text = line.text
    first, last = text.startswith("|"), len(text) - text.endswith("|")
    cells: list[tuple[Span, ...]] = []
    start = int(first)
    while start <= last:
        bar = text.find("|", start, last)
        end = bar if bar >= 0 else last
        cell = line.part(line.start + start, line.start + end)
        cells.append(((cell.start, cell.end),) if cell else ())
        start = end + 1
    return tuple(cells)


def _markup(line: Line) -> Iterator[Cut]:
    """The bars of a row, or the whole separator line."""
    if is_separator(line):
        yield Cut(line.start, line.end, "markup")
        return
    for match in _BAR.finditer(line.text):
        yield Cut(line.start + match.start(), line.start + match.end(), "markup")
