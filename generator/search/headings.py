"""The heading that the words of a language stand under: all linguistics of search happens here, at build time.

A heading hangs on the word alone, never on what else the archive says: one more record must not move the words of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import Stemmer

from generator.curated.affixes import Affixes
from generator.text.fold import fold

_SHORTEST = 3
"""Letters that must be left when an affix comes off; one more where the affix is a single letter that may be the word's own."""
_MOST_ENDINGS = 3


@lru_cache(maxsize=64)
def _folded(affixes: tuple[str, ...]) -> tuple[str, ...]:
    """Affixes folded, the longest first."""
    return tuple(sorted({fold(each) for each in affixes}, key=lambda each: (-len(each), each)))


class Headings:
    """The headings of one language's words."""

    def __init__(self, affixes: Affixes) -> None:
        self.affixes = affixes
        self.stemmer = Stemmer.Stemmer(affixes.stemmer) if affixes.stemmer else None
        self.articles = _folded(affixes.articles)
        self.prefixes = _folded(affixes.prefixes)
        self.light = _folded(affixes.light)
        self.endings = _folded(affixes.endings)
        self.off = self.light or self.endings

    @property
    def inflects_names(self) -> bool:
        """Whether the heading of a name is the name's own (light endings take off letters of names)."""
        return not self.light

    def stem(self, surface: str, raw: str) -> str:
        """The first heading of a word."""
        if self.stemmer is not None and raw.isalpha():
            return fold(self.stemmer.stemWord(raw)) or surface
        return self._lightened(self.bare(surface))

    def of(self, surface: str, raw: str) -> tuple[str, ...]:
        """Every heading a word stands under: its own, and that of the rest where it may begin with a clitic."""
        rests = map(self._lightened, self.rests(surface))
        return tuple(dict.fromkeys((self.stem(surface, raw), *rests)))

    def bare(self, surface: str) -> str:
        """A word without its article."""
        return next(_without_prefix(surface, self.articles), surface) if surface.startswith(self.articles) else surface

    def rests(self, surface: str) -> Iterator[str]:
        """What is left of a word without article when a clitic comes off."""
        begins = surface.startswith(self.prefixes) and self.bare(surface) == surface
        return _without_prefix(surface, self.prefixes) if begins else iter(())

    def _lightened(self, surface: str) -> str:
        """A word without its endings."""
        for _ in range(_MOST_ENDINGS if surface.endswith(self.off) else 0):
            rest = next(_without_ending(surface, self.off, careful=not self.light), None)
            if rest is None:
                break
            surface = rest
        return surface


def _without_prefix(surface: str, prefixes: tuple[str, ...]) -> Iterator[str]:
    return (surface[len(each) :] for each in prefixes if surface.startswith(each) and len(surface) - len(each) >= _SHORTEST)


def _without_ending(surface: str, endings: tuple[str, ...], *, careful: bool) -> Iterator[str]:
    """The longest ending first; a `careful` language keeps four letters before an ending of one."""
    for each in endings:
        if surface.endswith(each) and len(surface) - len(each) >= _SHORTEST + (careful and len(each) == 1):
            yield surface[: -len(each)]
