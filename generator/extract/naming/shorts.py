"""States of one letter in headlines (中法, 한미, 美): only in company, since each is an ordinary letter too."""

from __future__ import annotations

from generator.extract.naming.forms import Form
from generator.extract.naming.match import Hit
from generator.extract.naming.table import Table
from generator.extract.naming.tokens import Reading
from generator.text.fold import fold


def find_shorts(reading: Reading, table: Table, hits: tuple[Hit, ...], title: int | None) -> tuple[Hit, ...]:
    """The hits with the short forms that stand in a pair, beside a word of office or relation, or head the title."""
    if not table.shorts:
        return hits
    taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    found = [
        Hit(index, index, tuple(Form(word, "country", "short", identifier) for identifier in table.shorts[word]))
        for index, word in enumerate(reading.words)
        if word in table.shorts and index not in taken and _counts(reading, table, index, taken, title)
    ]
    return tuple(sorted((*hits, *found), key=lambda hit: hit.first))


def _counts(reading: Reading, table: Table, index: int, taken: set[int], title: int | None) -> bool:
    before, after = table.short_near
    previous = _neighbour(reading, index, -1)
    following = _neighbour(reading, index, 1)
    if previous in before or following in after or _has_role(table, following):
        return True
    if following in table.shorts:
        return _relates(reading, table, index + 1) or reading.blocks[index] == title
    if previous in table.shorts:
        return _relates(reading, table, index) or reading.blocks[index] == title
    return _heads(reading, index, title)


def _relates(reading: Reading, table: Table, index: int) -> bool:
    """A word of relation or office follows the pair that ends here, at most two words on."""
    after = table.short_near[1]
    following = [_neighbour(reading, index, step) for step in (1, 2, 3)]
    return any(word in after or word in table.shorts or _has_role(table, word) for word in following)


def _has_role(table: Table, word: str) -> bool:
    return bool(word) and table.roles["any"].has((word,))


def _neighbour(reading: Reading, index: int, step: int) -> str:
    """The word `step` places away in the same block, or nothing."""
    other = index + step
    if 0 <= other < len(reading.words) and reading.blocks[other] == reading.blocks[index]:
        return reading.words[other]
    return ""


def _heads(reading: Reading, index: int, title: int | None) -> bool:
    """The letter opens the title, or stands alone between blanks or marks there."""
    if reading.blocks[index] != title:
        return False
    before = reading.gap(index - 1) if index else "\n"
    opens = index == 0 or reading.blocks[index - 1] != title or bool(before.strip())
    alone = bool(before) and bool(reading.gap(index))
    return opens or alone or fold(reading.words[index - 1]) in {"・", "、"}
