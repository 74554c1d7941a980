"""A page as a reader sees it: its lines, block by block; and tables that only lay a page out, told from those that hold data."""

from __future__ import annotations

from typing import Any

from generator.add.markup import one_line
from generator.clean.line import trimmed

_SKIPPED = frozenset({"script", "style", "noscript", "template", "nav", "svg", "select", "option", "button", "head"})
_INLINE = frozenset({"a", "abbr", "b", "bdi", "bdo", "cite", "em", "font", "i", "q", "small", "span", "strong", "sub", "sup", "time", "u"})
_TABLE = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_PROSE = 300
"""Characters of a cell that holds no datum but an article."""


def unlay(tree: Any) -> None:
    """Make divisions of the tables that lay a page out: those with a table in a cell, or with an article in one."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td", "th"))
        if any(_weight(cell) >= _PROSE or next(cell.iter("table"), None) is not None for cell in cells):
            for node in (table, *table.iterdescendants(*_TABLE)):
                if next(node.iterancestors("table"), table) in (table, node):
                    node.tag = "div"


def _weight(cell: Any) -> int:
    """How much a cell says, as characters of Latin writing."""
    line = trimmed(one_line("".join(cell.itertext())), 0, False)
    return line.weight if line else 0


def lines_of(tree: Any) -> list[str]:
    """The words of a page, a block a line."""
    found: list[str] = []
    pending: list[str] = []
    _gather(tree, found, pending)
    _flush(found, pending)
    return found


def _gather(node: Any, found: list[str], pending: list[str]) -> None:
    if not isinstance(node.tag, str) or node.tag in _SKIPPED:
        return
    block = node.tag not in _INLINE
    if block:
        _flush(found, pending)
    pending.append(f" {node.text or ''}" if node.tag == "time" else node.text or "")
    for child in node:
        _gather(child, found, pending)
        pending.append(child.tail or "")
    if block:
        _flush(found, pending)


def _flush(found: list[str], pending: list[str]) -> None:
    line = one_line("".join(pending))
    pending.clear()
    if line:
        found.append(line)
