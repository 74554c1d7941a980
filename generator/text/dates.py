"""EDTF dates in the words of an interface language: CLDR's patterns, French `1er`, and what is unknown said."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from babel import Locale
from babel.dates import format_date as babel_date
from babel.dates import format_skeleton

from generator.doubts import N_
from generator.text.catalogue import translator
from generator.text.edtf import Edtf, parse
from generator.text.territory import locale_of

_SEASON = re.compile(r"^-?[\dX]{4}-(2[1-4])[?~%]?$")
_SEASONS = {"21": N_("spring %(year)s"), "22": N_("summer %(year)s"), "23": N_("autumn %(year)s"), "24": N_("winter %(year)s")}
_FIRST = re.compile(r"\b1\b")
_LEAP = 2000  # a year in which every day of the calendar exists; never shown


@lru_cache(maxsize=65536)
def format_date(value: str, language: str, *, known: str = "") -> str:
    """An EDTF value in words: `25 August, year unknown`, `1er novembre 2023`, `about 2019`.

    `known` is what the surroundings say already (`year` or `month`) and is left out where the date is a
    plain day or month. A value that is not EDTF is returned as it stands.
    """
    date = parse(value)
    if date is None:
        return value
    if date.is_interval:
        return _interval(value, language, known)
    shown = _date(date, language, known)
    gettext = translator(language).gettext
    if date.qualifier == "?":
        return gettext("%(date)s (uncertain)") % {"date": shown}
    if date.qualifier == "~":
        return gettext("about %(date)s") % {"date": shown}
    if date.qualifier == "%":
        return gettext("about %(date)s (uncertain)") % {"date": shown}
    return shown


def month_name(month: int, language: str) -> str:
    """The name of a month as it stands alone, 1 to 12."""
    return str(locale_of(language).months["stand-alone"]["wide"][month])


def format_month(year: int, month: int, language: str) -> str:
    """A month with its year: `November 2023`."""
    return _skeleton("yMMMM", datetime.date(_calendar_year(year), month, 1), language)


def _date(date: Edtf, language: str, known: str) -> str:
    gettext = translator(language).gettext
    season = _SEASON.search(date.value)
    if season and date.year is not None:
        return gettext(_SEASONS[season[1]]) % {"year": _year(date.year, language)}
    if date.earliest is None:
        return _yearless(date, language)
    if date.year is None:
        return f"{date.earliest[0]}–{date.latest[0]}" if date.latest else str(date.earliest[0])
    if date.month is None:
        return _year(date.year, language) if date.day is None else gettext("%(year)s, month unknown") % {"year": date.year}
    if date.year < 1 or date.year > 9999:
        return _year(date.year, language)
    return _month_or_day(date, language, known)


def _month_or_day(date: Edtf, language: str, known: str) -> str:
    """A date whose year and month are known, perhaps its day."""
    assert date.year is not None
    assert date.month is not None
    if date.day is None:
        return month_name(date.month, language) if known else format_month(date.year, date.month, language)
    day = datetime.date(date.year, date.month, date.day)
    if known:
        return _skeleton("MMMMd", day, language, first=date.day == 1)
    return _ordinal(babel_date(day, "long", locale_of(language)), language, date.day == 1)


def _yearless(date: Edtf, language: str) -> str:
    """A date without a year says so."""
    gettext = translator(language).gettext
    if date.month is None:
        if date.day is None:
            return gettext("undated")
        return gettext("day %(day)s, month and year unknown") % {"day": _ordinal(str(date.day), language, date.day == 1)}
    day = datetime.date(_LEAP, date.month, date.day or 1)
    shown = month_name(date.month, language) if date.day is None else _skeleton("MMMMd", day, language, first=date.day == 1)
    return gettext("%(date)s, year unknown") % {"date": shown}


def _interval(value: str, language: str, known: str) -> str:
    """Two ends, either of which may be open or unknown."""
    gettext = translator(language).gettext
    start, _, end = value.partition("/")
    first, last = parse(start), parse(end)
    if first is None:
        return gettext("until %(date)s") % {"date": format_date(end, language, known=known)}
    if last is None:
        return gettext("from %(date)s") % {"date": format_date(start, language, known=known)}
    if first.year is not None and first.year == last.year and first.month == last.month and first.day and last.day:
        return f"{first.day}–{format_date(end, language, known=known)}" if _day_first(language) else _dash(start, end, language, known)
    return _dash(start, end, language, known)


def _dash(start: str, end: str, language: str, known: str) -> str:
    return f"{format_date(start, language, known=known)} – {format_date(end, language, known=known)}"


def _day_first(language: str) -> bool:
    """Whether the long pattern of a language begins with the day."""
    return str(locale_of(language).date_formats["long"].pattern).startswith("d")


def _skeleton(skeleton: str, day: datetime.date, language: str, *, first: bool = False) -> str:
    return _ordinal(format_skeleton(skeleton, day, locale=locale_of(language)), language, first)


def _ordinal(text: str, language: str, first: bool) -> str:
    """French writes the first day of a month as an ordinal; CLDR's patterns do not."""
    return _FIRST.sub("1er", text, count=1) if first and Locale.parse(language, sep="-").language == "fr" else text


def _year(year: int, language: str) -> str:
    """A year in figures; year 0 is the first before our era."""
    if year > 0:
        return str(year)
    return translator(language).gettext("%(year)s BCE") % {"year": 1 - year}


def _calendar_year(year: int) -> int:
    return min(max(year, 1), 9999)
