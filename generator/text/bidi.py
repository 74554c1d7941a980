"""Direction by the strong characters of a text (UAX #9), and the bidirectional controls."""

from __future__ import annotations

import unicodedata
from collections import Counter

from generator.model import Direction

EMBEDDINGS = frozenset("\u202a\u202b\u202c\u202d\u202e")
ISOLATE_OPENERS = frozenset("\u2066\u2067\u2068")
ISOLATE_CLOSER = "\u2069"

_RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"})


def majority_direction(text: str) -> Direction | None:
    """The direction of most strong characters of `text`, or `None` where it has none."""
    right = left = 0
    for character, count in Counter(text).items():
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            left += count
        elif kind in ("R", "AL"):
            right += count
    if right == left:
        return None if right == 0 else "ltr"
    return "rtl" if right > left else "ltr"


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
