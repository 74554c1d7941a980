"""What the cue rules look at: a reading with its names, and what stands around each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.naming.match import Hit
from generator.extract.naming.table import Look, Table
from generator.extract.naming.tokens import Reading

WINDOW = 4
_FAR = WINDOW + 1
_ROLE = frozenset({"role"})

Reach = Mapping[str, int]
"""Each kind of word on one side of a name, and the smallest window that reaches it."""


@dataclass(frozen=True, slots=True)
class Around:
    """A name with its number in the scene, its block, and what is near: `before` and `after` up to a clause's end or another name."""

    number: int
    hit: Hit
    block: int
    before: Reach
    after: Reach

    def preceded(self, kind: str, window: int) -> bool:
        """Whether a word of a kind stands within `window` words before the name; filler words do not count."""
        return self.before.get(kind, _FAR) <= window

    def followed(self, kind: str, window: int) -> bool:
        """The same behind the name."""
        return self.after.get(kind, _FAR) <= window


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading with its hits: what the cue rules look at.

    `kinds` are the kinds of each word, words within names being words of office only where the name is one;
    `taken` leads from a word to the number of its hit, `begins` from a block to its first word.
    """

    reading: Reading
    table: Table
    looks: Sequence[Look]
    kinds: Sequence[frozenset[str]]
    hits: Sequence[Hit]
    taken: Mapping[int, int]
    begins: Mapping[int, int]
    title: int | None
    lead: int | None
    opening: int

    def has(self, kind: str, index: int) -> bool:
        """Whether the word at `index` is one of a kind."""
        return kind in self.kinds[index]

    def before(self, hit: Hit) -> Iterator[int]:
        """Indices before a hit, nearest first, up to the end of a clause."""
        for index in range(hit.first - 1, -1, -1):
            if self.reading.apart[index]:
                return
            yield index

    def after(self, hit: Hit) -> Iterator[int]:
        """Indices after a hit, nearest first, up to the end of a clause."""
        for index in range(hit.last + 1, len(self.reading.words)):
            if self.reading.apart[index - 1]:
                return
            yield index

    def near(self, indices: Iterable[int], matches: Callable[[int], bool], window: int = WINDOW) -> bool:
        """Whether a word within `window` matches; names end the search, filler words do not count."""
        return any(matches(index) for index, needed in self._nearest(indices) if needed <= window)

    def around(self, number: int) -> Around:
        """A name with what is near it."""
        hit = self.hits[number]
        return Around(number, hit, self.reading.blocks[hit.first], self._reach(self.before(hit)), self._reach(self.after(hit)))

    def _reach(self, indices: Iterable[int]) -> Reach:
        reach: dict[str, int] = {}
        for index, needed in self._nearest(indices):
            for kind in self.kinds[index]:
                reach.setdefault(kind, needed)
        return reach

    def _nearest(self, indices: Iterable[int]) -> Iterator[tuple[int, int]]:
        """The words of a side up to the widest window or a name, each with the window that reaches it."""
        steps, needed = 0, 0
        for index in indices:
            yield index, needed
            if index in self.taken or steps >= WINDOW:
                return
            needed = steps + 1
            steps += "filler" not in self.kinds[index]


def scene_of(reading: Reading, table: Table, looks: Sequence[Look], hits: Sequence[Hit], title: int | None) -> Scene:
    """Set the scene: which words belong to names, which block is the lead."""
    kinds = [look.kinds for look in looks]
    taken: dict[int, int] = {}
    for number, hit in enumerate(hits):
        for index in range(hit.first, hit.last + 1):
            taken[index] = number
            kinds[index] = kinds[index] | _ROLE if hit.forms[0].id == "" else kinds[index] - _ROLE
    begins = dict(zip(reversed(reading.blocks), range(len(reading.blocks) - 1, -1, -1), strict=True))
    begins = dict(reversed(begins.items()))
    lead = next((block for block in begins if block != title), None)
    return Scene(reading, table, looks, kinds, hits, taken, begins, title, lead, begins[lead] if lead is not None else 0)
