"""The vocabularies: kinds of event with their CAMEO codes, and topics, each with the terms that tell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.curated.tree import Branch, Faults, read_branch

Texts = Mapping[str, tuple[str, ...]]


class Term(NamedTuple):
    """A word or phrase that speaks for an entry: `word*` a stem, `*word*` a part, `...` up to four words.

    `weight` is 3 for a term that names the thing itself down to 0.5 for one that is common elsewhere.
    A plain tuple: there are ten thousand, and each start reads them all.
    """

    pattern: str
    weight: float


Terms = Mapping[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventVariant:
    """A form of a kind of event that has a CAMEO code of its own (the visit seen from the host)."""

    id: str
    cameo: str | None
    terms: Terms = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """A kind of event of design section 5; `masks` are phrases that only look like one.

    `holds` are kinds that happen within one of this kind, as a forum does on an official visit.

    `examples` and `not_examples` are sentences by language, proven by the tests.
    """

    id: str
    cameo: str | None
    terms: Terms = field(default_factory=dict)
    variants: Mapping[str, EventVariant] = field(default_factory=dict)
    holds: tuple[str, ...] = ()
    masks: Texts = field(default_factory=dict)
    examples: Texts = field(default_factory=dict)
    not_examples: Texts = field(default_factory=dict)

    def code(self, rule: str) -> str | None:
        """The CAMEO code for a finding by its rule (`event.visit.host`): that of its variant, else the kind's."""
        variant = self.variants.get(rule.rpartition(".")[2])
        return variant.cameo if variant else self.cameo


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One of the 18 UNBIS domains: its `labels` as the United Nations publish them, and its terms."""

    id: str
    labels: Mapping[str, str] = field(default_factory=dict)
    terms: Terms = field(default_factory=dict)
    masks: Texts = field(default_factory=dict)
    examples: Texts = field(default_factory=dict)
    not_examples: Texts = field(default_factory=dict)


def read_events(path: Path, faults: Faults) -> Mapping[str, EventKind]:
    """Kinds of event by id, in the order of the file."""
    return {key: _event(key, branch) for key, branch in read_branch(path, faults).branches()}


def _event(key: str, branch: Branch) -> EventKind:
    branch.allow("cameo", "terms", "variants", "holds", "masks", "examples", "not")
    return EventKind(
        id=key,
        cameo=branch.text("cameo"),
        terms=_terms(branch.branch("terms")),
        variants={name: _variant(name, inner) for name, inner in branch.branch("variants").branches()},
        holds=branch.texts("holds"),
        masks=branch.by_language("masks"),
        examples=branch.by_language("examples"),
        not_examples=branch.by_language("not"),
    )


def _variant(name: str, branch: Branch) -> EventVariant:
    branch.allow("cameo", "terms")
    return EventVariant(id=name, cameo=branch.text("cameo"), terms=_terms(branch.branch("terms")))


def read_topics(path: Path, faults: Faults) -> Mapping[str, Topic]:
    """Topics by their two-digit number."""
    return {key: _topic(key, branch) for key, branch in read_branch(path, faults).branches()}


def _topic(key: str, branch: Branch) -> Topic:
    branch.allow("labels", "terms", "masks", "examples", "not")
    labels = branch.branch("labels")
    return Topic(
        id=key,
        labels={language: labels.text(language) or "" for language, _ in labels.items()},
        terms=_terms(branch.branch("terms")),
        masks=branch.by_language("masks"),
        examples=branch.by_language("examples"),
        not_examples=branch.by_language("not"),
    )


def _terms(branch: Branch) -> Terms:
    """Terms by language, under their weights: `en: {3: [state visit*], 1: [visit]}`."""
    return {language: tuple(_weighted(weights)) for language, weights in branch.branches()}


def _weighted(branch: Branch) -> list[Term]:
    found: list[Term] = []
    for weight, node in branch.items():
        try:
            value = float(weight)
        except ValueError:
            branch.fault(node, f"a weight must be a number, not {weight!r}")
            continue
        found.extend(Term(pattern=pattern, weight=value) for pattern in branch.texts(weight))
    return found
