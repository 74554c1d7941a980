"""What stands beside a record or a relation: the records before and after it, the busiest other relations of its sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from heapq import nsmallest
from itertools import combinations

from generator.archive.recall import Recall, forgetful
from generator.model import Entries, Entry
from generator.text.edtf import Edtf, parse

NEIGHBOURS = 4
"""How many other relations of the two sides stand beside a relation's own years."""
MOST_RELATIONS = 3
"""In how many of its relations a record shows its neighbours: a conference has too many."""

Neighbour = tuple[str | None, str | None]
"""The ids of the records before and after one; `None` where there is none."""


def around(
    entries: Entries, pairs: Mapping[str, Entries], recall: Recall = forgetful
) -> Mapping[str, Mapping[str, tuple[Entry | None, Entry | None]]]:
    """By id of a record and by relation, the records before and after it; relations in which it has neither are left out."""
    by_id = {entry.id: entry for entry in entries}
    made: defaultdict[str, dict[str, tuple[Entry | None, Entry | None]]] = defaultdict(dict)
    for pair, found in pairs.items():
        for mine, (before, after) in recall("around", pair, found, partial(_around, pair, found)).items():
            made[mine][pair] = (by_id[before] if before else None, by_id[after] if after else None)
    return dict(made)


def _around(pair: str, found: Entries) -> dict[str, Neighbour]:
    """The neighbours of each record of a relation that shows them."""
    days = [_day(entry) for entry in found]
    made = {}
    for place, entry in enumerate(found):
        if pair in _shown(entry):
            before = next((found[each].id for each in range(place - 1, -1, -1) if _precedes(days[each], days[place])), None)
            after = next((found[each].id for each in range(place + 1, len(found)) if _precedes(days[place], days[each])), None)
            if before or after:
                made[entry.id] = (before, after)
    return made


def _shown(entry: Entry) -> list[str]:
    """The relations of a record that show its neighbours."""
    pairs = combinations(sorted({party.value for party in entry.parties}), 2)
    return ["-".join(sides) for _, sides in zip(range(MOST_RELATIONS), pairs, strict=False)]


def _day(entry: Entry) -> Edtf | None:
    found = entry.date or entry.published
    return parse(found.value) if found else None


def _precedes(one: Edtf | None, other: Edtf | None) -> bool:
    """Whether the first is certainly before the second: an undated record is neither earlier nor later than another."""
    return bool(one and other and one.latest and other.earliest and one.latest < other.earliest)


def neighbours(pairs: Mapping[str, Sequence[Entry]]) -> Mapping[str, tuple[str, ...]]:
    """By relation, the other relations of its two sides that have most records; ties by id."""
    of_side: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for pair, found in pairs.items():
        for side in pair.split("-"):
            of_side[side].append((-len(found), pair))
    top = {side: nsmallest(NEIGHBOURS + 1, found) for side, found in of_side.items()}
    return {pair: tuple(_busiest(pair, (top[side] for side in pair.split("-")))) for pair in pairs}


def _busiest(pair: str, tops: Iterator[list[tuple[int, str]]]) -> list[str]:
    others = {each for top in tops for each in top if each[1] != pair}
    return [other for _, other in sorted(others)[:NEIGHBOURS]]
