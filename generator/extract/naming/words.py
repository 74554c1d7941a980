"""Words that tell what a name does in its sentence, by kind; `*` at the end stands for any ending."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.curated.grammar import WORD_KINDS, Grammar
from generator.text.fold import fold


@dataclass(frozen=True, slots=True)
class Words:
    """A set of folded words and beginnings of words."""

    exact: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def has(self, readings: Iterable[str]) -> bool:
        """Whether one of the readings of a word is in the set."""
        return any(each in self.exact or bool(self.beginnings and each.startswith(self.beginnings)) for each in readings)


def words(texts: Iterable[str]) -> Words:
    """Make a set of words out of data."""
    folded = [fold(text) for text in texts]
    return Words(
        exact=frozenset(text.rstrip("*") for text in folded),
        beginnings=tuple(sorted(text.rstrip("*") for text in folded if text.endswith("*"))),
    )


@dataclass(frozen=True, slots=True)
class Kinds:
    """Sets of words by kind, turned round: which kinds a word is of."""

    exact: Mapping[str, frozenset[str]]
    beginnings: tuple[tuple[str, tuple[str, ...]], ...]
    all_beginnings: tuple[str, ...]

    def of(self, readings: Iterable[str]) -> frozenset[str]:
        """The kinds of a word, given its readings."""
        found: frozenset[str] = frozenset()
        for each in readings:
            found |= self.exact.get(each, frozenset())
            if each.startswith(self.all_beginnings):
                found |= {kind for kind, beginnings in self.beginnings if each.startswith(beginnings)}
        return found


def kinds_of(sets: Mapping[str, Words]) -> Kinds:
    """Sets of words turned round."""
    exact: dict[str, frozenset[str]] = {}
    for kind, found in sets.items():
        for word in found.exact:
            exact[word] = exact.get(word, frozenset()) | {kind}
    beginnings = tuple((kind, found.beginnings) for kind, found in sets.items() if found.beginnings)
    return Kinds(exact, beginnings, tuple(each for _, many in beginnings for each in many))


def read_words_of(grammar: Grammar) -> Mapping[str, Words]:
    """The words of each kind; kinds without data are empty."""
    return {kind: words(grammar.words.get(kind, ())) for kind in WORD_KINDS}


def read_roles(grammar: Grammar) -> Mapping[str, Words]:
    """The words of office by role; `any` holds all of them."""
    roles = {role: words(texts) for role, texts in grammar.roles.items()}
    return {**roles, "any": words(text for texts in grammar.roles.values() for text in texts)}
