"""Where a record stands in time: by the day of its event, else by the day it was published."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

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
    if entry.date is not None:
        return _standing(entry.date.value, published=False)
    return _standing(entry.published.value, published=True) if entry.published else _NOWHERE


@lru_cache(maxsize=65536)
def _standing(value: str, *, published: bool) -> Standing:
    """The place in time of an EDTF value."""
    date = parse(value)
    if date is None:
        return _NOWHERE
    day = date.earliest or date.latest
    return Standing(
        value=value,
        published=published,
        year=day[0] if day else None,
        month=_month(date),
        key=date.sort_key,
    )


_NOWHERE = Standing(value=None, published=False, year=None, month=None, key=UNDATED)


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
