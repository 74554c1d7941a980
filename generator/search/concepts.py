"""Concepts: states, bodies, people, topics, kinds of event and subjects, under their names in every language.

A concept has one list of records; each of its names, in any language, is a key of the dictionary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.curated import Curated
from generator.curated.authority import Names
from generator.search.tokens import tokens, word
from generator.text.fold import fold
from generator.text.territory import territory_name

LANGUAGES = (
    "ar az be bg bn cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mk ms nb ne nl pl ps pt ro ru sk sl sq sr "
    "sv sw ta tg th tk tr uk ur uz vi zh zh-Hant"
)
"""The languages in which CLDR's names of states are keys."""
_STRONGEST = 3.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name of a concept in a language (a BCP 47 code, or empty where it is in none)."""

    concept: str
    language: str
    text: str


def labels(curated: Curated) -> Iterator[Label]:
    """Every name of every concept; the index takes those that a record has, and all states."""
    for code in curated.countries:
        yield from (Label(f"c:{code}", tongue, name) for tongue in LANGUAGES.split() if (name := territory_name(code, tongue)))
        yield from _named(f"c:{code}", curated.countries[code].names)
    for code, body in curated.organisations.items():
        yield Label(f"o:{code}", "", code)
        yield from _named(f"o:{code}", body.names)
    for code, person in curated.people.items():
        yield from _named(f"p:{code}", person.names)
        yield from _named(f"p:{code}", person.weak)
    for code, topic in curated.topics.items():
        yield from (Label(f"t:{code}", tongue, name) for tongue, name in topic.labels.items())
    for code, names in curated.subjects.items():
        yield from _named(f"s:{code}", names)
    yield from _events(curated)


def _named(concept: str, names: Names) -> Iterator[Label]:
    return (Label(concept, tongue, name) for tongue, forms in names.items() for name in forms)


def _events(curated: Curated) -> Iterator[Label]:
    """The strongest terms of each kind of event that are plain words."""
    for code, kind in curated.events.items():
        for tongue, terms in kind.terms.items():
            for term in terms:
                plain = term.pattern.removesuffix("*")
                if term.weight >= _STRONGEST and "*" not in plain and "..." not in plain and len(plain.split()) <= 3:
                    yield Label(f"e:{code}", tongue, plain)


def keys(text: str) -> tuple[str, ...]:
    """How a name stands in the dictionary: its folded words with single spaces; with hyphens also in parts."""
    whole = " ".join(filter(None, (word(fold(token)) for token in tokens(text))))
    parted = " ".join(filter(None, (word(fold(token)) for token in tokens(text.replace("-", " ").replace("\u200c", " ")))))
    return tuple(dict.fromkeys(filter(None, (whole, parted))))


def numbering(all_labels: list[Label]) -> Mapping[str, int]:
    """The number of each concept, in the order of their ids."""
    return {concept: number for number, concept in enumerate(sorted({label.concept for label in all_labels}))}
