"""Subjects that a text speaks of, found by their words in the text's own language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

import regex

from generator.search.headings import Headings
from generator.search.tokens import UNSPACED, surfaces, tokens
from generator.text.fold import fold

_QUOTED = 4
"""So many wordings of a subject are kept with a record, for its excerpt."""


_UNSPACED = regex.compile(rf"[{UNSPACED}]")
Name = tuple[tuple[str, ...], str]
"""The headings of a subject's name, and the subject."""


class SubjectFinder:
    """Finds subjects in texts of one language; `subjects` are their names in it."""

    def __init__(self, subjects: Mapping[str, tuple[str, ...]], headings: Headings) -> None:
        self.headings = headings
        self.phrases: dict[str, list[Name]] = {}
        unspaced: dict[str, str] = {}
        for subject, names in subjects.items():
            for name in names:
                if regex.match(rf"[{UNSPACED}]", name):
                    unspaced[fold(name)] = subject
                elif words := self._words(name):
                    self.phrases.setdefault(words[0], []).append((words, subject))
        self.unspaced = unspaced
        self.pattern = regex.compile("|".join(map(regex.escape, sorted(unspaced, key=len, reverse=True)))) if unspaced else None
        self.guesses = lru_cache(maxsize=12_000)(self._guesses)

    def _words(self, name: str) -> tuple[str, ...]:
        """The headings of a name's words, in their order."""
        found = [surfaces(token)[:1] for token in tokens(name)]
        return tuple(self.headings.stem(*each[0]) for each in found if each)

    def _guesses(self, token: str) -> tuple[str, ...]:
        found = surfaces(token)
        return tuple(guess for each in found[:1] for guess in self.headings.of(*each))

    def begun(self, headings: Iterable[str]) -> tuple[Name, ...]:
        """The names that may begin with a word that stands under these headings."""
        return tuple(name for heading in headings for name in self.phrases.get(heading, ()))

    def find(
        self, texts: Iterable[str], words: Iterable[list[str]], begun: Callable[[str], tuple[Name, ...]]
    ) -> dict[str, tuple[str, ...]]:
        """Subject → how the texts word it; `words` are the tokens of each text, `begun` what may begin with one."""
        found: dict[str, dict[str, None]] = {}
        for text, each in zip(texts, words, strict=True):
            for subject, quote in (*self._spaced(each, begun), *self._unspaced(text)):
                quotes = found.setdefault(f"s:{subject}", {})
                if len(quotes) < _QUOTED:
                    quotes[quote] = None
        return {subject: tuple(quotes) for subject, quotes in found.items()}

    def _spaced(self, words: list[str], begun: Callable[[str], tuple[Name, ...]]) -> Iterator[tuple[str, str]]:
        if not self.phrases:
            return
        for at, names in ((at, names) for at, token in enumerate(words) if (names := begun(token))):
            for name, subject in names:
                found = words[at : at + len(name)]
                if len(found) == len(name) and all(part in self.guesses(other) for part, other in zip(name, found, strict=True)):
                    yield subject, " ".join(found)

    def _unspaced(self, text: str) -> Iterator[tuple[str, str]]:
        if self.pattern is not None and _UNSPACED.search(text):
            yield from ((self.unspaced[hit[0]], hit[0]) for hit in self.pattern.finditer(fold(text)))
