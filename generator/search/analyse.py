"""What one record brings to the index; it hangs on the record and the curated tables alone."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from generator.search.analysed import Analysed
from generator.search.fragments import facet_values, fragment
from generator.search.holding import Holding
from generator.search.tokens import tokens
from generator.search.tongues import Meaning, Tongue

MOST_WEIGHT = 31
"""Weights have five bits: more tell no ranking apart, and cost bytes."""
SIDE, NAMED = 31, 15
"""Weight of a concept that a record is about, and of one that it names."""
TITLE_WEIGHT = 5
"""A word of the title counts as so many of the text."""
_K1, _B, _USUAL_LENGTH = 1.2, 0.75, 200
"""BM25's constants; the usual length is fixed, so that a record's weights do not hang on the others."""


def analyse(holding: Holding, tongue: Tongue) -> Analysed:
    """What a record in the language of `tongue` brings to the index."""
    texts = (holding.title, *holding.paragraphs)
    words = [tokens(text) for text in texts]
    extra = (*tokens(holding.address.replace("-", " ")) * TITLE_WEIGHT, *words[0] * (TITLE_WEIGHT - 1), *tokens(holding.source))
    meanings = [(tongue.meaning(token), count) for token, count in Counter(chain(extra, *words)).items()]
    subjects = tongue.finder.find(texts, words, lambda token: tongue.meaning(token).names)
    concepts = sorted({*holding.concepts, *subjects})
    facets = facet_values(holding)
    return Analysed(
        language=holding.language,
        entries=tuple(dict.fromkeys(chain.from_iterable(meaning.entries for meaning, _ in meanings))),
        posts={
            **_weights(meanings, tongue.code),
            **{f"{each} {tongue.code}": SIDE if each in holding.main else NAMED for each in concepts},
        },
        facets=facets,
        held=tuple(sorted({*concepts, *(value for values in facets for value in values)})),
        fragment=zlib.compress(fragment(holding, subjects), 9),
    )


def _weights(meanings: Iterable[tuple[Meaning, int]], language: str) -> dict[str, int]:
    """The weight of each heading."""
    counts: dict[str, int] = {}
    length = 0
    for meaning, count in meanings:
        length += count * meaning.words
        for heading in meaning.headings:
            counts[heading] = counts.get(heading, 0) + count
    return {f"{heading} {language}": weight(count, length) for heading, count in counts.items()}


@lru_cache(maxsize=10_000)
def weight(count: int, length: int) -> int:
    """BM25's share of a term that stands `count` times in a record of `length` words, 1–31."""
    share = count / (count + _K1 * (1 - _B + _B * length / _USUAL_LENGTH))
    return max(1, round(share * MOST_WEIGHT))
