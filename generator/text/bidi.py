"""Direction by the strong characters of a text (UAX #9), and the bidirectional controls."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

from generator.model import Direction

EMBEDDINGS = frozenset("\u202a\u202b\u202c\u202d\u202e")
ISOLATE_OPENERS = frozenset("\u2066\u2067\u2068")
ISOLATE_CLOSER = "\u2069"

_RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"})


def majority_direction(text: str) -> Direction | None:
    """The direction of most strong characters of `text`, or `None` where it has none."""
    if text.isascii():
        return "ltr" if _LETTER.search(text) else None
    rest = _RIGHT_TO_LEFT.sub("", text)
    right = len(text) - len(rest) + sum(unicodedata.bidirectional(sign) in _TURNED for sign in _BEYOND.findall(rest))
    if right > len(rest):
        return "rtl"
    if not right:
        return "ltr" if any(unicodedata.bidirectional(sign) == "L" for sign in rest) else None
    left = sum(rest.count(sign) for sign in set(rest) if unicodedata.bidirectional(sign) == "L")
    return "rtl" if right > left else "ltr"


def _right_to_left() -> str:
    """The strong right-to-left characters of the Basic Multilingual Plane, all in three areas, as one character class."""
    codes = chain(range(0x590, 0x900), range(0x200F, 0x2010), range(0xFB1D, 0xFF00))
    return "".join(chr(code) for code in codes if unicodedata.bidirectional(chr(code)) in _TURNED)


_TURNED = frozenset({"R", "AL"})
_LETTER = re.compile("[A-Za-z]")
_RIGHT_TO_LEFT = re.compile(f"[{_right_to_left()}]+")
_BEYOND = re.compile("[\U00010800-\U0001efff]")
"""The area beyond that plane in which all other right-to-left scripts lie."""


def language_direction(code: str) -> Direction:
    """The direction in which a language (BCP 47) is written; left to right where unknown."""
    primary, *rest = code.replace("_", "-").split("-")
    for part in rest:
        if len(part) == 4:
            return "rtl" if part.title() in _RTL_SCRIPTS else "ltr"
    return "rtl" if primary.lower() in _RTL_LANGUAGES else "ltr"


def direction_of(text: str, language: str) -> Direction:
    """The majority direction of `text`, else that of its language."""
    return majority_direction(text) or language_direction(language)
