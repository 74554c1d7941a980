"""Subjects that a text speaks of, found by their words in the text's own language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import regex

from generator.search.headings import Headings
from generator.search.tokens import UNSPACED, surfaces, tokens
from generator.text.fold import fold

_QUOTED = 4
"""So many wordings of a subject are kept with a record, for its excerpt."""


class SubjectFinder:
    """Finds subjects in texts of one language; `subjects` are their names in it."""

    def __init__(self, subjects: Mapping[str, tuple[str, ...]], headings: Headings) -> None:
        self.headings = headings
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        unspaced: dict[str, str] = {}
        for subject, names in subjects.items():
            for name in names:
                if regex.match(rf"[{UNSPACED}]", name):
                    unspaced[fold(name)] = subject
                elif words := self._words(name):
                    self.phrases.setdefault(words[0], []).append((words, subject))
        self.unspaced = unspaced
        self.pattern = regex.compile("|".join(map(regex.escape, sorted(unspaced, key=len, reverse=True)))) if unspaced else None
        self.guesses = lru_cache(maxsize=100_000)(self._guesses)
        self.begun = lru_cache(maxsize=100_000)(self._begun)

    def _words(self, name: str) -> tuple[str, ...]:
        """The headings of a name's words, in their order."""
        found = [surfaces(token)[:1] for token in tokens(name)]
        return tuple(self.headings.stem(*each[0]) for each in found if each)

    def _guesses(self, token: str) -> tuple[str, ...]:
        found = surfaces(token)
        return tuple(dict.fromkeys(guess for each in found[:1] for guess in self.headings.guesses(*each)))

    def _begun(self, token: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        """The names that may begin with a token."""
        return tuple(phrase for guess in self.guesses(token) for phrase in self.phrases.get(guess, ()))

    def find(self, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Subject → how the texts word it."""
        found: dict[str, dict[str, None]] = {}
        for text in texts:
            for subject, quote in (*self._spaced(text), *self._unspaced(text)):
                quotes = found.setdefault(f"s:{subject}", {})
                if len(quotes) < _QUOTED:
                    quotes[quote] = None
        return {subject: tuple(quotes) for subject, quotes in found.items()}

    def _spaced(self, text: str) -> Iterable[tuple[str, str]]:
        if not self.phrases:
            return
        words = list(tokens(text))
        for at, token in enumerate(words):
            for phrase, subject in self.begun(token):
                found = words[at : at + len(phrase)]
                if len(found) == len(phrase) and all(part in self.guesses(other) for part, other in zip(phrase, found, strict=True)):
                    yield subject, " ".join(found)

    def _unspaced(self, text: str) -> Iterable[tuple[str, str]]:
        if self.pattern is not None:
            yield from ((self.unspaced[hit[0]], hit[0]) for hit in self.pattern.finditer(fold(text)))
