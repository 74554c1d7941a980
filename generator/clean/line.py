"""Lines, the unit of scraped text: where they stand, what they look like, and the key they are matched by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text.fold import Folded, fold, folded_of
from generator.text.lazy import lazy

FILLER = "\u2060"
"""Stands in the view for a character that was taken out; folding drops it."""

_EDGES = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u1680\r" + FILLER
_NUMBER = re.compile(r"#?\d(?:[\d.,:\s]*\d)?(?:k|m|к|тыс)?(?!\w)|#?\d+", re.UNICODE)
_AROUND = re.compile(r"\s*([:/|=])\s*")
_DIGIT = re.compile(r"\d")
_ENDS = re.compile(r"[.!?。!?؟۔।॥…։።][\s'\"»«”“’)\]\)」』›]*$")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uff66-\uff9d]")
_SENTENCES = re.compile(r"[.!?؟۔।]['\"»”’)]*\s+(?=\S)|[。！？]")
_SCRIPTS = (
    ("Latn", "a", "\u024f"), ("Grek", "\u0370", "\u03ff"), ("Cyrl", "\u0400", "\u052f"), ("Armn", "\u0530", "\u058f"),
    ("Hebr", "\u0590", "\u05ff"), ("Arab", "\u0600", "\u08ff"), ("Deva", "\u0900", "\u097f"), ("Thai", "\u0e00", "\u0e7f"),
    ("Geor", "\u10a0", "\u10ff"), ("Kana", "\u3040", "\u30ff"), ("Hang", "\uac00", "\ud7a3"), ("Hani", "\u3400", "\u9fff"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A line that is not blank: `start` and `end` in the seed, `text` of the view, `gap` after an empty line."""

    start: int
    end: int
    text: str
    gap: bool
    whole: Folded | None = None
    """The view folded, where the line is a part of one that need not be normalised first."""

    @lazy
    def key(self) -> str:
        """What phrases are compared with; empty for lines too long to be a phrase."""
        return _key(self.folded) if len(self.text) <= 320 else ""

    @lazy
    def folded(self) -> str:
        """The whole line folded."""
        if self.whole is None:
            return fold(self.text)
        first, last = self.whole.within(self.start, self.end)
        return self.whole.folded[first:last]

    @lazy
    def weight(self) -> int:
        """The length as if every script were as wide as Latin: an ideograph counts for three letters."""
        return len(self.text) + 2 * len(_WIDE.findall(self.text))

    @lazy
    def ends(self) -> bool:
        """Whether the line ends as a sentence does."""
        return _ENDS.search(self.text) is not None

    @lazy
    def prose(self) -> bool:
        """Whether the line is running text: long, or one or more sentences of some length."""
        return self.weight >= 180 or (self.weight >= 60 and self.ends) or (self.weight >= 100 and self.sentences >= 2)

    @lazy
    def words(self) -> int:
        """The number of words between blanks."""
        return len(self.text.split())

    @lazy
    def sentences(self) -> int:
        """The number of sentences, at least one."""
        return 1 + len(_SENTENCES.findall(self.text.rstrip("。！？")))

    def part(self, start: int, end: int) -> Line | None:
        """The line from `start` to `end` (in the seed) without blanks around it; `None` if nothing is left."""
        return trimmed(self.text[start - self.start : end - self.start], start, self.gap, self.whole)


def trimmed(text: str, start: int, gap: bool, whole: Folded | None = None) -> Line | None:
    """The line that `text` at `start` makes without the blanks around it."""
    body = text.strip(_EDGES)
    if not body:
        return None
    start += text.index(body)
    return Line(start, start + len(body), body, gap, whole)


def split_lines(view: str) -> tuple[Line, ...]:
    """The lines of a view that are not blank."""
    return tuple(_lines(view))


def _lines(view: str) -> Iterator[Line]:
    start, gap = 0, False
    whole = folded_of(view) if unicodedata.is_normalized("NFC", view) else None
    for raw in view.split("\n"):
        line = trimmed(raw, start, gap, whole)
        gap = line is None
        start += len(raw) + 1
        if line:
            yield line


def key_of(text: str) -> str:
    """`text` folded, numbers as `#`, single blanks, none before `: / | =`, punctuation and symbols off both ends."""
    return _key(fold(text))


def _key(folded: str) -> str:
    if not folded.isalpha():
        folded = _NUMBER.sub("#", folded) if _DIGIT.search(folded) else folded
        folded = _AROUND.sub(r"\1 ", bare(folded))
    return " ".join(folded.split())


def bare(text: str) -> str:
    """`text` without the characters at both ends that are neither letter, number nor `#`."""
    first, last = 0, len(text)
    while first < last and not (text[first].isalnum() or text[first] == "#"):
        first += 1
    while last > first and not (text[last - 1].isalnum() or text[last - 1] in "#\u094d" or _is_mark(text[last - 1])):
        last -= 1
    return text[first:last]


def _is_mark(character: str) -> bool:
    """Vowel signs of Indic and Thai words, which end a word without being letters."""
    return "\u0900" <= character <= "\u0e7f"


def script_of(text: str) -> str:
    """ISO 15924 code of the first letter's script; Han, kana and unknown ones as `Hani`, `Kana`, `Zyyy`."""
    for character in text:
        if character.isalpha():
            if character.isascii():
                return "Latn"
            lower = character.lower()[0]
            return next((script for script, first, last in _SCRIPTS if first <= lower <= last), "Zyyy")
    return "Zyyy"
