"""Long lists divided by year, and a year of over a hundred records by month; the newest come first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Entries, Entry
from generator.text.standing import standing

LONG = 100
"""The most records that one page lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """Records of one year (`None`: undated), or of one of its months where the year is long; `tail` is its part of the address."""

    year: int | None
    entries: Entries
    tail: str
    month: int | None = None
    by_month: bool = False


def by_year(entries: Entries) -> list[tuple[int | None, Entries]]:
    """Records by year, the newest year first, the undated last; within a year the newest first."""
    groups: defaultdict[int | None, list[Entry]] = defaultdict(list)
    for entry in reversed(entries):
        groups[standing(entry).year].append(entry)
    dated = sorted((year for year in groups if year is not None), reverse=True)
    order = [*dated, *([None] if None in groups else [])]
    return [(year, tuple(groups[year]) if year is not None else tuple(reversed(groups[year]))) for year in order]


def newest_first(entries: Entries) -> Entries:
    """Records as a list by year has them, one after the other."""
    return tuple(entry for _, found in by_year(entries) for entry in found)


def is_long(entries: Entries) -> bool:
    """Whether a list is divided."""
    return len(entries) > LONG


def buckets(entries: Entries) -> Iterator[Bucket]:
    """The pages of a long list, the newest first."""
    for year, found in by_year(entries):
        tail = f"{year}/" if year is not None else "undated/"
        if len(found) <= LONG or year is None:
            yield Bucket(year=year, entries=found, tail=tail)
            continue
        months: defaultdict[int | None, list[Entry]] = defaultdict(list)
        for entry in found:
            months[standing(entry).month].append(entry)
        for month in sorted(months, key=lambda month: month or 0, reverse=True):
            yield Bucket(year=year, entries=tuple(months[month]), tail=f"{tail}{month or 0:02}/", month=month, by_month=True)


def anchor(entries: Entries, tail: str, year: int) -> str:
    """Where the records of a year stand in the list at `tail`."""
    if not is_long(entries):
        return f"{tail}#y{year}"
    return next((f"{tail}{bucket.tail}" for bucket in buckets(entries) if bucket.year == year), tail)
