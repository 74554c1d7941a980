"""What the cue rules look at: a reading with its names, and ways to look around a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.naming.match import Hit
from generator.extract.naming.table import Look, Table
from generator.extract.naming.tokens import Reading

WINDOW = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading with its hits: what the cue rules look at."""

    reading: Reading
    table: Table
    looks: Sequence[Look]
    hits: Sequence[Hit]
    taken: Mapping[int, int]
    title: int | None
    lead: int | None
    opening: int

    def has(self, kind: str, index: int) -> bool:
        """Whether the word at `index` is one of a kind."""
        return kind in self.looks[index].kinds

    def is_role(self, index: int) -> bool:
        """Whether the word at `index` is, or belongs to, a word of office."""
        hit = self.taken.get(index)
        if hit is not None:
            return self.hits[hit].forms[0].id == ""
        return "role" in self.looks[index].kinds

    def before(self, hit: Hit) -> Iterator[int]:
        """Indices before a hit, nearest first, up to the end of a clause or another name."""
        for index in range(hit.first - 1, -1, -1):
            if self.reading.apart[index]:
                return
            yield index

    def after(self, hit: Hit) -> Iterator[int]:
        """Indices after a hit, nearest first, up to the end of a clause or another name."""
        for index in range(hit.last + 1, len(self.reading.words)):
            if self.reading.apart[index - 1]:
                return
            yield index

    def near(self, indices: Iterator[int], matches: Callable[[int], bool], window: int = WINDOW) -> bool:
        """Whether a word within `window` matches; names end the search, filler words do not count."""
        steps = 0
        for index in indices:
            if matches(index):
                return True
            if index in self.taken or steps >= window:
                return False
            steps += not self.has("filler", index)
        return False


def scene_of(reading: Reading, table: Table, looks: Sequence[Look], hits: Sequence[Hit], title: int | None) -> Scene:
    """Set the scene: which words belong to names, which block is the lead."""
    taken = {index: number for number, hit in enumerate(hits) for index in range(hit.first, hit.last + 1)}
    lead = next((block for block in reading.blocks if block != title), None)
    return Scene(reading, table, looks, hits, taken, title, lead, reading.blocks.index(lead) if lead is not None else 0)
