"""Which lines and parts of lines are page rests: the rules in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.clean.line import Line
from generator.clean.page import Edges, Page, edges_of
from generator.clean.rules.areas import AREAS
from generator.clean.rules.datelines import dateline
from generator.clean.rules.lines import anywhere, at_edge, beside
from generator.clean.rules.parts import noted, read_also, tail
from generator.clean.rules.titles import repeated_paragraphs, repeated_titles, site_in_title, title_like
from generator.clean.tables import table_run
from generator.clean.view import Cut

Marks = list[str | None]


def mark_lines(page: Page) -> Marks:
    """For each line the rule that takes it out, or `None`."""
    rows = _rows(page.lines)
    marks: Marks = [None if index in rows else anywhere(page, index) for index in range(len(page.lines))]
    edges = edges_of(page.lines, marks)
    for index, mark in enumerate(marks):
        if mark is None and edges.outside(index) and index not in rows:
            marks[index] = at_edge(page, index, marks, edges)
    for index in range(len(marks) - 1, -1, -1):
        if marks[index] is None and edges.outside(index):
            marks[index] = beside(page, index, marks)
    _mark_areas(page, marks, edges)
    return marks if None in marks else _spare(page, marks)


def _rows(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of the lines that are rows of tables, which no rule for lines looks at."""
    rows: set[int] = set()
    for index, line in enumerate(lines):
        if "|" in line.text and index not in rows and (found := table_run(lines, index)):
            rows.update(range(index, index + found[2]))
    return frozenset(rows)


def _mark_areas(page: Page, marks: Marks, edges: Edges) -> None:
    """The rules that look at several lines together."""
    for area in (*AREAS, repeated_titles, repeated_paragraphs):
        for index, rule in tuple(area(page, marks, edges)):
            marks[index] = rule


def _spare(page: Page, marks: Marks) -> Marks:
    """A text of which nothing is left was no page: its lines with a word stay."""
    return [mark if mark in ("markup", "stray") else None for mark in marks]


def cuts_of(page: Page, marks: Marks) -> Iterator[Cut]:
    """The marked lines as cuts."""
    return (Cut(line.start, line.end, mark) for line, mark in zip(page.lines, marks, strict=True) if mark)


def keep_parts(page: Page, marks: Marks) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The lines that stay, shortened by the parts of them that do not, and those parts."""
    kept = [line for line, mark in zip(page.lines, marks, strict=True) if mark is None]
    running = [line for line in kept if line.prose]
    lines: list[Line] = []
    cuts: list[Cut] = []
    for index, line in enumerate(kept):
        found = tuple(_parts(page, line, index < 4, running))
        cuts += found
        lines += _without(line, found)
    return tuple(lines), tuple(cuts)


def _parts(page: Page, line: Line, head: bool, running: Sequence[Line]) -> Iterator[Cut]:
    """The parts of a line (at the head of the page or not) that are page rests."""
    if head and title_like(line):
        yield from site_in_title(page, line, frozenset(other.key for other in page.lines if other is not line))
    if not line.prose and (line.weight < 60 or line.sentences < 2):
        return
    if running and line is running[0]:
        yield from dateline(page, line)
    yield from tail(page, line, bool(running) and line is running[-1])
    yield from noted(page, line)
    yield from read_also(page, line)


def _without(line: Line, cuts: Sequence[Cut]) -> Iterator[Line]:
    """The line without cuts at its ends; those amid it stay inside and are taken off the spans later."""
    start = max((cut.end for cut in cuts if cut.start == line.start), default=line.start)
    end = min((cut.start for cut in cuts if cut.end == line.end and cut.start >= start), default=line.end)
    shortened = line.part(start, end) if start < end else None
    if shortened:
        yield shortened
