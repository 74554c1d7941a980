"""Records on one event, whatever their language: clusters in which every two records agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import combinations, islice

from generator.archive.alike import ENOUGH, MONTH, SLACK, Signs, forbidden, signs, weight
from generator.archive.recall import Recall, forgetful
from generator.model import Entries, Entry
from generator.text.standing import in_time

_BLOCK = 8
"""Days that one block of candidates spans."""
_NEIGHBOURS = 60
"""With how many of those that follow it in a block a record is compared, so that no block takes quadratic time."""


def same_events(entries: Entries, pairs: Mapping[str, Entries] | None = None, recall: Recall = forgetful) -> Mapping[str, Entries]:
    """By id of each record, the other records on its event, in the order of time; records that have none are left out.

    `pairs` are the relations where the caller has them; records that share none are not compared. A person's `same_event` joins two records
    whatever their signs say, and through them whole clusters.
    """
    by_id = {entry.id: entry for entry in entries}
    clusters: dict[str, frozenset[str]] = {}
    compared = _Signs(by_id)
    agreeing = {
        edge for key, found in (pairs or _relations(entries)).items() for edge in recall("agreeing", key, found, partial(_agreeing, found))
    }
    for _, one, other in sorted(agreeing, key=lambda found: (-found[0], found[1:])):
        ones, others = (clusters.get(each, frozenset({each})) for each in (one, other))
        if other not in ones and not _apart(ones, others, compared):
            _join(clusters, one, other)
    for entry in entries:
        if entry.same_event in by_id:
            _join(clusters, entry.id, entry.same_event)
    return {
        key: tuple(sorted((by_id[each] for each in members if each != key), key=in_time))
        for key, members in sorted(clusters.items())
        if len(members) > 1
    }


def _relations(entries: Entries) -> Mapping[str, Entries]:
    """The records of every two parties."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for sides in combinations(sorted({party.value for party in entry.parties}), 2):
            found["-".join(sides)].append(entry)
    return {pair: tuple(found[pair]) for pair in sorted(found)}


class _Signs(dict[str, Signs]):
    """The signs of records by id, made when they are asked for."""

    def __init__(self, by_id: Mapping[str, Entry]) -> None:
        self._by_id = by_id

    def __missing__(self, key: str) -> Signs:
        return self.setdefault(key, signs(self._by_id[key]))


def _join(clusters: dict[str, frozenset[str]], one: str, other: str) -> None:
    joined = clusters.get(one, frozenset({one})) | clusters.get(other, frozenset({other}))
    clusters.update(dict.fromkeys(joined, joined))


def _apart(ones: Iterable[str], others: frozenset[str], compared: Mapping[str, Signs]) -> bool:
    """Whether any record of one cluster cannot be on the event of one of the other."""
    return any(forbidden(compared[one], compared[other]) for one in ones for other in others)


def _agreeing(entries: Entries) -> tuple[tuple[float, str, str], ...]:
    """Every two records of a relation that are taken for one event, with the weight of their signs."""
    compared = {entry.id: signs(entry) for entry in entries}
    weighed = ((weight(compared[one], compared[other]), one, other) for one, other in sorted(set(_candidates(entries, compared))))
    return tuple((total, one, other) for total, one, other in weighed if total is not None and total >= ENOUGH)


def _candidates(entries: Entries, compared: Mapping[str, Signs]) -> Iterator[tuple[str, str]]:
    """Records of one relation worth a comparison: near in time or with a figure in common."""
    blocks: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for entry in entries:
        for key in _keys(compared[entry.id]):
            blocks[key].append(entry.id)
    for key, block in blocks.items():
        for place, one in enumerate(block):
            if key[0] == "day" and compared[one].span is not None:
                continue  # two dates with years are compared by their days
            for other in _around(block, place) if key[0] == "day" else islice(block, place + 1, place + 1 + _NEIGHBOURS):
                yield (one, other) if one < other else (other, one)


def _around(block: list[str], place: int) -> list[str]:
    """The others of a block, those nearest to a place in it."""
    return block[max(place - _NEIGHBOURS, 0) : place] + block[place + 1 : place + 1 + _NEIGHBOURS]


def _keys(compared: Signs) -> Iterator[tuple[object, ...]]:
    yield from _times(compared)
    yield from sorted(compared.figures)


def _times(compared: Signs) -> Iterator[tuple[object, ...]]:
    """The blocks of days that a date touches; its month and day for those dates that have no year."""
    day, span = compared.day, compared.span
    if day is not None and day.month is not None and day.day is not None:
        yield "day", day.month, day.day
        if span is not None and compared.published:
            told = (date.fromordinal(max(span[0] - back, 1)) for back in range(1, SLACK + 1))
            yield from (("day", each.month, each.day) for each in told)
    if span is not None and span[1] - span[0] <= MONTH:
        yield from (("days", block) for block in range((span[0] - SLACK) // _BLOCK, (span[1] + SLACK) // _BLOCK + 1))
