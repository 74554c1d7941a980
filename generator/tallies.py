"""Counting what was found against what was to be found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Record

# Replaced markup and control characters are no boilerplate: the words beside them stay.
_NOT_BOILERPLATE = frozenset({"markup", "control"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Right, wrong and missed: of texts for a field scored by equality, of ids or characters for the others."""

    right: float = 0
    wrong: float = 0
    missed: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(right=self.right + other.right, wrong=self.wrong + other.wrong, missed=self.missed + other.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1.0 where there was nothing to find and nothing was found."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0

    @property
    def accuracy(self) -> float:
        """Share of texts that are right."""
        total = self.right + self.wrong
        return self.right / total if total else 1.0


def closest_parties(found: Iterable[str], label: Mapping[str, Any]) -> tuple[Tally, frozenset[str]]:
    """The tally against whichever of the label and its alternatives is nearest, and that one."""
    ids = frozenset(found)
    options = [frozenset(option) for option in (label["parties"], *(label.get("parties_alternatives") or ()))]
    tallies = [Tally(right=len(ids & option), wrong=len(ids - option), missed=len(option - ids)) for option in options]
    return max(zip(tallies, options, strict=True), key=lambda pair: pair[0].f1)


def boilerplate_tally(record: Record, segments: Iterable[str]) -> Tally:
    """Non-blank characters removed rightly, removed wrongly, and missed."""
    labelled: set[int] = set()
    for segment in segments:
        start = record.text.find(segment)
        while start >= 0 and start in labelled:
            start = record.text.find(segment, start + 1)
        labelled.update(range(start, start + len(segment)) if start >= 0 else ())
    gone = {place for each in record.removed if each.rule not in _NOT_BOILERPLATE for place in range(each.start, each.end)}
    solid = {place for place, character in enumerate(record.text) if not character.isspace()}
    gone, labelled = gone & solid, labelled & solid
    return Tally(right=len(gone & labelled), wrong=len(gone - labelled), missed=len(labelled - gone))
