"""The ways of writing a date, as patterns over folded text, made once a language.

Group names are shared by all: `y` year, `m` month name, `n` month number, `d` day, `e` last day of a
span, `w` an ordinal word for the day, `era` the name of an East Asian era.
"""

from __future__ import annotations

import re

from generator.extract.dates.lexicon import EAST_ASIAN, Lexicon, alternation
from generator.text.fold import fold

_YEAR = r"(?P<y>(?:1[2349]|2[05])\d\d)(?!\d)"
_AFTER_DAY = r"(?![:.,]?\d|\s?%)"
"""What may not follow a day that stands after its month: the rest of a time, a decimal or a per cent."""
_PLAIN_DAY = r"(?:0?[1-9]|[12]\d|3[01])"

ISO = re.compile(r"(?<![\d.,/-])(?P<y>(?:1[34]|19|20)\d\d)\s?(?P<sep>[-/.])\s?(?P<n>\d{1,2})\s?(?P=sep)\s?(?P<d>\d{1,2})(?![\d]|[./-]\d)")
NUMERIC = re.compile(
    r"(?<![\d.,/-])(?P<a>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>(?:19|20)\d\d|25\d\d|\d\d)(?!\d|[./-]\d|[.,]\d)"
)
HAN = re.compile(
    r"(?:(?P<era>令和|平成|昭和|民國|民国)?\s?(?<!\d)(?P<y>\d{4}|\d{1,3}(?<=\d)|元)\s?年\s?)?(?<!\d)(?P<n>1[0-2]|0?[1-9])\s?月"
    r"(?:\s?份)?(?:\s?(?P<d>[12]\d|3[01]|0?[1-9])\s?[日號号]?(?:\s?(?:[至到~、和-]|から)\s?(?:(?P<o>1[0-2]|0?[1-9])\s?月\s?)?(?P<e>[12]\d|3[01]|0?[1-9])(?=\s?[日號号]))?(?:\s?[日號号])?)?"
    r"(?!\d|\s?[個个カかヶ間])"
)
HANGUL = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)\s?년\s?)?(?<!\d)(?P<n>1[0-2]|0?[1-9])\s?월(?:\s?(?P<d>[12]\d|3[01]|0?[1-9])\s?(?:일|(?=[~-]))"
    r"(?:\s?(?:[~-]|부터|과|와)\s?(?:(?P<o>1[0-2]|0?[1-9])\s?월\s?)?(?P<e>[12]\d|3[01]|0?[1-9])\s?일)?)?(?!\d)"
)


def date_patterns(words: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Every pattern for a language, the most telling first."""
    if words.code in EAST_ASIAN:
        return (HANGUL,) if words.code == "ko" else (HAN,)
    month, day, year = _month(words), _day(words), _year(words)
    link = rf"(?:\s*(?:{alternation(words.calendar.links)})\s*|\s?[-./,]?\s?)"
    year_first = rf"(?<!\d){_YEAR}[-.,\s]{{0,3}}(?:\w{{1,10}}\.?\s*,?\s+){{0,2}}"
    orders = {
        "dm": rf"{day}{link}{month}{year}",
        "md": rf"{month}\s{{0,2}}{day}{_AFTER_DAY}{year}",
        "ymd": rf"{year_first}{month}\s{{0,2}}{day}{_AFTER_DAY}",
        "ydm": rf"{year_first}{day}{link}{month}",
    }
    wanted = [
        key for key in ("ymd", "ydm", "dm", "md") if key == "dm" or key in words.calendar.orders or (key == "md" and words.month_first)
    ]
    digits = rf"{words.weekday.pattern}\s?\((?P<d>{_PLAIN_DAY})[/.](?P<n>1[0-2]|0?[1-9])\)"
    slashed = rf"(?<!\w)(?:{alternation(words.calendar.slashed)})\s+(?P<d>{_PLAIN_DAY})[/-](?P<n>1[0-2]|0?[1-9])(?![\d/-])"
    dotted = rf"\((?P<d>{_PLAIN_DAY})\.(?P<n>1[0-2]|0?[1-9])\.\)"
    return tuple(re.compile(pattern) for pattern in (*(orders[key] for key in wanted), digits, slashed, dotted))


def month_pattern(words: Lexicon) -> re.Pattern[str] | None:
    """A month without a day: after a word such as "in", or before its year; no pattern in East Asian writing."""
    if words.code in EAST_ASIAN:
        return None
    year = _year(words).removesuffix("?")
    within = alternation(words.calendar.within)
    return re.compile(rf"{_month(words)}(?:{year})|(?<!\w)(?:{within})\s+(?P<lone>{alternation(words.full_months)})(?!\w)(?!\s*\d)")


def day_patterns(words: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A day without a month: in the phrases that name one so (`{day}` in the language data), or a weekday with its number.

    Each with words that must stand in a text for the pattern to match at all.
    """
    edge = "" if words.calendar.unspaced else r"(?<!\w)"
    day = rf"(?<![\d.,:/~月-])(?:(?P<d>{_PLAIN_DAY})|(?P<w>{alternation(words.ordinals)}))"
    found = []
    for phrase in words.calendar.day_alone:
        head, _, tail = (re.escape(fold(part).strip()).replace(r"\ ", r"\s+") for part in phrase.partition("{day}"))
        key = max(fold(phrase).split("{day}"), key=len).strip()
        found.append((key, re.compile(rf"{edge if head else ''}{head}\s*{day}\s*{tail}(?!\d|\s?[間间內内간後后前])")))
    if words.code not in EAST_ASIAN:
        found.append(("", re.compile(rf"{words.weekday.pattern}\s?\(?(?P<d>{_PLAIN_DAY})(?:\)|(?=[,.]?\s))(?!\s?[-./:%\d])")))
    return tuple(found)


def _month(words: Lexicon) -> str:
    """A month's name, perhaps with a second name of it (نوفمبر/تشرين الثاني) and an ending."""
    names = alternation(words.months)
    prefix = f"[{''.join(words.calendar.prefixes)}]?" if words.calendar.prefixes else ""
    start = prefix if words.calendar.unspaced else rf"(?<![^\W\d_]){prefix}"
    ending = r"'?\w{0,6}" if words.calendar.inflected else "" if words.calendar.unspaced else r"(?!\w)"
    return rf"{start}(?P<m>{names})(?:\s?[/(|]\s?(?:{names})\s?\)?)?\.?{ending}"


def _day(words: Lexicon) -> str:
    """The number of a day or the word for it, perhaps the first of a span of days."""
    suffix = rf"(?:\s?(?:{alternation(words.calendar.day_suffixes)})\w{{0,4}}(?!\w)|\.)?" if words.calendar.day_suffixes else r"\.?"
    if words.calendar.unspaced:
        suffix = ""
    span = rf"(?:\s?(?:{alternation((*words.calendar.ranges, '-', '~'))})\s?(?P<e>{_PLAIN_DAY})(?!\d){suffix})?"
    return rf"(?<![\d.,:/])(?<!\d-)(?:(?P<d>{_PLAIN_DAY})(?!\d){suffix}{span}|(?<!\w)(?P<w>{alternation(words.ordinals)}))"


def _year(words: Lexicon) -> str:
    """The year after a date, with the words that may lead to it."""
    return rf"(?:\s*,?\s*(?:\(|(?:{alternation((*words.calendar.year_words, *words.calendar.links))})\s*)?{_YEAR})?"
