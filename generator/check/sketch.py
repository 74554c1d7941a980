"""Texts that are nearly the same: a sketch of each finds the candidates, their word shingles decide.

A sketch is the 64 smallest hashes of a text's shingles (Broder 1997): two texts whose shingles overlap by a share J
have about J of the smallest hashes of both in common. Shingles that more than `CROWD` texts have are stock phrases and
footers; they come into a sketch only where there are too few others. Candidates share at least `LEAST` hashes; what
counts in the end is the exact Jaccard share of all their shingles, which must be above `ALIKE`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from zlib import crc32

import regex

from generator.text.fold import fold

SIZE = 64
LEAST = 6
ALIKE = 0.5
WORDS = 3
"""Words a shingle."""
CROWD = 30
NEIGHBOURS = 10
"""With how many of those before and after it a text is compared under a hash that a crowd has."""
_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[\p{L}\p{M}\p{N}]+")
"""A word, or a character of the scripts that part words by no blank."""

Shingles = frozenset[int]
Pair = tuple[int, int]


def shingles(text: str) -> Shingles:
    """The hashes, of 32 bits, of every three words that follow each other; of all words where there are no three."""
    words = _WORD.findall(fold(text))
    if len(words) < WORDS:
        return frozenset({crc32(" ".join(words).encode())} if words else ())
    return frozenset(crc32(f"{one} {two} {three}".encode()) for one, two, three in zip(words, words[1:], words[2:], strict=False))


def share(one: Shingles, other: Shingles) -> float:
    """The Jaccard share of two sets, 0 to 1."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if one or other else 0.0


def near(texts: Sequence[Shingles], asked: Collection[int]) -> Iterator[tuple[int, int, float]]:
    """Each two texts that are nearly the same, by their places, with their share; one of them at least is `asked` about."""
    stock = frozenset(hash_ for hash_, count in Counter(chain.from_iterable(texts)).items() if count > CROWD)
    sketches = [_sketch(each, stock) for each in texts]
    for (one, other), common in sorted(_candidates(sketches, frozenset(asked)).items()):
        if common >= min(LEAST, len(sketches[one]) // 2, len(sketches[other]) // 2):
            alike = share(texts[one], texts[other])
            if alike > ALIKE:
                yield one, other, alike


def _sketch(found: Shingles, stock: Shingles) -> tuple[int, ...]:
    """The smallest hashes; those of stock phrases only where there are too few others."""
    telling = nsmallest(SIZE, found - stock)
    return (*telling, *nsmallest(SIZE - len(telling), found & stock)) if len(telling) < SIZE else tuple(telling)


def _candidates(sketches: Sequence[tuple[int, ...]], asked: Shingles) -> Mapping[Pair, int]:
    """How many hashes each two texts have in common, where they have any."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, hashes in enumerate(sketches):
        for each in hashes:
            holders[each].append(place)
    common: Counter[Pair] = Counter()
    for group in holders.values():
        for at, one in enumerate(group if len(group) > 1 else ()):
            if one in asked:
                common.update(_pairs(group, at, asked))
    return common


def _pairs(group: Sequence[int], at: int, asked: Shingles) -> Iterator[Pair]:
    """The text at a place of a group with its neighbours there: each two texts once, though both be asked about."""
    one, reach = group[at], len(group) if len(group) <= CROWD else NEIGHBOURS
    yield from ((one, other) for other in group[at + 1 : at + 1 + reach])
    yield from ((other, one) for other in group[max(at - reach, 0) : at] if other not in asked)
