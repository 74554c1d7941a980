"""Find the dates in a piece of text: where they stand and which days they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from generator.extract.dates.calendars import era_year, gregorian_year, hijri, jalali
from generator.extract.dates.lexicon import EAST_ASIAN, Lexicon
from generator.extract.dates.patterns import HAN, ISO, NUMERIC, date_patterns, day_patterns, month_pattern
from generator.text.edtf import days_in_month

_MONTH_FIRST = frozenset({"en"})
_DAY_AND_TIME = re.compile(r"\s*(?:$|\d{1,2}[:.]\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A date in folded text: `start` and `end` there; parts that are not named are `None`.

    `last_month` and `last_day` are the end of a span of days. `swappable`: written in digits so that
    day and month could be meant the other way round. `rule` says which way of writing it was.
    """

    start: int
    end: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    swappable: bool = False

    @property
    def edtf(self) -> str:
        """The date as EDTF; a span of days as an interval."""
        first = _edtf(self.year, self.month, self.day)
        if self.last_day is None:
            return first
        return f"{first}/{_edtf(self.year, self.last_month or self.month, self.last_day)}"

    def in_year(self, year: int) -> Hit:
        """The same day in a year that something else told; itself where that year lacks it."""
        fits = self.month is None or self.day is None or self.day <= days_in_month(year, self.month)
        return replace(self, year=year) if fits else self


def _edtf(year: int | None, month: int | None, day: int | None) -> str:
    if day is None and month is None:
        return f"{year:04}"
    head = "XXXX" if year is None else f"{year:04}"
    middle = "XX" if month is None else f"{month:02}"
    return f"{head}-{middle}" if day is None else f"{head}-{middle}-{day:02}"


@lru_cache(maxsize=64)
def _patterns(words: Lexicon) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str] | None, tuple[tuple[str, re.Pattern[str]], ...]]:
    return date_patterns(words), month_pattern(words), day_patterns(words)


def scan(folded: str, words: Lexicon) -> tuple[Hit, ...]:
    """Every date in folded text, in its order; where two overlap, the fuller one."""
    dated, monthly, daily = _patterns(words)
    found = _Found([], [])
    for pattern in (*dated, *((HAN,) if words.code == "ko" else ())):
        found.add(pattern, folded, words, _named)
    found.add(NUMERIC, folded, words, _numeric)
    found.add(ISO, folded, words, _iso)
    if monthly is not None:
        found.add(monthly, folded, words, _named)
    for key, pattern in daily:
        if key in folded:
            found.add(pattern, folded, words, _lone_day)
    return tuple(sorted(found.hits, key=lambda hit: hit.start))


@dataclass(frozen=True, slots=True)
class _Found:
    """The hits so far, and the stretches that later patterns may not read again (31 April is not April)."""

    hits: list[Hit]
    taken: list[tuple[int, int]]

    def add(self, pattern: re.Pattern[str], folded: str, words: Lexicon, read: Callable[[re.Match[str], Lexicon], Hit | None]) -> None:
        """Read every match of a pattern that overlaps nothing taken."""
        for match in pattern.finditer(folded):
            start, end = match.span()
            if all(end <= first or last <= start for first, last in self.taken):
                self.taken.append((start, end))
                hit = read(match, words)
                if hit is not None:
                    self.hits.append(hit)


def _numbers(found: re.Match[str], words: Lexicon) -> tuple[int | None, int | None, int | None]:
    """Year as written, day and last day of a match."""
    groups = found.groupdict()
    year = 1 if groups.get("y") == "元" else int(groups["y"]) if groups.get("y") else None
    day = int(groups["d"]) if groups.get("d") else words.ordinals.get(groups.get("w") or "")
    return year, day, int(groups["e"]) if groups.get("e") else None


def _named(found: re.Match[str], words: Lexicon) -> Hit | None:
    """A date with a month's name, or with the signs for year, month and day."""
    groups = found.groupdict()
    year, day, last = _numbers(found, words)
    if groups.get("n"):
        if groups.get("era"):
            year = era_year(groups["era"], year) if year is not None else None
        return _gregorian(found, words, year, int(groups["n"]), day, last, int(groups["o"]) if groups.get("o") else None)
    system, month = words.months.get(_plain(groups.get("m") or groups.get("lone") or ""), (None, 0))
    if system == "gregorian":
        return _gregorian(found, words, year, month, day, last, None)
    if system is None or year is None or day is None:
        return None
    return _converted(found, hijri(year, month, day) if system == "hijri" else jalali(year, month, day), system)


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name)


def _converted(found: re.Match[str], day: date | None, rule: str) -> Hit | None:
    """A day of another calendar as a Gregorian one."""
    return None if day is None else Hit(start=found.start(), end=found.end(), rule=rule, year=day.year, month=day.month, day=day.day)


def _gregorian(
    found: re.Match[str], words: Lexicon, year: int | None, month: int, day: int | None, last: int | None, last_month: int | None
) -> Hit | None:
    """A day of the Gregorian calendar, if there is such a day."""
    stated = year is not None
    year = None if year is None else gregorian_year(year, words.code)
    if stated and year is None:
        return None
    if day is not None and day > days_in_month(year or 2000, month):
        return None
    if last is not None and not _spans(year, month, day, last_month or month, last):
        last = last_month = None
    if day is None and year is None and words.code in EAST_ASIAN:
        return None
    rule = "day-month" if day is not None else "month"
    return Hit(start=found.start(), end=found.end(), rule=rule, year=year, month=month, day=day, last_month=last_month, last_day=last)


def _spans(year: int | None, month: int, day: int | None, last_month: int, last: int) -> bool:
    """Whether two days of one year stand in order and exist."""
    return day is not None and (month, day) < (last_month, last) and last <= days_in_month(year or 2000, last_month)


def _iso(found: re.Match[str], words: Lexicon) -> Hit | None:
    """Year, month, day in digits; in Persian and Pashto a year 13xx or 14xx is one of the Solar Hijri calendar."""
    year, month, day = int(found["y"]), int(found["n"]), int(found["d"])
    if year < 1500:
        return _converted(found, jalali(year, month, day), "jalali") if words.code in ("fa", "ps") else None
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    return Hit(start=found.start(), end=found.end(), rule="digits", year=year, month=month, day=day)


def _numeric(found: re.Match[str], words: Lexicon) -> Hit | None:
    """Day, month and year in digits, in the order of the language; the other where only that is possible."""
    first, second, year = int(found["a"]), int(found["b"]), gregorian_year(int(found["y"]), words.code)
    if year is None or (len(found["y"]) == 2 and found["sep"] != "." and words.code in EAST_ASIAN):
        return None
    month_first = words.code in _MONTH_FIRST and found["sep"] != "."
    month, day = (first, second) if month_first else (second, first)
    if not 1 <= month <= 12:
        month, day = day, month
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    swappable = day <= 12 and day != month and found["sep"] != "."
    return Hit(start=found.start(), end=found.end(), rule="digits", year=year, month=month, day=day, swappable=swappable)


def _lone_day(found: re.Match[str], words: Lexicon) -> Hit | None:
    """A day whose month is not named."""
    _, day, _ = _numbers(found, words)
    return None if day is None else Hit(start=found.start(), end=found.end(), rule="day-alone", day=day)
