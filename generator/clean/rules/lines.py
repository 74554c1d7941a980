"""The rules that judge a line by itself, in their order; the first that speaks decides."""

from __future__ import annotations

import re

from generator.clean.line import Line, key_of
from generator.clean.page import Edges, Page
from generator.clean.rules.bars import chain, menu, pipe_menu, share_bar, trail
from generator.clean.rules.credits import caption, rights
from generator.clean.rules.datelines import whole_dateline
from generator.clean.rules.dates import bracketed, count, date_line, name_above_date, name_and_date, named, signed, stamp
from generator.clean.rules.hosts import address, outlet
from generator.clean.rules.strays import stray

AT_EDGES = frozenset({"navigation", "byline", "dateline", "source-line", "ticker"})
"""Phrases that count only before or after the running text."""


def anywhere(page: Page, index: int) -> str | None:
    """The rule of a line that is a page rest wherever it stands."""
    line = page.lines[index]
    found = stray(page.lines, index) or address(line) or outlet(page, line) or rights(line)
    if found or len(line.text) > 500:
        return found
    phrase = page.table_for(line).match_line(line.key, line.ends)
    if phrase and phrase not in AT_EDGES:
        return date_line(page, line) or (name_and_date(page, line) if phrase == "tags" else None) or phrase
    return (
        labelled(page, line)
        or share_bar(page, line)
        or stamp(page, line)
        or (caption(page, line) if not line.text.startswith("|") else None)
    )


_LABEL = re.compile(r"[\[【（(〔]([^\[\]【】（）()〔〕]{2,24})[\]】）)〕]\s*(?=\S)")
_LABELS = frozenset({"related", "read-also", "photo-credit", "advert"})


def labelled(page: Page, line: Line) -> str | None:
    """The rule of a short line that opens with a phrase in brackets: "[Related] Rain tomorrow"."""
    match = None if line.prose or line.ends else _LABEL.match(line.text)
    rule = page.table_for(line).whole.get(key_of(match[1])) if match else None
    return rule if rule in _LABELS else None


def at_edge(page: Page, index: int, marks: list[str | None], edges: Edges) -> str | None:
    """The rule of a line that is a page rest before or after the running text."""
    line = page.lines[index]
    if len(line.text) > 300:
        return None
    found = date_line(page, line) or count(line) or menu(page, line) or pipe_menu(page, index)
    if found or line.prose:
        return found
    if found := chain(page, line, index < edges.top) or (trail(line) if index < edges.top else None):
        return found
    if index and (whole := whole_dateline(page, line)):
        return whole
    return _phrase(page, index, marks) or ((name_and_date(page, line) or signed(page, line) or bracketed(line)) if index else None)


def _phrase(page: Page, index: int, marks: list[str | None]) -> str | None:
    """A phrase that counts at the edges, with what more it asks for."""
    line = page.lines[index]
    phrase = page.table_for(line).match_line(line.key, line.ends)
    if phrase == "byline" and (index == 0 or not (page.table_for(line).says(line.key) or named(line.text.split(" ", 1)[-1]))):
        return None
    if phrase == "ticker" and (index > 0 or len(page.lines) < 3 or page.lines[1].ends or page.lines[1].words < 5):
        return None
    return phrase if phrase in AT_EDGES else None


def beside(page: Page, index: int, marks: list[str | None]) -> str | None:
    """The rule of a line that its neighbour tells: a name above a date."""
    below = next((marks[at] for at in range(index + 1, len(marks)) if at <= index + 1), None)
    return name_above_date(page.lines[index], below) if index else None
