"""One folding for matching: the same word written differently becomes the same string.

NFKC, lower case, marks of Latin, Greek, Cyrillic, Arabic and Hebrew off (never Indic vowel signs), the
letters that Arabic and Persian spell in several ways made one, tatweel and invisible marks out,
every digit to ASCII, typographic apostrophes to `'`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ؤ": "و", "ئ": "ي",
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ё": "е", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-",
}  # fmt: skip
_INVISIBLE = ((0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2065), (0x2066, 0x206A))
DROPPED = {"ـ", "\u00ad", "\u061c", "\ufeff"} | {chr(code) for first, last in _INVISIBLE for code in range(first, last)}
OWN_LETTERS = {"й": "й", "Й": "й", "ї": "ї", "Ї": "ї"}


@lru_cache(maxsize=65536)
def fold_character(character: str) -> str:
    """The folded form of one character: none, one or several characters."""
    if character in DROPPED:
        return ""
    if character in OWN_LETTERS:
        return OWN_LETTERS[character]
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    return "".join(_fold_lower(lower) for lower in unicodedata.normalize("NFKC", character).lower())


def _fold_lower(lower: str) -> str:
    """One lower-case compatibility character without its loose marks."""
    parts = unicodedata.normalize("NFD", lower) if _has_loose_marks(lower) else lower
    return "".join(LETTERS.get(part, part) for part in parts if not _is_loose_mark(part))


def _has_loose_marks(character: str) -> bool:
    """Whether the marks of this character's script are dropped (alphabets, not abugidas or Hangul)."""
    return not ("\u0900" <= character <= "\u109f" or "\uac00" <= character <= "\ud7a3" or "\u3040" <= character <= "\u30ff")


def _is_loose_mark(character: str) -> bool:
    """Combining marks of alphabets: Latin/Greek/Cyrillic (03xx), Hebrew (05xx), Arabic (06xx, 08xx)."""
    return unicodedata.category(character) == "Mn" and (
        character < "\u0900" or "\u1ab0" <= character <= "\u1aff" or "\u1dc0" <= character <= "\u1dff" or "\u20d0" <= character <= "\u20ff"
    )


class _Folded(dict[int, str]):
    """The folded form of each code point met so far, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = fold_character(chr(code))
        return self[code]


_FOLDED = _Folded()
_REGULAR: set[str] = set()
"""Characters met so far that fold to exactly one."""


def fold(text: str) -> str:
    """`text` folded; `fold(fold(text)) == fold(text)`."""
    return unicodedata.normalize("NFC", text).translate(_FOLDED)


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """`text` folded character by character, and for each folded character the offset it came from.

    The offsets have one entry more than the folded string: the length of `text`. Most texts have only
    characters that fold to one each; then the offsets are a plain range.
    """
    folded = text.translate(_FOLDED)
    odd = set(text).difference(_REGULAR)
    if odd:
        _REGULAR.update(character for character in odd if len(_FOLDED[ord(character)]) == 1)
        odd.difference_update(_REGULAR)
    return folded, _offsets(text, odd) if odd else range(len(text) + 1)


def _offsets(text: str, odd: set[str]) -> list[int]:
    """The offsets where the `odd` characters fold to none or to several."""
    offsets: list[int] = []
    at = 0
    for match in re.finditer(f"[{re.escape(''.join(sorted(odd)))}]", text):
        start = match.start()
        offsets.extend(range(at, start))
        offsets.extend([start] * len(_FOLDED[ord(match[0])]))
        at = start + 1
    offsets.extend(range(at, len(text) + 1))
    return offsets


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A whole text folded once, from which every part of it can be taken."""

    text: str
    folded: str
    offsets: Sequence[int]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The span in `folded` of a span of the text."""
        if isinstance(self.offsets, range):
            return start, end
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)


@lru_cache(maxsize=8)
def folded_of(text: str) -> Folded:
    """A text with its folding, made once while it is worked on."""
    return Folded(text, *fold_with_offsets(text))


def fold_all(texts: Iterable[str]) -> frozenset[str]:
    """The folded forms of several names."""
    return frozenset(fold(text) for text in texts)
