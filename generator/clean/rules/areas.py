"""Stretches of lines: a comment form to the end of the page, links under "Related", cards of other articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.clean.line import Line
from generator.clean.page import Edges, Page

Marks = Sequence[str | None]
_AFTER = frozenset({"comment-form", "newsletter", "related", "tags", "feed-footer", "copyright"})
_CARD = frozenset({"byline", "date-line", "share", "counter", "read-more", "comment-form", "newsletter", "related", "photo-credit"})
_SIGNED = frozenset({"byline", "date-line"})
_NOTES = ("read-also", "read-more")
_AMID = {"read-also": 1, "read-more": 0}
_CLOSED = frozenset({"comment-form", "tags", "feed-footer", "copyright"})
_SEVERAL = 8
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
    reached = 0
    for index, mark in enumerate(marks):
        if mark == "related" and index >= reached:
            found = _links(page, marks, index + 1)
            reached = found[-1] if found else index + 1
            yield from ((at, "related") for at in found)


def noted(page: Page, marks: Marks, edges: Edges) -> Iterator[tuple[int, str]]:
    """The headlines under "Read also" or "Read more" where that is a line by itself and the article has begun.

    Amid the article one headline may stand under "Read also", and none under "Read more", which may be a button.
    """
    for index, mark in enumerate(marks):
        if mark in _NOTES and index > edges.top and page.table_for(page.lines[index]).whole.get(page.lines[index].key) == mark:
            found, running = _headlines(page, marks, index + 1)
            if found and len(found) <= (_AMID[mark] if running else _SEVERAL):
                yield from ((at, mark) for at in found)


def _headlines(page: Page, marks: Marks, start: int) -> tuple[list[int], bool]:
    """The lines from `start` on that look like headlines, and whether running text follows them."""
    found: list[int] = []
    for index in range(start, len(marks)):
        line = page.lines[index]
        if marks[index] in _CLOSED:
            return found, False
        if marks[index] is None:
            if line.prose or (line.ends and line.text.rstrip("\"'»”’)")[-1:] not in "?!؟！？…"):
                return found, True
            found.append(index)
    return found, False


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
    signed = sum(marks[index] in _SIGNED for index in rest)
    teasers = sum(page.lines[index].prose for index in unknown)
    if signed >= 2 and 4 * known >= len(rest) and 2 * teasers <= len(unknown) and _mixed(marks, rest) and _short(page, unknown):
        yield from ((index, "related") for index in unknown)


def _short(page: Page, indexes: Sequence[int]) -> bool:
    """Whether no line is longer than a teaser."""
    return all(len(page.lines[index].text) <= 300 for index in indexes)


def _mixed(marks: Marks, rest: range) -> bool:
    """Whether no more than three unknown lines stand together."""
    together = 0
    for index in rest:
        together = together + 1 if marks[index] is None else 0
        if together > 3:
            return False
    return True


def label(page: Page, marks: Marks, edges: Edges) -> Iterator[tuple[int, str]]:
    """`caption` for up to three words between empty lines right under the title: a picture's or a section's name.

    Only on a page without any other heading: the first section of a document has sisters.
    """
    free = [index for index, mark in enumerate(marks) if mark is None]
    if len(free) < 5:
        return
    title, short, after = (page.lines[index] for index in free[:3])
    others = any(not page.lines[index].ends and not page.lines[index].prose for index in free[2:])
    alone = short.gap and after.gap and after.prose and short.words <= 3 and len(short.text) <= 30 and not short.ends
    if alone and title.words >= 5 and not title.prose and not others:
        yield free[1], "caption"


def _free(page: Page, marks: Marks, first: int) -> Iterator[Line]:
    """The lines from `first` on that are not yet known as page rests."""
    return (page.lines[index] for index in range(first, len(marks)) if marks[index] is None)


AREAS = (comment_form, related, noted, cards, label)
