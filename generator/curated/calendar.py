"""Section `calendar` of a language: the words of dates that CLDR does not have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.curated.tree import Branch

Numbered = Mapping[int, tuple[str, ...]]
_TABLES = ("months", "hijri", "jalali", "weekdays", "ordinals")
_LISTS = (
    "locales", "orders", "links", "ranges", "year_words", "day_suffixes", "prefixes", "in", "day_alone", "today", "yesterday",
    "slashed", "opening", "before", "after", "future", "anniversary", "current", "updated",
)  # fmt: skip
_FLAGS = ("inflected", "unspaced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Names and words that date rules of one language need beyond CLDR's; all matched folded.

    `months`, `hijri`, `jalali`: further names of month 1–12 of each calendar; `weekdays`: of day 1
    (Monday) to 7; `ordinals`: words for the day of the month. `locales`: further CLDR locales whose
    month names the language uses. `orders`: `md` (November 1), `ydm`, `ymd` beside day-month-year. `links` stand
    between day, month and year; `ranges` between two days; `year_words` before a year;
    `day_suffixes` are glued to the number of a day; `prefixes` to a month; `in` stands before a lone month.
    `day_alone`: phrases that name a day without month, `{day}` being its number or ordinal.
    `opening`: those of `before` that also open a span of days (from 3 to 5 May).
    `slashed`: words before a day and month in digits without a year (chiều 4/11).
    A date that one of `before` precedes or `after` follows is not the day of the event (since, until,
    last, next); a weekday after one of `future` lies ahead of publication; `anniversary` words near a
    date with a year make it the day of something older.
    `current` after a month says that it is the month of writing; `updated` marks a later change of the page.
    `inflected`: endings may follow a month; `unspaced`: words stand without spaces.
    """

    months: Numbered = field(default_factory=dict)
    hijri: Numbered = field(default_factory=dict)
    jalali: Numbered = field(default_factory=dict)
    weekdays: Numbered = field(default_factory=dict)
    ordinals: Numbered = field(default_factory=dict)
    locales: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    year_words: tuple[str, ...] = ()
    day_suffixes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    day_alone: tuple[str, ...] = ()
    slashed: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    today: tuple[str, ...] = ()
    yesterday: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    anniversary: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    inflected: bool = False
    unspaced: bool = False


def read_calendar(branch: Branch) -> Calendar:
    """Read the section."""
    branch.allow(*_TABLES, *_LISTS, *_FLAGS)
    tables = {key: _numbered(branch, key) for key in _TABLES}
    lists = {"within" if key == "in" else key: branch.texts(key) for key in _LISTS}
    flags = {key: branch.text(key) == "yes" for key in _FLAGS}
    return Calendar(**tables, **lists, **flags)  # type: ignore[arg-type]


def _numbered(branch: Branch, key: str) -> Numbered:
    """A mapping of numbers to lists of names."""
    found: dict[int, tuple[str, ...]] = {}
    for number, names in branch.by_language(key).items():
        if number.isdecimal() and 1 <= int(number) <= (7 if key == "weekdays" else 31 if key == "ordinals" else 12):
            found[int(number)] = names
        else:
            branch.fault(branch.get(key), f"{key} has no number {number!r}")
    return found
