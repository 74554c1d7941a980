"""List items and quoted lines: the marks they begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.clean.line import Line
from generator.clean.view import Cut
from generator.model import Span

_BULLET = re.compile(r"([-*+•▪●◦‣⁃■□▶►➤➢✓✔·–])\s+(?=\S)|([•▪●■►➤➢✓✔])(?=\w)")
_NUMBER = re.compile(r"[(]?(\d{1,3})\s?[.)\-]\s*(?=[^\d\s])")
_SURE = frozenset("•▪●◦‣■□▶►➤➢✓✔*")
"""Marks that make a list even of one item; hyphens and dashes also open speech."""
_QUOTE = re.compile(r"(?:>\s?)+(?=\S)")


def bullet_run(lines: Sequence[Line], at: int) -> int:
    """How many lines from `at` on are the items of one list; 0 where there is none."""
    mark = _mark(lines[at]) if at < len(lines) else None
    if mark is None:
        return 0
    taken = 1
    while at + taken < len(lines) and _follows(mark, taken, _mark(lines[at + taken])):
        taken += 1
    return taken if taken > 1 or mark in _SURE else 0


def _follows(first: str | int, number: int, mark: str | int | None) -> bool:
    """Whether `mark` continues a list: the same bullet, or the next number."""
    return mark == first if isinstance(first, str) else mark == first + number


def _mark(line: Line) -> str | int | None:
    """The bullet of a line, or the number that it begins with."""
    bullet = _BULLET.match(line.text)
    if bullet:
        return bullet[1] or bullet[2]
    number = _NUMBER.match(line.text)
    return int(number[1]) if number and not line.text[number.end() :].startswith("-") else None


def item_of(line: Line) -> tuple[Cut, Span]:
    """The markup before an item, and the item."""
    match = _BULLET.match(line.text) or _NUMBER.match(line.text)
    start = line.start + (match.end() if match else 0)
    return Cut(line.start, start, "markup"), (start, line.end)


def quote_of(line: Line) -> tuple[Cut, Span] | None:
    """The signs before a quoted line, and the line; `None` where it is not quoted."""
    match = _QUOTE.match(line.text)
    if not match:
        return None
    start = line.start + match.end()
    return Cut(line.start, start, "markup"), (start, line.end)
