"""Section `boilerplate` of a language: the phrases of page rests, in a small notation that is data.

A pattern is a line as a page shows it. `…` stands for any words (at the start, at the end, or between),
`#` for any number; letter case, accents, vowel signs, and punctuation or symbols at both ends do not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.curated.tree import Branch

RULES = (
    "advert", "byline", "caption", "comment-form", "cookie", "copyright", "counter", "dateline", "editor", "end-mark",
    "feed-footer", "navigation", "newsletter", "photo-credit", "read-also", "read-more", "related", "share", "site-name",
    "source-line", "tags", "ticker",
)  # fmt: skip
"""Every rule that a phrase may belong to."""

Patterns = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """Phrases of web pages that are no part of an article.

    `rules` are pairs of a rule's name and its patterns; `also` names languages whose phrases stand on the
    pages of this one, too; `networks` are the words of share bars, `dates` the words around a date beyond
    the names of months and days, `starters` words which, written with a capital, open a sentence.
    `examples` (by rule) and `negatives` prove the patterns both ways and are used by tests only.
    """

    rules: Patterns = ()
    also: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)
    negatives: tuple[str, ...] = field(default=(), hash=False, compare=False)


def read_boilerplate(branch: Branch) -> Boilerplate:
    """Read the section; a rule that nobody knows, or a pattern without a word, is a fault."""
    branch.allow("rules", "also", "networks", "dates", "starters", "examples", "not")
    for key in ("rules", "examples"):
        branch.branch(key).allow(*RULES)
    rules = branch.by_language("rules")
    for rule, patterns in rules.items():
        for pattern in patterns:
            if not any(character.isalnum() for character in pattern):
                branch.fault(branch.get("rules"), f"{rule}: the pattern {pattern!r} has no word")
    return Boilerplate(
        rules=tuple(rules.items()),
        also=branch.texts("also"),
        networks=branch.texts("networks"),
        dates=branch.texts("dates"),
        starters=branch.texts("starters"),
        examples=branch.by_language("examples"),
        negatives=branch.texts("not"),
    )
