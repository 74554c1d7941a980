"""Bars: the share buttons of social networks, and menus."""

from __future__ import annotations

import re

from generator.clean.line import Line
from generator.clean.page import Page

_WORDS = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"\s*(?:[|›»«‹>/•·→←\t]|\s{2,}|(?<=[a-zа-я])(?=[A-ZА-Я])|\s[-–—]\s)\s*")


def share_bar(page: Page, line: Line) -> str | None:
    """`share` for a line of nothing but the names of networks and the words of their buttons."""
    if len(line.text) > 200:
        return None
    words = _WORDS.findall(line.folded)
    return "share" if words and all(word in page.table_for(line).networks or word in page.table.networks for word in words) else None


def menu(page: Page, line: Line) -> str | None:
    """`navigation` for a line parted by bars or arrows, of short parts at least half of which are menu words."""
    if len(line.text) > 300:
        return None
    parts = [part for part in _PARTS.split(line.text) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) > 4 for part in parts):
        return None
    table = page.table_for(line)
    known = sum(table.match(_key(part)) == "navigation" for part in parts)
    return "navigation" if 2 * known >= len(parts) else None


def pipe_menu(page: Page, index: int) -> str | None:
    """`navigation` for one line of short parts between bars, alone (no table) at the edge of a page."""
    line = page.lines[index]
    parts = [part for part in line.text.split("|") if part.strip()]
    if len(parts) < 3 or any(len(part.split()) > 4 or any(map(str.isdigit, part)) for part in parts):
        return None
    beside = page.lines[max(0, index - 1) : index] + page.lines[index + 1 : index + 2]
    return None if any("|" in other.text for other in beside) else "navigation"


def _key(part: str) -> str:
    return Line(0, len(part), part, False).key
