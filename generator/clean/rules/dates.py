"""Lines that say only when and by whom: date lines, bylines, numbers of views."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from generator.clean.line import Line, key_of
from generator.clean.page import Page
from generator.text.fold import fold

_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d+")
_NUMERIC = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)")
_IDEOGRAPHIC = re.compile(r"\d{1,4}\s*[年년]\s*\d{1,2}\s*[月월]")
_COUNT = re.compile(r"(?=.*\d)(?:[\W_\d]|(?<=[\d ])[kmкмKMКМ](?![^\W\d_]))+")
_SIGNED = re.compile(r"\s*[-–—|/]\s*")
_BRACKETED = re.compile(r"[(\[（]([^()\[\]（）\d/:]{3,40})[)\]）]")
_UNITS = frozenset(("k", "m", "am", "pm", "h", "t", "z", "th", "st", "nd", "rd"))


@lru_cache(maxsize=64)
def month_words(code: str) -> frozenset[str]:
    """The words of the month names of a language in CLDR, folded; none for a language it does not know."""
    locale = _locale(code)
    return _named(locale.months) if locale else frozenset()


@lru_cache(maxsize=64)
def day_words(code: str) -> frozenset[str]:
    """The words of the weekday names of a language in CLDR, folded."""
    locale = _locale(code)
    return _named(locale.days) if locale else frozenset()


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


def _named(contexts: object) -> frozenset[str]:
    """The words of all widths but the narrow one."""
    names = [
        str(name)
        for widths in contexts.values()  # type: ignore[attr-defined]
        for width, table in widths.items()
        if width != "narrow"
        for name in table.values()
    ]
    return frozenset(word for name in names for word in _WORDS.findall(fold(name)))


def _loose_words(page: Page, line: Line) -> tuple[list[str], bool]:
    """The words of a line that belong to no date, and whether it names a month or a numeric date."""
    codes = (page.language.code, "en")
    months = month_words(codes[0]) | month_words(codes[1])
    known = months | day_words(codes[0]) | day_words(codes[1]) | page.table_for(line).dates | page.table.dates | _UNITS
    text = line.folded
    words = _WORDS.findall(text)
    dated = bool(_NUMERIC.search(text) or _IDEOGRAPHIC.search(text)) or any(word in months for word in words)
    return [word for word in words if word not in known], dated


def date_line(page: Page, line: Line) -> str | None:
    """`date-line` for a line of nothing but a date, a time and words such as "Published"."""
    if len(line.text) > 120 or not _NUMBERS.search(line.text):
        return None
    loose, dated = _loose_words(page, line)
    if loose or not (dated or _is_dated_by_words(page, line)):
        return None
    return "date-line"


def stamp(page: Page, line: Line) -> str | None:
    """`date-line` for one that says of what it is the date ("Published: …"): such a line is no heading anywhere."""
    before, colon, _after = line.text[:40].partition(":")
    return date_line(page, line) if colon and not _NUMBERS.search(before) and _WORDS.search(before) else None


def _is_dated_by_words(page: Page, line: Line) -> bool:
    """Whether a month in the words of the data (not CLDR's) stands beside at least two numbers."""
    return len(_NUMBERS.findall(line.text)) >= 2 and any(w in page.table.dates for w in _WORDS.findall(line.folded))


def name_and_date(page: Page, line: Line) -> str | None:
    """`byline` for a few words, written as names are, beside a whole date."""
    if len(line.text) > 110 or line.words > 14 or line.ends:
        return None
    loose, dated = _loose_words(page, line)
    if not dated or not loose or len(loose) > 5 or len(_NUMBERS.findall(line.text)) < 2:
        return None
    return "byline" if named(line.text, frozenset(loose)) else None


def named(text: str, among: frozenset[str] | None = None) -> bool:
    """Whether the words of a text (those `among`) are written as names: capitals where the script has them."""
    words = [word for word in _WORDS.findall(text) if len(word) > 3 and (among is None or fold(word) in among)]
    return all(word[0].isupper() or word[0].lower() == word[0].upper() for word in words)


def signed(page: Page, line: Line) -> str | None:
    """`byline` for a name or a place beside the name of an outlet: "Name - Outlet"."""
    parts = [part for part in _SIGNED.split(line.text) if part.strip()] if len(line.text) <= 70 else []
    if len(parts) != 2 or line.ends:
        return None
    houses = [key_of(part) in page.outlets.names for part in parts]
    other = parts[houses.index(False)] if houses.count(True) == 1 else ""
    return "byline" if other and len(other.split()) <= 4 and named(other) else None


def bracketed(line: Line) -> str | None:
    """`byline` for two to four words in brackets, written as names are, that make a line."""
    match = _BRACKETED.fullmatch(line.text)
    return "byline" if match and 2 <= len(match[1].split()) <= 4 and named(match[1]) else None


def count(line: Line) -> str | None:
    """`counter` for a line of nothing but a number or two (views, comments, a page number)."""
    return "counter" if len(line.text) <= 24 and _COUNT.fullmatch(line.text) else None


def name_above_date(line: Line, below: str | None) -> str | None:
    """`byline` for two to four words in capitals right above a date line."""
    if below != "date-line" or not 2 <= line.words <= 4 or line.ends or any(map(str.isdigit, line.text)):
        return None
    words = line.text.split()
    return "byline" if all(word[0].isupper() for word in words) else None
