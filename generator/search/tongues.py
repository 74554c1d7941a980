"""What the index knows of each language: headings of its words, names of concepts in it, subjects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.curated import Curated
from generator.search.concepts import Label, keys
from generator.search.entries import entry, heading_ref, word_entries
from generator.search.headings import Headings
from generator.search.state import State
from generator.search.subjects import Name, SubjectFinder
from generator.search.tokens import surfaces, tokens
from generator.text.fold import fold

_LONG_ENOUGH = 4
"""Letters of a heading that a name shares with its inflected forms; shorter ones are shared with other words."""
_SHORT_SUBJECT = 3
_KEPT = 16_000
"""Tokens of a language whose meaning is kept at hand; the frequent ones come again and again."""


class Meaning(NamedTuple):
    """What one token brings to the index: words it counts as, headings it stands under, entries of the dictionary.

    `names` are the subjects' names that may begin with it.
    """

    words: int
    headings: tuple[str, ...]
    entries: tuple[str, ...]
    names: tuple[Name, ...]


class Tongue:
    """One language of the archive; `names` are the names of concepts in it."""

    def __init__(self, code: str, curated: Curated, names: Iterable[Label]) -> None:
        self.code = code
        self.headings = Headings(curated.language(code).search)
        self.by_heading: dict[str, set[str]] = {}
        self.by_form: dict[str, set[str]] = {}
        names = tuple(names)
        self.whole = frozenset(fold(label.text) for label in names if label.concept.startswith("c:"))
        """Names of states: such a word is no form of another state's name (Guyana, Guyane; Нигерия, Нигер)."""
        self.own_entries = tuple(sorted(each for label in names for each in self._name(label)))
        """Entries that stand for a language as soon as one record is in it."""
        subjects = curated.subjects.items()
        self.finder = SubjectFinder({key: forms.get(code) or forms.get(code.split("-")[0], ()) for key, forms in subjects}, self.headings)
        self.meaning = lru_cache(maxsize=_KEPT)(self._meaning)

    def _meaning(self, token: str) -> Meaning:
        """What a token brings, as `meaning` keeps it for the frequent ones."""
        found = [self._word(*each) for each in surfaces(token)]
        if not found:
            return Meaning(0, (), (), ())
        headings, entries = found[0]
        names = self.finder.begun(headings)
        for more, others in found[1:]:
            headings, entries = (*headings, *more), entries + others
        return Meaning(len(found), tuple(headings), tuple(dict.fromkeys(entries)), names)

    def _word(self, surface: str, raw: str) -> tuple[Iterable[str], list[str]]:
        """The headings of a word, and its entries."""
        known = self.headings
        paired = {known.stem(surface, raw): known.bare(surface)}
        if surface.startswith(known.prefixes):
            for rest in known.rests(surface):
                paired.setdefault(known.stem(rest, rest), rest)
        found = word_entries(surface, paired, self.code)
        for heading, form in paired.items() if surface not in self.whole else ():
            found += (entry(surface, each) for each in (*self.by_heading.get(heading, ()), *self.by_form.get(form, ())))
        return paired, found

    def _name(self, label: Label) -> Iterator[str]:
        """Note a name of one word, so that its forms are told; its entries as a beginning of words."""
        parts = list(tokens(label.text))
        if len(parts) != 1 or len(found := surfaces(parts[0])) != 1:
            return
        subject = label.concept.startswith("s:")
        surface, raw = found[0]
        if not subject and not self.headings.inflects_names:
            self.by_form.setdefault(self.headings.bare(surface), set()).add(label.concept)
            return
        stem = self.headings.stem(surface, raw)
        if len(stem) < (_SHORT_SUBJECT if subject else _LONG_ENOUGH):
            return
        self.by_heading.setdefault(stem, set()).add(label.concept)
        if other := _without_last_vowel(stem):
            self.by_heading.setdefault(other, set()).add(label.concept)
            yield entry(surface, heading_ref(surface, other, self.code))
        for each in {stem, stem.removesuffix("i")} - {surface, *(() if subject else self.whole)}:
            if len(each) >= _SHORT_SUBJECT:
                yield entry(each, f"~{self.code}={label.concept}")
        yield entry(surface, f"~{self.code}={label.concept}")


def _without_last_vowel(stem: str) -> str:
    """A stem as it is before an ending, where Slavonic words lose their last vowel: египет, египт(а)."""
    return stem[:-2] + stem[-1] if len(stem) > _LONG_ENOUGH and stem[-2] in "ео" and stem[-1] not in "аеиоуыюя" else ""


class Tongues:
    """The languages, each made when it is first met; the names of concepts are those that the state keeps."""

    def __init__(self, curated: Curated, state: State) -> None:
        self.curated = curated
        self.state = state
        self.met: dict[str, Tongue] = {}

    def tongue(self, code: str) -> Tongue:
        """What is known of a language."""
        if code not in self.met:
            self.met[code] = Tongue(code, self.curated, self.state.labels(language=code))
        return self.met[code]

    def states(self) -> tuple[str, ...]:
        """The concepts whose names are keys whether or not a record has them."""
        return tuple(f"c:{code}" for code in self.curated.countries)

    def name_entries(self, concepts: Iterable[str]) -> Iterator[str]:
        """The entries of the names of concepts, in every language."""
        for concept in concepts:
            for label in self.state.labels(concept=concept):
                yield from (entry(key, concept) for key in keys(label.text))

    def affixes(self, languages: Iterable[str]) -> dict[str, object]:
        """What may be taken off, or stand, at the ends of a typed word, for the languages of the archive."""
        met = {language: Headings(self.curated.language(language).search) for language in sorted(languages)}
        endings = {
            language: " ".join(dict.fromkeys(fold(each) for each in (*known.affixes.typed, *known.affixes.light, *known.affixes.endings)))
            for language, known in met.items()
        }
        clitics = {fold(affix) for known in met.values() for affix in (*known.articles, *known.prefixes)}
        return {
            "endings": {language: found for language, found in endings.items() if found},
            "clitics": " ".join(sorted(clitics, key=lambda each: (-len(each), each))),
        }
