"""Years and days of other calendars as Gregorian ones; `None` where there is no such day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from hijridate import Hijri

System = Literal["gregorian", "hijri", "jalali"]

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The Gregorian year before year 1 of a Japanese era or of the Republic of China."""
_JALALI_MONTHS = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30)
_JALALI_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""The leap years of a cycle of 33; the last month of the others has 29 days."""


def jalali(year: int, month: int, day: int) -> date | None:
    """A day of the Solar Hijri calendar, by the 33-year cycle that fits its years 1244–1472."""
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= _JALALI_MONTHS[month - 1]):
        return None
    if month == 12 and day == 30 and year % 33 not in _JALALI_LEAPS:
        return None
    cycles, rest = divmod(year - 1, 33)
    leaps = cycles * 8 + sum(leap <= rest for leap in _JALALI_LEAPS)
    return date(622, 3, 21) + timedelta(days=365 * (year - 1) + leaps + sum(_JALALI_MONTHS[: month - 1]) + day - 1)


def hijri(year: int, month: int, day: int) -> date | None:
    """A day of the Umm al-Qura calendar."""
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def gregorian_year(year: int, language: str) -> int | None:
    """A year as a text of `language` writes it, as a Gregorian one: Buddhist years in Thai, two digits read as of now."""
    if language == "th" and 2400 <= year <= 2600:
        return year - 543
    if year < 100:
        return year + (2000 if year < 70 else 1900)
    return year if 1800 <= year <= 2100 else None


def era_year(era: str, year: int) -> int | None:
    """A year of an East Asian era as a Gregorian one."""
    return ERAS[era] + year if era in ERAS else None
