"""Bars: the share buttons of social networks, and menus."""

from __future__ import annotations

import re

from generator.clean.line import Line, key_of
from generator.clean.page import Page
from generator.clean.phrases import PhraseTable

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
    if len(parts) < 2 or any(len(part.split()) > 5 for part in parts):
        return None
    table = page.table_for(line)
    known = sum(table.match(_key(part)) == "navigation" for part in parts)
    return "navigation" if 2 * known >= len(parts) else None


_CHAINED = frozenset({"navigation", "share", "counter", "comment-form", "read-more", "newsletter", "related", "read-also"})
_LONGEST_LINK, _MENU_LINKS = 6, 3


def chain(page: Page, line: Line, top: bool) -> str | None:
    """The rule of a line that is phrases of links, one after another: "Share this: Facebook Email", "Home World Sport".

    Two are enough for buttons; bare words of a menu must be three, before the running text (`top`).
    """
    if line.ends or not line.key or len(line.text) > 200 or not 2 <= line.words <= 24:
        return None
    words = [word for word in (key_of(word) for word in line.text.split()) if word]
    found = _links(page.table_for(line), words)
    rules = [rule for phrase, rule in found or () if phrase != "#"]
    if not found or len(found) < 2 or not rules:
        return None
    if all(rule == "navigation" for rule in rules):
        several = sum(" " in phrase for phrase, _rule in found) >= 2
        return "navigation" if several or (top and len(found) >= _MENU_LINKS) else None
    return next(rule for rule in rules if rule != "navigation")


def _links(table: PhraseTable, words: list[str]) -> list[tuple[str, str]] | None:
    """The words as whole phrases of links with their rules, the longest first at each place; `None` where one is none."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST_LINK, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + size])
            rule = table.whole.get(phrase) or ("share" if phrase in table.networks else "counter" if phrase == "#" else None)
            if rule in _CHAINED:
                found.append((phrase, rule))
                at += size
                break
        else:
            return None
    return found


_CRUMB = re.compile(r"\s*[>›»]\s*")
_CRUMBS = 3


def trail(line: Line) -> str | None:
    """`navigation` for three or more short parts with arrows between them above the text: "Home > World > Africa"."""
    parts = _CRUMB.split(line.text) if len(line.text) <= 160 and not line.ends else []
    short = all(0 < len(part.split()) <= 4 for part in parts)
    return "navigation" if len(parts) >= _CRUMBS and short else None


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
