"""Every word of the archive with the records it stands in, gathered record by record."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.search.tokens import surfaces, tokens

TITLE_WEIGHT = 5
"""A word of the title counts as so many of the text."""
_MOST = 255
_K1, _B, _USUAL_LENGTH = 1.2, 0.75, 200
"""BM25's constants; the usual length is fixed, so that a record's weights do not hang on the others."""

_cached_surfaces = lru_cache(maxsize=200_000)(surfaces)
Posting = tuple[int, int]
"""A record's number and its weight, 1–255."""


class Word:
    """One surface in one language: how it was written, and how often each record has it."""

    __slots__ = ("counts", "numbers", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.numbers = array("I")
        self.counts = array("B")


class Lexicon:
    """Words by language and surface, and the length of each record in words."""

    def __init__(self) -> None:
        self.words: dict[str, dict[str, Word]] = {}
        self.lengths: dict[int, int] = {}

    def add(self, number: int, language: str, title: str, texts: Iterable[str]) -> None:
        """Take in the words of a record."""
        counts: Counter[tuple[str, str]] = Counter()
        for text in texts:
            counts.update(_words(text))
        for each in _words(title):
            counts[each] += TITLE_WEIGHT
        self.lengths[number] = counts.total()
        words = self.words.setdefault(language, {})
        for (surface, raw), count in counts.items():
            word = words.get(surface)
            if word is None:
                word = words[surface] = Word(raw)
            word.raw = min(word.raw, raw)
            if word.numbers and word.numbers[-1] == number:
                word.counts[-1] = min(_MOST, word.counts[-1] + count)
            else:
                word.numbers.append(number)
                word.counts.append(min(_MOST, count))

    def size(self) -> int:
        """How many pairs of a word and a record there are."""
        return sum(len(word.numbers) for words in self.words.values() for word in words.values())

    def postings(self, words: Iterable[Word]) -> list[Posting]:
        """The records of several words together, in the order of their numbers."""
        counts: Counter[int] = Counter()
        for word in words:
            for number, count in zip(word.numbers, word.counts, strict=True):
                counts[number] += count
        return [(number, weight(counts[number], self.lengths[number])) for number in sorted(counts)]


def _words(text: str) -> Iterator[tuple[str, str]]:
    for token in tokens(text):
        yield from _cached_surfaces(token)


def weight(count: int, length: int) -> int:
    """BM25's share of a term that stands `count` times in a record of `length` words, 1–255."""
    share = count / (count + _K1 * (1 - _B + _B * length / _USUAL_LENGTH))
    return max(1, round(share * _MOST))
