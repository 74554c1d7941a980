"""Stretches of lines: a comment form to the end of the page, links under "Related", cards of other articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.clean.line import Line
from generator.clean.page import Edges, Page

Marks = Sequence[str | None]
_AFTER = frozenset({"comment-form", "newsletter", "related", "share", "tags", "counter", "feed-footer", "copyright", "read-also"})
_CARD = frozenset({"byline", "date-line", "share", "counter", "read-more", "comment-form", "newsletter", "related", "photo-credit"})
LINKS = 12
"""No list of links under "Related" is longer than this where the article goes on after it."""


def comment_form(page: Page, marks: Marks, edges: Edges) -> Iterator[tuple[int, str]]:
    """From the first line of a comment form on, everything, unless running text follows."""
    first = next((index for index, mark in enumerate(marks) if mark == "comment-form" and index > 0), None)
    if first is None or any(line.prose for line in _free(page, marks, first)):
        return
    yield from ((index, "comment-form") for index in range(first, len(marks)) if marks[index] is None)


def related(page: Page, marks: Marks, edges: Edges) -> Iterator[tuple[int, str]]:
    """The short lines under a "Related" heading; before running text the last one may be a heading and stays."""
    for index, mark in enumerate(marks):
        if mark == "related":
            yield from ((at, "related") for at in _links(page, marks, index + 1))


def _links(page: Page, marks: Marks, start: int) -> list[int]:
    """The indexes of the link lines from `start` on."""
    found: list[int] = []
    for index in range(start, len(marks)):
        if marks[index] is None:
            if page.lines[index].prose or (page.lines[index].ends and page.lines[index].sentences > 1):
                return found[:-1] if len(found) <= LINKS else []
            found.append(index)
    return found


def cards(page: Page, marks: Marks, edges: Edges) -> Iterator[tuple[int, str]]:
    """After the article's closing lines, teasers of others: known rests at least every fourth line, to the end."""
    start = next((i for i, mark in enumerate(marks) if i > edges.bottom and mark in _AFTER), None)
    if start is None:
        return
    rest = range(start, len(marks))
    unknown = [index for index in rest if marks[index] is None]
    known = sum(marks[index] in _CARD for index in rest if index > start)
    if known >= 2 and 4 * known >= len(rest) and all(len(page.lines[index].text) <= 300 for index in unknown) and _mixed(marks, rest):
        yield from ((index, "related") for index in unknown)


def _mixed(marks: Marks, rest: range) -> bool:
    """Whether no more than three unknown lines stand together."""
    together = 0
    for index in rest:
        together = together + 1 if marks[index] is None else 0
        if together > 3:
            return False
    return True


def _free(page: Page, marks: Marks, first: int) -> Iterator[Line]:
    """The lines from `first` on that are not yet known as page rests."""
    return (page.lines[index] for index in range(first, len(marks)) if marks[index] is None)


AREAS = (comment_form, related, cards)
