"""Numbers of records: in the order of time, the newest first, with gaps, so that a new record moves no other, or few.

Each year has as many places, a power of two, at least sixteen for each record of the fullest year. Days share out
three quarters of them; what is left takes up those that many records of one day push on. A record known by month or year
alone stands before those whose day is known. Records of one day, month or year are spread by their ids.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from generator.text.edtf import parse

LAST_YEAR, UNDATED = 2155, 4000
"""Years count backwards from this one; the undated come after all of them."""
_ROOM = 16
_FEWEST = 8
"""Bits of a year's places in a small archive."""
_ALONE = 1 / 3
"""Share of a year, or of a month, for records of which no more is known."""


_PLAIN_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The number of each record; `bits` of it are the place in the year, the rest the year."""

    bits: int
    numbers: Mapping[str, int]


def numbering(dates: Mapping[str, str | None]) -> Numbering:
    """Numbers for records by id; a date is EDTF, or `None` where there is none."""
    homes = {record: _home(date) for record, date in dates.items()}
    fullest = max(Counter(year for year, _, _ in homes.values() if year != UNDATED).values(), default=1)
    bits = max(_FEWEST, (_ROOM * fullest - 1).bit_length())
    undated = max(bits, (_ROOM * sum(year == UNDATED for year, _, _ in homes.values()) - 1).bit_length())
    wanted = sorted(
        ((home[0] << bits) + _place(home, record, undated if home[0] == UNDATED else bits), record) for record, home in homes.items()
    )
    numbers: dict[str, int] = {}
    last = -1
    for place, record in wanted:
        last = numbers[record] = max(last + 1, place)
    return Numbering(bits=bits, numbers=numbers)


def _home(date: str | None) -> tuple[int, float, float]:
    """Years before the last one, and the share of the year at which the places for such a date begin and end."""
    if date and (plain := _PLAIN_DAY.fullmatch(date)):  # the common case, without reading EDTF
        told = [int(part) for part in plain.groups()]
        return (LAST_YEAR - min(LAST_YEAR, told[0]), *_share(told[1], told[2]))
    known = parse(date) if date else None
    day = (known.earliest or known.latest) if known else None
    if known is None or day is None:
        return UNDATED, 0.0, 1.0
    year = LAST_YEAR - max(LAST_YEAR - UNDATED + 1, min(LAST_YEAR, day[0]))
    if known.month is None and not known.is_interval:
        return year, 1 - _ALONE, 1.0
    month = (1 - _ALONE) / 12
    ends = 1 - _ALONE - (day[1] - 1) * month
    if known.day is None and not known.is_interval:
        return year, ends - month * _ALONE, ends
    return (year, *_share(day[1], day[2]))


def _share(month: int, day: int) -> tuple[float, float]:
    """The share of a year that a day of it has."""
    whole = (1 - _ALONE) / 12
    single = whole * (1 - _ALONE) / 31
    begins = 1 - _ALONE - (month - 1) * whole - whole * _ALONE - day * single
    return begins, begins + single


def _place(home: tuple[int, float, float], record: str, bits: int) -> int:
    """The place in its year that a record would like to have."""
    _, begins, ends = home
    lot = crc32(record.encode()) / (1 << 32)
    return int((begins + (ends - begins) * lot) * 0.75 * (1 << bits))
