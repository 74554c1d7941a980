"""The heading that the words of a language stand under: all linguistics of search happens here, at build time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import snowballstemmer

from generator.curated.affixes import Affixes
from generator.text.fold import fold

_SHORTEST = 3
"""Letters that must be left when an affix comes off."""


@lru_cache(maxsize=64)
def _folded(affixes: tuple[str, ...]) -> tuple[str, ...]:
    """Affixes folded, the longest first."""
    return tuple(sorted({fold(each) for each in affixes}, key=lambda each: (-len(each), each)))


class Headings:
    """The words of one language under their headings; `stem` without the archive, `of` with its words."""

    def __init__(self, affixes: Affixes) -> None:
        self.affixes = affixes
        self.stemmer = snowballstemmer.stemmer(affixes.stemmer) if affixes.stemmer else None
        self.snowball = lru_cache(maxsize=100_000)(self._snowball)
        self.articles = _folded(affixes.articles)
        self.prefixes = _folded(affixes.prefixes)
        self.light = _folded(affixes.light)
        self.endings = _folded(affixes.endings)

    @property
    def inflects_names(self) -> bool:
        """Whether the heading of a name is the name's own (light endings take off letters of names)."""
        return not self.light

    def stem(self, surface: str, raw: str) -> str:
        """The heading of a word by itself; attested affixes stay on."""
        if self.stemmer is not None and raw.isalpha():
            return self.snowball(raw) or surface
        return self._lightened(self.bare(surface))

    def _snowball(self, raw: str) -> str:
        """The folded stem of a word; empty without a stemmer."""
        return fold(self.stemmer.stemWord(raw)) if self.stemmer is not None else ""

    def bare(self, surface: str) -> str:
        """A word without its article."""
        return next((rest for rest in _without_prefix(surface, self.articles)), surface)

    def _lightened(self, surface: str) -> str:
        """A word without its light endings, at most three of them."""
        for _ in range(3):
            rest = next(iter(_without_ending(surface, self.light)), None)
            if rest is None:
                break
            surface = rest
        return surface

    def guesses(self, surface: str, raw: str) -> tuple[str, ...]:
        """Every heading a word may have, whatever the archive attests."""
        found = [self.stem(surface, raw)]
        rests = list(_without_prefix(surface, self.prefixes))
        found += [self._lightened(rest) for rest in rests]
        for each in (surface, *rests) if self.endings else ():
            found += [each, *_without_ending(each, self.endings)]
        return tuple(dict.fromkeys(found))

    def of(self, words: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """Surface → its heading and its bare form (without clitics), for all words (surface → raw) of the archive."""
        if self.stemmer is not None:
            return {surface: (self.stem(surface, raw), surface) for surface, raw in words.items()}
        bare = self._bare_forms(words)
        known = set(bare.values()) | set(words)
        shared = self._shared_rests(known) if self.endings else frozenset()
        return {surface: (self._heading(form, known, shared), form) for surface, form in bare.items()}

    def _bare_forms(self, words: Iterable[str]) -> dict[str, str]:
        """Words without articles, and without prefixes where the rest is a word too."""
        bare = {surface: self.bare(surface) for surface in words}
        known = set(bare) | set(bare.values())
        for surface, form in bare.items():
            if form == surface:
                bare[surface] = next((rest for rest in _without_prefix(surface, self.prefixes) if rest in known), surface)
        return {surface: bare.get(form, form) for surface, form in bare.items()}

    def _shared_rests(self, known: Iterable[str]) -> frozenset[str]:
        """What is left of two words or more when their endings come off."""
        once: set[str] = set()
        twice: set[str] = set()
        for surface in known:
            for rest in _without_ending(surface, self.endings):
                (twice if rest in once else once).add(rest)
        return frozenset(twice)

    def _heading(self, form: str, known: set[str], shared: frozenset[str]) -> str:
        """The heading of a bare form."""
        if self.light:
            return self._lightened(form)
        rests = list(_without_ending(form, self.endings))
        attested = [rest for rest in rests if rest in known]
        if attested:
            return min(attested, key=len)
        return next((rest for rest in rests if len(rest) > _SHORTEST and rest in shared), form)


def _without_prefix(surface: str, prefixes: tuple[str, ...]) -> Iterable[str]:
    return (surface[len(each) :] for each in prefixes if surface.startswith(each) and len(surface) - len(each) >= _SHORTEST)


def _without_ending(surface: str, endings: tuple[str, ...]) -> Iterable[str]:
    return (surface[: -len(each)] for each in endings if surface.endswith(each) and len(surface) - len(each) >= _SHORTEST)
