"""Numbers as texts write them: groups of three, decimal signs by language, letters of scale."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from generator.curated.figures import FigureWords
from generator.text.fold import fold
from generator.text.same import Same

# A number in folded text (digits are ASCII there). Not inside a word, a date, a score or a range.
NUMBER = re.compile(
    r"(?<![0-9a-z.,:/])(?<![0-9a-z]-)(?<!\s-)"
    r"(?:[0-9]{1,3}(?:[ .,'\u066c\u066b][0-9]{3})+(?![0-9])(?:[.,\u066b][0-9]+)?|[0-9]+(?:[.,\u066b][0-9]+)?)"
    r"(?![0-9]|[-/:][0-9])"
)
_ATTACHED = re.compile(r"(bn|mn|mln|m|tn|k)\b")
_ATTACHED_SCALE = {"bn": 10**9, "mn": 10**6, "mln": 10**6, "m": 10**6, "tn": 10**12, "k": 10**3}
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,][0-9]{3})+")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ -]*\Z")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9.,]*[0-9])")


def parse_number(written: str, decimal: str) -> Decimal:
    """The value of a number as written, `decimal` being its language's sign.

    A sign that is not the language's own still is the decimal one where no group of three follows
    it: `18.7` in French, `18,7` in English.
    """
    plain = re.sub(r"[ '\u066c]", "", written)
    if "\u066b" in plain:
        return Decimal(plain.replace(",", "").replace(".", "").replace("\u066b", "."))
    signs = [sign for sign in plain if sign in ".,"]
    if len(set(signs)) == 2:  # the last one is the decimal sign
        return Decimal(plain.replace(signs[0], "").replace(signs[-1], "."))
    if signs and (len(signs) > 1 or (signs[0] != decimal and _GROUPED.fullmatch(plain))):
        return Decimal(plain.replace(signs[0], ""))
    return Decimal(plain.replace(",", "."))


def attached_scale(folded: str, place: int) -> tuple[int, int]:
    """The scale written onto a number (`5bn`) and where it ends; 1 where there is none."""
    match = _ATTACHED.match(folded, place)
    return (_ATTACHED_SCALE[match[1]], match.end()) if match else (1, place)


def years_of(folded: str, start: int, end: int, before: frozenset[str], after: tuple[str, ...]) -> set[str]:
    """The years that a stretch of text names as a time: after one of `before`, or followed by one of `after`."""
    found: set[str] = set()
    for match in _YEAR.finditer(folded, start, end):
        previous = _LAST_WORD.search(folded, max(start, match.start() - 20), match.start())
        following = folded[match.end() : match.end() + 12].lstrip()
        if (previous and previous[1] in before) or (after and following.startswith(after)):
            found.add(match[0])
    return found


@lru_cache(maxsize=64)
def year_words(words: Same[FigureWords]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The folded words before and after a year that is a time."""
    return frozenset(map(fold, words.value.year_before)), tuple(fold(word).rstrip("*") for word in words.value.year_after)


def is_year(written: str) -> bool:
    """Whether a number looks like a year rather than a count."""
    return _YEAR.fullmatch(written) is not None


def whole(value: Decimal) -> int | float:
    """An integer where it is one."""
    return int(value) if value == value.to_integral_value() else float(value)
