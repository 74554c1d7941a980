"""Records that a reader of one record may want next: of the same sides, people and topics, and near in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.archive.recall import Recall, forgetful
from generator.model import Entries, Entry
from generator.text.standing import standing

MOST = 5
"""How many related records a record has."""
_NEAR = 8
"""How far, in the order of time, a heading that both stand under is looked through in either direction."""
_LEAST = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What of a record is compared."""

    parties: frozenset[str]
    people: frozenset[str]
    topics: frozenset[str]
    year: int | None


def related(
    entries: Entries, headings: Mapping[str, Mapping[str, Entries]], same: Mapping[str, Entries], recall: Recall = forgetful
) -> Mapping[str, Entries]:
    """By id, the records most like a record, best first; `same` are those on its own event, which are left out.

    `headings` are looked through (relations, people), by name: records that share none are not related.
    """
    place = {entry.id: number for number, entry in enumerate(entries)}
    best: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for name, heading in headings.items():
        for key, found in heading.items():
            apart = {entry.id: [other.id for other in same[entry.id]] for entry in found if entry.id in same}
            for mine, likes in recall(f"related {name}", key, found, partial(_related, found, apart), apart).items():
                best[mine].update(likes)
    return {
        mine: tuple(entries[place[other]] for other in sorted(likes, key=lambda other: (-likes[other], place[other]))[:MOST])
        for mine, likes in best.items()
    }


def _related(found: Entries, apart: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    """By id, the most alike of the records near it under one heading, with their likeness; ties by time."""
    facts = [_facts(entry) for entry in found]
    made = {}
    for mine, entry in enumerate(found):
        out = {entry.id, *apart.get(entry.id, ())}
        near = (other for other in range(max(mine - _NEAR, 0), min(mine + _NEAR + 1, len(found))) if found[other].id not in out)
        weighed = ((_likeness(facts[mine], facts[other]), other) for other in near)
        enough = sorted(((total, other) for total, other in weighed if total >= _LEAST), key=lambda each: (-each[0], each[1]))
        if enough:
            made[entry.id] = {found[other].id: total for total, other in enough[:MOST]}
    return made


def _facts(entry: Entry) -> _Facts:
    return _Facts(
        parties=frozenset(party.value for party in entry.parties),
        people=frozenset(person.value.id for person in entry.people if person.value.id),
        topics=frozenset(topic.value for topic in entry.topics),
        year=standing(entry).year,
    )


def _likeness(one: _Facts, other: _Facts) -> float:
    """Two shared sides count 2, one 0.5; a person 1, a topic 0.4; years apart take off what they add."""
    sides = len(one.parties & other.parties)
    total = 2.0 if sides > 1 else 0.5 * sides
    total += min(len(one.people & other.people), 2) + 0.4 * min(len(one.topics & other.topics), 3)
    if one.year is not None and other.year is not None:
        total += max(0.0, 1.0 - 0.25 * abs(one.year - other.year))
    return total
