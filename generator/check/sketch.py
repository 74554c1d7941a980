"""Texts that are nearly the same: a sketch of each finds the candidates, their word shingles decide.

A sketch is the 64 smallest hashes of a text's shingles (Broder 1997): two texts whose shingles overlap by a share J
have about J of the smallest hashes of both in common. Candidates share at least `LEAST` of them; what counts in the
end is the exact Jaccard share of their shingles, which must be above `ALIKE`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nsmallest
from zlib import crc32

import regex

from generator.text.fold import fold

SIZE = 64
LEAST = 8
ALIKE = 0.5
WORDS = 3
"""Words a shingle."""
CROWD = 50
"""With how many of those before and after it under one hash a text is compared: a footer that thousands share makes no candidates."""
_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[\p{L}\p{M}\p{N}]+")
"""A word, or a character of the scripts that part words by no blank."""

Shingles = frozenset[int]


def shingles(text: str) -> Shingles:
    """The hashes of every three words that follow each other; of all words where there are no three."""
    words = _WORD.findall(fold(text))
    runs = (" ".join(words[start : start + WORDS]) for start in range(max(len(words) - WORDS + 1, 1)))
    return frozenset(crc32(run.encode()) for run in runs if run)


def sketch(found: Shingles) -> tuple[int, ...]:
    """The smallest hashes, in order."""
    return tuple(nsmallest(SIZE, found))


def share(one: Shingles, other: Shingles) -> float:
    """The Jaccard share of two sets, 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def near(sketches: Sequence[tuple[int, ...]], text: Callable[[int], Shingles], asked: frozenset[int]) -> Iterator[tuple[int, int, float]]:
    """Each two texts that are nearly the same, by their places, with their share; one of them at least is `asked` about.

    `text` gives the shingles of the text at a place; it is called for candidates only.
    """
    for (one, other), common in sorted(_candidates(sketches, asked).items()):
        if common >= min(LEAST, len(sketches[one]) // 2, len(sketches[other]) // 2):
            alike = share(text(one), text(other))
            if alike > ALIKE:
                yield one, other, alike


def _candidates(sketches: Sequence[tuple[int, ...]], asked: frozenset[int]) -> Mapping[tuple[int, int], int]:
    """How many hashes each two texts have in common, where they have any."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, hashes in enumerate(sketches):
        for each in hashes:
            holders[each].append(place)
    common: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        for at, one in enumerate(group if len(group) > 1 else ()):
            if one in asked:
                common.update(_pairs(group, at, asked))
    return common


def _pairs(group: Sequence[int], at: int, asked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The text at a place of a group with its neighbours there: each two texts once, though both be asked about."""
    one = group[at]
    yield from ((one, other) for other in group[at + 1 : at + 1 + CROWD])
    yield from ((other, one) for other in group[max(at - CROWD, 0) : at] if other not in asked)
