"""Inflection by tables: which dictionary words an inflected word may be a form of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.curated.grammar import Paradigm
from generator.text.fold import fold

_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Stems:
    """Known words by stem: what may follow the stem, and the word it is then a form of."""

    exact: set[str] = field(default_factory=set)
    stems: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=dict)

    def add(self, word: str, rows: tuple[tuple[str, frozenset[str]], ...]) -> None:
        """Learn a folded word; of `rows` (dictionary ending, endings in texts) the longest that fits applies."""
        self.exact.add(word)
        for ends, gives in rows:
            stem = word[: len(word) - len(ends)]
            if word.endswith(ends) and len(stem) >= _SHORTEST_STEM:
                entry = (gives, word)
                if entry not in self.stems.setdefault(stem, []):
                    self.stems[stem].append(entry)
                return

    def is_known(self, word: str) -> bool:
        """Whether a word stands in the dictionary as it is."""
        return word in self.exact

    def bases(self, word: str) -> Iterator[str]:
        """The known words of which `word` may be a form, itself first."""
        if word in self.exact:
            yield word
        for cut in range(len(word), _SHORTEST_STEM - 1, -1):
            for gives, base in self.stems.get(word[:cut], ()):
                if base != word and word[cut:] in gives:
                    yield base


def rows_of(paradigms: Iterable[Paradigm]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Paradigms folded, the longest dictionary ending first."""
    rows = [(fold(each.ends), frozenset(fold(ending) for ending in each.gives)) for each in paradigms]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def prefix_rules(prefixes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """`from>to` rules of what may stand before a name in the same word, the longest first."""
    rules = ((fold(before), fold(after)) for before, _, after in (each.partition(">") for each in prefixes))
    return tuple(sorted(rules, key=lambda rule: -len(rule[0])))


def without_prefixes(word: str, rules: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """What is left of a word when one prefix is taken off, if three letters are."""
    for before, after in rules:
        if word.startswith(before) and len(word) - len(before) >= 3:
            yield after + word[len(before) :]
