"""Dates as EDTF strings: levels 0 and 1 of ISO 8601-2, and `X` for any digit that nobody stated.

Accepted: `2023`, `2023-11`, `2023-11-01`, with a time (`2023-11-01T10:00:00Z`), seasons
(`2023-21` to `2023-24`), years before year 0 (`-0043`) and long years (`Y17000`), a qualifier at
the end (`?` uncertain, `~` approximate, `%` both), intervals (`2023-11-01/2023-11-03`, `2019/..`, `/2020`),
and `X` anywhere: `201X`, `2023-11-XX`, `XXXX-08-25`, `XXXX-XX-01`.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from generator.doubts import CODES

Day = tuple[int, int, int]
Qualifier = Literal["?", "~", "%"]

_DATE = re.compile(
    r"(?:(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2})"
    r"(?:T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?))?)?)?"
    r"|Y(?P<long>-?[1-9]\d{4,8}))(?P<qualifier>[?~%])?",
    re.ASCII,
)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12)}
"""First and last month as in the north; a winter is kept within the year that names it."""
_HTML = re.compile(r"(?!0000)\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_OTHER_ORDER = re.compile(
    r"(?:(?P<y>\d{4})[/. ](?P<m>\d{1,2})[/. ](?P<d>\d{1,2})|(?P<d2>\d{1,2})[/. ](?P<m2>\d{1,2})[/. ](?P<y2>\d{4}))\.?", re.ASCII
)
_UNPADDED = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A valid EDTF value.

    `earliest` and `latest` are the first and last day it may mean as `(year, month, day)`; `None` where
    the year is unspecified or that end is open or unknown. `year`, `month` and `day` are the parts
    that are wholly known (of an interval: that both ends share); a season has no month.
    """

    value: str
    earliest: Day | None
    latest: Day | None
    year: int | None
    month: int | None
    day: int | None
    is_interval: bool = False
    qualifier: Qualifier | None = None

    @property
    def sort_key(self) -> tuple[int, int, int, int]:
        """Order by the earliest possible day; what has no year comes after all years, by month and day."""
        if self.earliest is not None:
            return (0, *self.earliest)
        if self.latest is not None:
            return (0, *self.latest)
        return (1, 0, self.month or 13, self.day or 32)


@lru_cache(maxsize=4096)
def parse(value: str) -> Edtf | None:
    """The meaning of an EDTF string; `None` where it is not valid (`explain` says why)."""
    if "/" not in value:
        return _parse_date(value)
    start_text, _, end_text = value.partition("/")
    start, end = _parse_date(start_text), _parse_date(end_text)
    if not (start or start_text in ("", "..")) or not (end or end_text in ("", "..")) or not (start or end):
        return None
    if start and end and start.earliest and end.latest and start.earliest > end.latest:
        return None
    return _interval(value, start, end)


def _interval(value: str, start: Edtf | None, end: Edtf | None) -> Edtf:
    """An interval of two ends, either of which may be open or unknown."""
    year, month, day = _shared(start, end)
    qualifier = start.qualifier if start and end and start.qualifier == end.qualifier else None
    return Edtf(
        value=value,
        earliest=start.earliest if start else None,
        latest=end.latest if end else None,
        year=year,
        month=month,
        day=day,
        is_interval=True,
        qualifier=qualifier,
    )


def _shared(start: Edtf | None, end: Edtf | None) -> tuple[int | None, int | None, int | None]:
    """The parts that both ends have in common, from the largest down."""
    if not start or not end or start.year != end.year:
        return None, None, None
    if start.month != end.month:
        return start.year, None, None
    return start.year, start.month, start.day if start.day == end.day else None


def _parse_date(value: str) -> Edtf | None:
    """One date, no interval."""
    found = _DATE.fullmatch(value)
    if found is None or value.startswith("-0000"):
        return None
    qualifier: Qualifier | None = found["qualifier"]  # type: ignore[assignment]
    if found["long"]:
        year = int(found["long"])
        return Edtf(value=value, earliest=(year, 1, 1), latest=(year, 12, 31), year=year, month=None, day=None, qualifier=qualifier)
    year_text, month, day = found["year"], found["month"] or "XX", found["day"] or "XX"
    earliest, latest = _ends(year_text, month, day)
    if earliest is None or latest is None:
        return None
    if year_text.startswith("-") and "X" in year_text:
        earliest, latest = min(earliest, latest), max(earliest, latest)
    dated = year_text != "XXXX"
    return Edtf(
        value=value,
        earliest=earliest if dated else None,
        latest=latest if dated else None,
        year=_known(year_text),
        month=None if month in _SEASONS else _known(month),
        day=_known(day),
        qualifier=qualifier,
    )


