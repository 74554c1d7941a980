"""The words of dates of one language: CLDR's names and the curated ones, folded, as patterns."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel import localedata

from generator.curated.calendar import Calendar, Numbered
from generator.extract.dates.calendars import System
from generator.text.fold import fold
from generator.text.same import Same

EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_NO_MATCH = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """What the patterns of one language need; every name and pattern is folded."""

    code: str
    calendar: Calendar
    months: Mapping[str, tuple[System, int]]
    full_months: frozenset[str]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    month_first: bool
    weekday: re.Pattern[str]
    opening: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    anniversary: re.Pattern[str]
    future: re.Pattern[str]
    today: re.Pattern[str]
    today_is: re.Pattern[str]
    yesterday: re.Pattern[str]
    current: re.Pattern[str]
    updated: re.Pattern[str]


def lexicon(code: str, calendar: Calendar) -> Lexicon:
    """The words of a language (BCP 47), made once for each language and calendar data."""
    return _cached(code, Same(calendar))


@lru_cache(maxsize=64)
def _cached(code: str, held: Same[Calendar]) -> Lexicon:
    return _build(code, held.value)


def _build(code: str, calendar: Calendar) -> Lexicon:
    """All tables and patterns of a language."""
    primary = code.split("-")[0]
    months, full = _months(code, calendar)
    weekdays = _weekdays(code, calendar)
    edge = "" if calendar.unspaced else r"(?!\w)"
    weekday = _weekday_pattern(weekdays, calendar)
    return Lexicon(
        code=primary,
        calendar=calendar,
        months=months,
        full_months=full,
        weekdays=weekdays,
        ordinals={fold(name): number for number, names in calendar.ordinals.items() for name in names},
        month_first="md" in calendar.orders or primary == "en",
        weekday=weekday,
        today_is=re.compile(rf"(?:{alternation(calendar.today)})\W{{0,3}}{weekday.pattern}"),
        opening=_words(calendar.opening, r"(?<!\w)(?:", r")\W*$", calendar),
        before=_words(calendar.before, r"(?<!\w)(?:", r")(?:\W+\w{1,4}\.?){0,2}\W*$", calendar),
        after=_words(calendar.after, r"^\W*(?:\w+\W+){0,1}(?:", rf"){edge}", calendar),
        anniversary=_words(calendar.anniversary, "(?:", ")", calendar),
        future=_words(calendar.future, r"(?<!\w)(?:", rf"){edge}", calendar),
        today=_words(calendar.today, r"(?<!\w)(?:", rf"){edge}", calendar),
        yesterday=_words(calendar.yesterday, r"(?<!\w)(?:", rf"){edge}", calendar),
        current=_words(calendar.current, r"^\W{0,3}(?:\w+\W+)?(?:", ")", calendar),
        updated=_words((*calendar.updated, "updated"), r"^\W*(?:", ")", calendar),
    )


def alternation(names: Iterable[str]) -> str:
    """Names as one pattern, the longest first; white space in them matches any."""
    parts = sorted({fold(name).strip() for name in names} - {""}, key=lambda name: (-len(name), name))
    return "|".join(re.escape(part).replace(r"\ ", r"\s+") for part in parts) or _NO_MATCH


def _words(names: Iterable[str], start: str, end: str, calendar: Calendar) -> re.Pattern[str]:
    """A pattern of cue words; without word edges where words stand without spaces."""
    if calendar.unspaced:
        start = start.replace(r"(?<!\w)", "")
        end = end.replace(r"(?:\W+\w{1,4}\.?){0,2}", r"\w?")
        start = start.replace(r"(?:\w+\W+){0,1}", r"\w?")
    return re.compile(start + alternation(names) + end)


def _weekday_pattern(weekdays: Mapping[str, int], calendar: Calendar) -> re.Pattern[str]:
    """Names of weekdays, with the endings that the language puts on them."""
    ending = "" if calendar.unspaced else r"['’]?\w{0,4}(?!\w)" if calendar.inflected else r"(?!\w)"
    prefix = "" if calendar.unspaced else rf"(?<!\w)(?:[{''.join(calendar.prefixes)}])?" if calendar.prefixes else r"(?<!\w)"
    return re.compile(f"{prefix}(?P<weekday>{alternation(weekdays)}){ending}")


def _locales(code: str, calendar: Calendar) -> tuple[str, ...]:
    """The CLDR locales whose names a text in this language may use."""
    own = (code.replace("-", "_"), code.split("-")[0], *calendar.locales)
    return tuple(name for name in dict.fromkeys(own) if localedata.exists(name))


@lru_cache(maxsize=16)
def _own_data(locale: str) -> Mapping[str, Any]:
    """What CLDR says of a locale itself, without what it would inherit.

    Read from Babel's file: `localedata.load` keeps whatever it was first asked for, so asking it for
    data without inheritance would spoil the locale for all others, and what it merges leaks between locales.
    """
    with open(localedata.resolve_locale_filename(locale), "rb") as file:
        data: Mapping[str, Any] = pickle.load(file)
    return data


def _names(locale: str, kind: str, widths: tuple[str, ...]) -> Iterable[tuple[int, str]]:
    """Numbered names that a CLDR locale itself has."""
    table = _own_data(locale).get(kind, {})
    for context in ("format", "stand-alone"):
        widths_of = table.get(context, {})
        for width in widths:
            names = widths_of.get(width, {}) if isinstance(widths_of, dict) else {}
            if isinstance(names, dict):
                yield from ((number, name) for number, name in names.items() if isinstance(name, str))


def _months(code: str, calendar: Calendar) -> tuple[dict[str, tuple[System, int]], frozenset[str]]:
    """Month names of every calendar the language uses, and those of the Gregorian one that are written in full."""
    months: dict[str, tuple[System, int]] = {}
    systems: tuple[tuple[System, Numbered], ...] = (("hijri", calendar.hijri), ("jalali", calendar.jalali), ("gregorian", calendar.months))
    for system, numbered in systems:
        months |= {fold(name): (system, number) for number, names in numbered.items() for name in names}
    full: set[str] = {fold(name) for names in calendar.months.values() for name in names if len(name) > 3}
    if code.split("-")[0] not in EAST_ASIAN:
        for locale in _locales(code, calendar):
            full |= {fold(name) for _, name in _names(locale, "months", ("wide",))}
            for number, name in _names(locale, "months", ("wide", "abbreviated")):
                months.setdefault(fold(name).rstrip(".׳'॰"), ("gregorian", number))
    months = {name: meaning for name, meaning in months.items() if len(name) > 1 and not name.isdigit()}
    if calendar.inflected:
        for name, meaning in tuple(months.items()):
            if len(name) > 3 and not name[-1].isdigit():
                months.setdefault(name[:-1], meaning)
    return months, frozenset(full)


def _weekdays(code: str, calendar: Calendar) -> dict[str, int]:
    """Names of weekdays, Monday being 1."""
    weekdays = {fold(name): number for number, names in calendar.weekdays.items() for name in names}
    for locale in _locales(code, calendar):
        for number, name in _names(locale, "days", ("wide",)):
            weekdays.setdefault(fold(name), number + 1)
    return weekdays
