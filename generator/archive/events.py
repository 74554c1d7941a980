"""Records on one event, whatever their language: clusters in which every two records agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, islice

from generator.archive.alike import ENOUGH, SLACK, Signs, forbidden, signs, span, weight
from generator.model import Entries, Entry
from generator.text.edtf import Edtf
from generator.text.standing import in_time

_BLOCK = 8
_MONTH = 31
"""Days that one block of candidates spans, and the longest date that says enough to be looked up by its days."""
_NEIGHBOURS = 200
"""With how many of those that follow it in a block a record is compared, so that no block takes quadratic time."""


def same_events(entries: Entries) -> Mapping[str, Entries]:
    """By id of each record, the other records on its event, in the order of time; records that have none are left out.

    A person's `same_event` joins two records whatever their signs say, and through them whole clusters.
    """
    by_id = {entry.id: entry for entry in entries}
    clusters = {entry.id: frozenset({entry.id}) for entry in entries}
    compared = {entry.id: signs(entry) for entry in entries}
    for _, one, other in sorted(_agreeing(entries, compared), key=lambda found: (-found[0], found[1:])):
        if clusters[one] is not clusters[other] and not _apart(clusters[one], clusters[other], compared):
            _join(clusters, one, other)
    for entry in entries:
        if entry.same_event in by_id:
            _join(clusters, entry.id, entry.same_event)
    return {
        key: tuple(sorted((by_id[each] for each in members if each != key), key=in_time))
        for key, members in clusters.items()
        if len(members) > 1
    }


def _join(clusters: dict[str, frozenset[str]], one: str, other: str) -> None:
    joined = clusters[one] | clusters[other]
    clusters.update(dict.fromkeys(joined, joined))


def _apart(ones: Iterable[str], others: frozenset[str], compared: Mapping[str, Signs]) -> bool:
    """Whether any record of one cluster cannot be on the event of one of the other."""
    return any(forbidden(compared[one], compared[other]) for one in ones for other in others)


def _agreeing(entries: Entries, compared: Mapping[str, Signs]) -> Iterator[tuple[float, str, str]]:
    """Every two records that are taken for one event, with the weight of their signs."""
    seen: set[tuple[str, str]] = set()
    for pair in _candidates(entries, compared):
        if pair in seen:
            continue
        seen.add(pair)
        one, other = compared[pair[0]], compared[pair[1]]
        if not forbidden(one, other) and (total := weight(one, other)) >= ENOUGH:
            yield total, *pair


def _candidates(entries: Entries, compared: Mapping[str, Signs]) -> Iterator[tuple[str, str]]:
    """Records worth a comparison: of one relation, and near in time or with a figure in common."""
    blocks: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for entry in entries:
        for key in _keys(entry, compared[entry.id]):
            blocks[key].append(entry.id)
    for block in blocks.values():
        for place, one in enumerate(block):
            for other in islice(block, place + 1, place + 1 + _NEIGHBOURS):
                yield (one, other) if one < other else (other, one)


def _keys(entry: Entry, compared: Signs) -> Iterator[tuple[object, ...]]:
    times = tuple(_times(compared.day, compared.published)) if compared.day else ()
    for pair in combinations(sorted(compared.parties), 2):
        for time in times:
            yield pair, *time
        for figure in sorted(compared.figures):
            yield pair, *figure


def _times(day: Edtf, published: bool) -> Iterator[tuple[object, ...]]:
    """The blocks of days that a date touches; its month and day for dates without a year."""
    dated = day.earliest is not None or day.latest is not None
    if day.month is not None and day.day is not None:
        yield "day", day.month, day.day
        if dated and published:
            told = (date.fromordinal(max(span(day)[0] - back, 1)) for back in range(1, SLACK + 1))
            yield from (("day", each.month, each.day) for each in told)
    if not dated:
        return
    first, last = span(day)
    if last - first <= _MONTH:
        yield from (("days", block) for block in range((first - SLACK) // _BLOCK, (last + SLACK) // _BLOCK + 1))
