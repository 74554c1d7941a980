"""Words of each language under their headings, numbered, and the keys that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.search.concepts import Label, keys
from generator.search.headings import Headings
from generator.search.lexicon import Lexicon, Word
from generator.search.tokens import surfaces, tokens

_LONG_ENOUGH = 4
"""Letters of a heading that a name shares with its inflected forms; shorter ones are shared with other words."""


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """What a key leads to: a group of words in a language (numbered from 1), or a concept (language 0).

    `stem` marks a key that is no word, only what the words of the group begin with.
    """

    language: int
    stem: bool
    target: int


@dataclass(slots=True)
class Group:
    """The words of one language under one heading."""

    language: str
    heading: str
    words: dict[str, Word] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)
    number: int = -1

    def stems(self) -> set[str]:
        """The heading, and what all the words begin with, where it is long enough to be told.

        Where a stemmer writes `i` for the `y` of a word (`deliveri`), another form may have neither.
        """
        begins = {self.heading, _common(self.heading, *self.bare), self.heading.removesuffix("i")}
        return {each for each in begins if len(each) >= 3 and each not in self.words}


def _common(*words: str) -> str:
    """What all words begin with."""
    first, last = min(words), max(words)
    return first[: next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))]


def _without_last_vowel(stem: str) -> str:
    """A stem as it is before an ending, where Slavonic words lose their last vowel: египет, египт(а)."""
    return stem[:-2] + stem[-1] if len(stem) > _LONG_ENOUGH and stem[-2] in "ео" and stem[-1] not in "аеиоуыюя" else ""


class Groups:
    """All groups, in the order of their first word; the first numbers belong to concepts."""

    def __init__(self, lexicon: Lexicon, headings: Mapping[str, Headings], concepts: Mapping[str, int]) -> None:
        self.headings = headings
        self.concepts = concepts
        self.by_heading: dict[tuple[str, str], Group] = {}
        self.bare: dict[tuple[str, str], list[str]] = {}
        for language in sorted(lexicon.words):
            self._gather(language, lexicon.words[language])
        self.groups = sorted(self.by_heading.values(), key=lambda group: (min(group.words), group.language, group.heading))
        for number, group in enumerate(self.groups, start=len(concepts)):
            group.number = number
        self.languages = ("", *sorted({*lexicon.words}))

    def _gather(self, language: str, words: dict[str, Word]) -> None:
        for surface, (heading, bare) in self.headings[language].of({surface: word.raw for surface, word in words.items()}).items():
            group = self.by_heading.setdefault((language, heading), Group(language, heading))
            group.words[surface] = words[surface]
            group.bare.add(bare)
            self.bare.setdefault((language, bare), []).append(surface)

    def dictionary(self, labels: list[Label]) -> dict[str, set[Ref]]:
        """Every key with what it leads to."""
        found: dict[str, set[Ref]] = {}
        for key, ref in (*self._word_keys(), *self._label_keys(labels)):
            found.setdefault(key, set()).add(ref)
        return found

    def _word_keys(self) -> Iterator[tuple[str, Ref]]:
        for group in self.groups:
            tongue = self.languages.index(group.language)
            yield from ((key, Ref(tongue, False, group.number)) for key in sorted({*group.words, *group.bare}))
            yield from ((key, Ref(tongue, True, group.number)) for key in sorted(group.stems()))

    def _label_keys(self, labels: list[Label]) -> Iterator[tuple[str, Ref]]:
        for label in labels:
            concept = self.concepts[label.concept]
            for key in keys(label.text):
                yield key, Ref(0, False, concept)
            yield from self._inflected(label, concept)

    def _inflected(self, label: Label, concept: int) -> Iterator[tuple[str, Ref]]:
        """The other forms of a name of one word, as far as they are surely its own."""
        parts = list(tokens(label.text))
        if len(parts) != 1 or label.language not in self.headings or len(found := surfaces(parts[0])) != 1:
            return
        headings = self.headings[label.language]
        stem = headings.stem(*found[0])
        if not label.concept.startswith("s:") and not headings.inflects_names:
            yield from ((form, Ref(0, False, concept)) for form in self.bare.get((label.language, headings.bare(found[0][0])), ()))
            return
        if len(stem) < (3 if label.concept.startswith("s:") else _LONG_ENOUGH):
            return
        if other := self.by_heading.get((label.language, _without_last_vowel(stem))):
            yield found[0][0], Ref(self.languages.index(label.language), False, other.number)
        group = self.by_heading.get((label.language, stem), Group(label.language, stem, bare={found[0][0]}))
        yield from ((form, Ref(0, False, concept)) for form in group.words)
        if label.language in self.languages:
            yield from ((form, Ref(self.languages.index(label.language), True, concept)) for form in group.stems())
