"""Where a record stands in time: by the day of its event, else by the day it was published."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Entry
from generator.text.edtf import Edtf, parse

UNDATED = (2, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A record's place in time; `published` says that its day of publication stands in for the event's.

    `value` is EDTF, or `None` where the record has neither. `year` is `None` for the undated,
    `month` where no month is known.
    """

    value: str | None
    published: bool
    year: int | None
    month: int | None
    key: tuple[int, int, int, int]


def standing(entry: Entry) -> Standing:
    """The place in time of a record."""
    found = entry.date or entry.published
    date = parse(found.value) if found else None
    if found is None or date is None:
        return Standing(value=None, published=False, year=None, month=None, key=UNDATED)
    day = date.earliest or date.latest
    return Standing(
        value=found.value,
        published=entry.date is None,
        year=day[0] if day else None,
        month=_month(date),
        key=date.sort_key,
    )


def in_time(entry: Entry) -> tuple[tuple[int, int, int, int], str]:
    """The order of records: earliest possible day, then id."""
    return standing(entry).key, entry.id


def _month(date: Edtf) -> int | None:
    """The month a date is filed under; of an interval the one it begins in."""
    if date.month is not None or not date.is_interval:
        return date.month
    start, _, end = date.value.partition("/")
    first = parse(start) or parse(end)
    return first.month if first else None