def _ends(year: str, month: str, day: str) -> tuple[Day | None, Day | None]:
    """First and last day that three patterns may mean; `None` where there is no such day."""
    if month in _SEASONS and day == "XX":
        first, last = _SEASONS[month]
        return next(_days(year, f"{first:02}", "01"), None), next(_days(year, f"{last:02}", "XX", latest=True), None)
    return next(_days(year, month, day), None), next(_days(year, month, day, latest=True), None)


def _known(part: str) -> int | None:
    """The number that a part states, unless a digit of it is open."""
    return None if "X" in part else int(part)


def _days(year: str, month: str, day: str, *, latest: bool = False) -> Iterator[Day]:
    """Every day that three patterns may mean, in order, or the last ones first."""
    for y in _numbers(year, latest):
        for m in _numbers(month, latest):
            if not 1 <= m <= 12:
                continue
            for d in _numbers(day, latest):
                if 1 <= d <= days_in_month(y, m):
                    yield y, m, d


def _numbers(pattern: str, backwards: bool) -> Iterator[int]:
    """The numbers that a pattern with open digits may stand for."""
    sign, digits = (-1, pattern[1:]) if pattern.startswith("-") else (1, pattern)
    every = "9876543210" if backwards else "0123456789"
    return (sign * int("".join(each)) for each in product(*(every if digit == "X" else digit for digit in digits)))


def days_in_month(year: int, month: int) -> int:
    """How many days a month of the (proleptic) Gregorian calendar has."""
    return 29 if month == 2 and isleap(year) else _DAYS[month - 1]


def html_datetime(value: str) -> str | None:
    """`value` where it is also a valid `datetime` attribute of HTML: a year, a month or a day."""
    return value if _HTML.fullmatch(value) and parse(value) and value[5:7] not in _SEASONS else None


def fault(value: str) -> tuple[str, dict[str, str]] | None:
    """What is wrong with a value, as a doubt's code (`D210`–`D215`) and its values; `None` where it is valid."""
    if parse(value) is not None:
        return None
    if not value.strip():
        return "D210", {}
    if "/" in value and not _OTHER_ORDER.fullmatch(value.strip()):
        return _interval_fault(value)
    write = _other_writing(value)
    if write is not None:
        return "D214", {"value": value, "write": write}
    found = _DATE.fullmatch(value)
    if found is None or not found["month"]:
        return "D215", {"value": value}
    return _part_fault(value, found["year"], found["month"])


def _part_fault(value: str, year: str, month: str) -> tuple[str, dict[str, str]]:
    """A month or a day that does not exist."""
    if next(_days(year, month, "01"), None) is None:
        return "D211", {"value": value, "month": month, "write": f"{year}-12", "or": year}
    last = next(_days(year, month, "XX", latest=True))[2]
    return "D212", {"value": value, "days": str(last), "write": f"{year}-{month}-{last}", "or": f"{year}-{month}"}


def _interval_fault(value: str) -> tuple[str, dict[str, str]]:
    """Which end of an interval is wrong, or that they stand the wrong way round."""
    start, _, end = value.partition("/")
    for part in (start, end):
        found = fault(part) if part not in ("", "..") else None
        if found is not None:
            return found
    if parse(start) and parse(end):
        return "D213", {"value": value, "write": f"{end}/{start}"}
    return "D215", {"value": value}


def _other_writing(value: str) -> str | None:
    """How a value that is nearly a date is written in EDTF, when that is not in doubt."""
    text = value.strip()
    candidates = [text, text.upper(), text.upper().replace("U", "X"), text.replace("?", "X")]
    found = _OTHER_ORDER.fullmatch(text)
    if found:
        year, month, day = (found["y"], found["m"], found["d"]) if found["y"] else (found["y2"], found["m2"], found["d2"])
        candidates.append(f"{year}-{int(month):02}-{int(day):02}")
        if not found["y"]:
            candidates.append(f"{year}-{int(day):02}-{int(month):02}")
    unpadded = _UNPADDED.fullmatch(text)
    if unpadded:
        candidates.append("-".join(part.zfill(2) for part in unpadded.groups() if part))
    return next((each for each in candidates if parse(each)), None)


def explain(value: str) -> str | None:
    """In English, what is wrong with a value and what to write instead; `None` where it is valid."""
    found = fault(value)
    return None if found is None else CODES[found[0]] % found[1]
