"""States of one letter in headlines (中法, 한미, 美): only in company, since each is an ordinary letter too."""

from __future__ import annotations

from generator.extract.naming.forms import Form
from generator.extract.naming.match import Hit
from generator.extract.naming.table import Table
from generator.extract.naming.tokens import Reading, reading_of
from generator.text.fold import fold


def split_pairs(reading: Reading, table: Table) -> Reading:
    """Words such as 한미 and 미중정상회담 cut into their letters and the rest, where words are set apart by spaces."""
    if table.known is not None or not table.shorts:
        return reading
    cuts = {index: cut for index, word in enumerate(reading.words) if (cut := _cut(word, table))}
    if not cuts:
        return reading
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    blocks: list[int] = []
    for index, word in enumerate(reading.words):
        begin = reading.starts[index]
        for part in cuts.get(index, (word,)):
            words.append(part)
            starts.append(begin)
            begin = begin + len(part) if index in cuts else reading.ends[index]
            ends.append(begin)
            blocks.append(reading.blocks[index])
    return reading_of(reading.text, reading.folded, reading.offsets, words, starts, ends, blocks)


def _cut(word: str, table: Table) -> tuple[str, ...]:
    """The letters of states that open a word, two or more, and the rest: nothing, or a word of relation or office."""
    count = 0
    while count < len(word) and word[count] in table.shorts:
        count += 1
    look = table.look(word)
    for size in range(count, 1, -1) if not look.bases else ():
        rest = word[size:]
        if not rest or {"relation", "role", "between"} & table.look(rest).kinds or rest in table.short_near[1]:
            return (*word[:size], rest) if rest else tuple(word[:size])
    return ()


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
    if previous.isdigit():
        return False
    if previous in before or following in after or _has_role(table, following):
        return True
    if following in table.shorts and _glued(reading, index):
        return _relates(reading, table, index + 1) or reading.blocks[index] == title
    if previous in table.shorts and _glued(reading, index - 1):
        return _relates(reading, table, index) or reading.blocks[index] == title
    return _heads(reading, index, title)


def _glued(reading: Reading, index: int) -> bool:
    """Whether nothing but a hyphen or a middle dot stands behind the word."""
    return reading.gap(index) in ("", "-", "·", "・", "/", " ")


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
