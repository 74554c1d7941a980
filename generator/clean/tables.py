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
    """The rows, the markup and the number of lines of a table that begins at `at`; `None` where there is none."""
    taken = 0
    while at + taken < len(lines) and "|" in lines[at + taken].text and not (taken and lines[at + taken].gap):
        taken += 1
    if taken < 2:
        return None
    found = lines[at : at + taken]
    rows = [_cells(line) for line in found if not is_separator(line)]
    if len(rows) < 2 or sum(len(row) >= 2 for row in rows) < 2 or not _is_table(found, rows):
        return None
    width = max(map(len, rows))
    padded = tuple(row + ((),) * (width - len(row)) for row in rows)
    return padded, tuple(cut for line in found for cut in _markup(line)), taken


def _is_table(lines: Sequence[Line], rows: Sequence[Row]) -> bool:
    """A separator below the head tells a table, else the rows must have one width."""
    return is_separator(lines[1]) or len(set(map(len, rows))) == 1


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
