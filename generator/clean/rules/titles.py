"""The title said again: later copies of a heading line, whole, halved, or fused with a site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.clean.line import Line, key_of
from generator.clean.page import Edges, Page
from generator.clean.view import Cut

_SEPARATOR = re.compile(r"\s+[-–—|·•:]+\s+|\s*\|\s*")


def title_like(line: Line) -> bool:
    """Whether a line may be a title: some words, at most 220 characters, one sentence."""
    return 12 <= line.weight <= 330 and len(line.text) <= 220 and line.sentences <= 2 and (line.words >= 3 or line.weight >= 24)


def repeated_titles(page: Page, marks: Sequence[str | None], edges: Edges) -> Iterator[tuple[int, str]]:
    """`repeated-title` for every later line that says a title of the page's head again; the first copy stays."""
    lines = page.lines
    free = [index for index, mark in enumerate(marks) if mark is None]
    titles = [index for index in free[:4] if title_like(lines[index]) and not lines[index].prose]
    for index in free:
        line = lines[index]
        if len(line.text) <= 280 and any(
            title < index and (says_again(line, lines[title]) or (index < edges.top and is_half(line, lines[title]))) for title in titles
        ):
            yield index, "repeated-title"


def says_again(line: Line, title: Line) -> bool:
    """Whether `line` is the title, or the title with a few words after a separator."""
    key, known = line.key, title.key
    if not key or not known or not key.startswith(known):
        return False
    return key == known or (key_of(_SEPARATOR.split(line.text)[0]) == known and len(key) - len(known) <= 60 and not line.ends)


def repeated_paragraphs(page: Page, marks: Sequence[str | None], edges: Edges) -> Iterator[tuple[int, str]]:
    """`repeated` for running text that stands on the page a second time, letter for letter."""
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        if marks[index] is None and line.weight >= 60:
            if line.text in seen:
                yield index, "repeated"
            seen.add(line.text)


def is_half(line: Line, title: Line) -> bool:
    """Whether `line` is how a longer title begins or ends (pages show the parts of a title by themselves)."""
    key, known = line.key, title.key
    if line.ends or line.weight < 36 or 4 * len(key) < len(known):
        return False
    return any(known.startswith(f"{key}{after}") or known.endswith(f"{after}{key}") for after in (" ", ": ", "- ", ". ", "| "))


def site_in_title(page: Page, line: Line, others: frozenset[str]) -> Iterator[Cut]:
    """`site-name` for an outlet's name fused to a title: "Title - Outlet"; also where the bare title is among `others`."""
    if len(line.text) > 280:
        return
    for separator in _SEPARATOR.finditer(line.text):
        head, tail = line.text[: separator.start()], line.text[separator.end() :]
        if key_of(tail) in page.outlets.names or tail.strip().lower() in page.outlets.hosts:
            yield Cut(line.start + separator.start(), line.end, "site-name")
            return
        if len(tail.split()) <= 5 and key_of(head) in others and len(head) >= 20:
            yield Cut(line.start + separator.start(), line.end, "site-name")
            return
