"""The sides and the mere mentions as values with their words, and what is doubtful about them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.curated import Curated
from generator.errors import Doubt
from generator.model import SURE, Evidence, Found, Seed
from generator.resolve.readings import Reading, no_state
from generator.resolve.sides import Side, choose, clarity, weigh
from generator.text.same import Same

_QUOTES = 3


def seldom_sides(curated: Curated) -> frozenset[str]:
    """Organisations, territories and states that are no more: named more often than they are a side."""
    return _seldom_sides(Same(curated))


@lru_cache(maxsize=4)
def _seldom_sides(held: Same[Curated]) -> frozenset[str]:
    dependent = (each.id for each in held.value.countries.values() if each.status in ("territory", "former"))
    return frozenset((*held.value.organisations, *dependent))


@dataclass(frozen=True, slots=True)
class Weighed:
    """All readings of a text, the ids they give by strength, and the sides taken with their confidence."""

    readings: tuple[Reading, ...]
    sides: tuple[Side, ...]
    taken: tuple[tuple[Side, float], ...]

    @classmethod
    def of(cls, readings: tuple[Reading, ...], curated: Curated) -> Weighed:
        """Weigh the readings of a text."""
        bodies = seldom_sides(curated)
        sides = weigh(readings, bodies)
        return cls(readings, sides, choose(sides, bodies, readings))

    def readings_of(self, identifier: str) -> tuple[Reading, ...]:
        """The readings of an id, the plainest first."""
        own = [each for each in self.readings if each.id == identifier and not no_state(each)]
        return tuple(sorted(own, key=lambda each: (-clarity(each), each.mention.span)))


def quote(readings: Sequence[Reading], text: str) -> tuple[Evidence, ...]:
    """The words of the plainest readings, different words first, in the order of the text."""
    different = {each.mention.surface: each for each in reversed(readings)}
    chosen = sorted(readings, key=lambda each: different[each.mention.surface] is not each)[:_QUOTES]
    spans = sorted({each.mention.span for each in chosen})
    return tuple(Evidence(start=start, end=end, quote=text[start:end]) for start, end in spans)


def parties_found(weighed: Weighed, text: str) -> tuple[Found[str], ...]:
    """The sides inferred, sorted by id."""
    found = (
        Found(value=side.id, basis="inferred", rule=side.rule, confidence=sure, evidence=quote(side.readings, text))
        for side, sure in weighed.taken
    )
    return tuple(sorted(found, key=lambda each: each.value))


def mentioned(weighed: Weighed, parties: frozenset[str], curated: Curated, text: str) -> tuple[Found[str], ...]:
    """States named that are no side, in the order of the text."""
    return tuple(_values(weighed, text, [each for each in _ids(weighed, curated.countries) if each not in parties]))


def organisations(weighed: Weighed, curated: Curated, text: str) -> tuple[Found[str], ...]:
    """Bodies named, sides or not, in the order of the text."""
    return tuple(_values(weighed, text, _ids(weighed, curated.organisations)))


def _ids(weighed: Weighed, vocabulary: Container[str]) -> tuple[str, ...]:
    """The ids named that a vocabulary holds, in the order of the text."""
    return tuple(dict.fromkeys(each.id for each in weighed.readings if each.id in vocabulary and not no_state(each)))


def _values(weighed: Weighed, text: str, ids: Sequence[str]) -> Iterator[Found[str]]:
    for each in ids:
        readings = weighed.readings_of(each)
        best = readings[0].mention
        yield Found(value=each, basis="inferred", rule=best.kind, confidence=0.9 if best.strong else 0.6, evidence=quote(readings, text))


def parties_doubts(seed: Seed, parties: Sequence[Found[str]], weighed: Weighed) -> Iterator[Doubt]:
    """Sides that are unsure, that contradict the text, and names with two meanings."""
    stated = [each for each in parties if each.basis == "stated"]
    if stated:
        yield from _contradicted(seed, stated)
        return
    for each in parties:
        if each.confidence < SURE:
            yield seed.doubt("D432", "note", each.evidence[0].start, party=each.value)
    yield from _ambiguous(seed, frozenset(each.value for each in parties), weighed)


def _contradicted(seed: Seed, stated: Sequence[Found[str]]) -> Iterator[Doubt]:
    for each in stated:
        if not each.evidence:
            yield seed.doubt("D433", "note", 0, party=each.value)


def _ambiguous(seed: Seed, parties: frozenset[str], weighed: Weighed) -> Iterator[Doubt]:
    told: set[str] = set()
    for each in weighed.readings:
        if each.id in parties and each.rivals and each.close and each.id not in told:
            told.add(each.id)
            mention = each.mention
            yield seed.doubt("D430", "note", mention.span[0], name=mention.surface, taken=each.id, other=", ".join(each.rivals))
