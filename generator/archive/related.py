"""Records that a reader of one record may want next: of the same sides, people and topics, and near in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Entries, Entry
from generator.text.standing import standing

MOST = 5
"""How many related records a record has."""
_NEAR = 8
"""How far, in the order of time, a heading that both stand under is looked through in either direction."""
_LEAST = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What of a record is compared, and its place in the order of time."""

    place: int
    parties: frozenset[str]
    people: frozenset[str]
    topics: frozenset[str]
    year: int | None


def related(entries: Entries, headings: Sequence[Mapping[str, Entries]], same: Mapping[str, Entries]) -> Mapping[str, Entries]:
    """By id, the records most like a record, best first; `same` are those on its own event, which are left out.

    `headings` are looked through (relations, people): records that share none are not related.
    """
    facts = {entry.id: _facts(entry, place) for place, entry in enumerate(entries)}
    near: dict[str, dict[str, Entry]] = {entry.id: {} for entry in entries}
    for heading in headings:
        for found in heading.values():
            for place, entry in enumerate(found):
                around = found[max(place - _NEAR, 0) : place + _NEAR + 1]
                near[entry.id].update((other.id, other) for other in around)
    made = {}
    for entry in entries:
        apart = {entry.id, *(other.id for other in same.get(entry.id, ()))}
        candidates = [other for key, other in near[entry.id].items() if key not in apart]
        if best := tuple(_best(entry, candidates, facts)):
            made[entry.id] = best
    return made


def _facts(entry: Entry, place: int) -> _Facts:
    return _Facts(
        place=place,
        parties=frozenset(party.value for party in entry.parties),
        people=frozenset(person.value.id for person in entry.people if person.value.id),
        topics=frozenset(topic.value for topic in entry.topics),
        year=standing(entry).year,
    )


def _best(entry: Entry, candidates: Sequence[Entry], facts: Mapping[str, _Facts]) -> Iterator[Entry]:
    """The candidates that share most; ties by time."""
    mine = facts[entry.id]
    weighed = ((_likeness(mine, facts[other.id]), other) for other in candidates)
    enough = sorted(((total, other) for total, other in weighed if total >= _LEAST), key=lambda each: (-each[0], facts[each[1].id].place))
    yield from (other for _, other in enough[:MOST])


def _likeness(one: _Facts, other: _Facts) -> float:
    """Two shared sides count 2, one 0.5; a person 1, a topic 0.4; years apart take off what they add."""
    sides = len(one.parties & other.parties)
    total = 2.0 if sides > 1 else 0.5 * sides
    total += min(len(one.people & other.people), 2) + 0.4 * min(len(one.topics & other.topics), 3)
    if one.year is not None and other.year is not None:
        total += max(0.0, 1.0 - 0.25 * abs(one.year - other.year))
    return total
