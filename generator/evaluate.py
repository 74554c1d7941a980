"""Scores of the cataloguing against labelled texts: a folder with `labels.jsonl` and `texts/ID.txt`.

A label may name its text by `path`, relative to the folder, so that texts that are kept elsewhere need no copy.

The scores are those of the labelled corpora's own description: equality for language, direction,
title, date and event, F1 over ids for parties, F1 over characters for boilerplate.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import UsageError
from generator.model import Record, Settings
from generator.pipeline import catalogue

EQUALITY = ("language", "direction", "title", "date", "event")
COUNTED = ("parties", "boilerplate")
FIELDS = (*EQUALITY, *COUNTED)
# Replaced markup and control characters are no boilerplate: the words beside them stay.
_NOT_BOILERPLATE = frozenset({"markup", "control"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Right, wrong and missed: of texts for a field scored by equality, of ids or characters for the others."""

    right: float = 0
    wrong: float = 0
    missed: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(right=self.right + other.right, wrong=self.wrong + other.wrong, missed=self.missed + other.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1.0 where there was nothing to find and nothing was found."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0

    @property
    def accuracy(self) -> float:
        """Share of texts that are right."""
        total = self.right + self.wrong
        return self.right / total if total else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One labelled text: its tally by field, and what was found and expected where it is not wholly right."""

    id: str
    language: str
    tallies: Mapping[str, Tally]
    found: Mapping[str, Any]
    expected: Mapping[str, Any]

    def right(self, field: str) -> bool:
        """Whether the field is wholly right."""
        tally = self.tallies[field]
        return not tally.wrong and not tally.missed


def evaluate(folder: Path, settings: Settings) -> tuple[Scored, ...]:
    """Catalogue every labelled text of a folder and score it.

    Raises:
        UsageError: when the folder has no labels or a labelled text is missing or refused.
    """
    return tuple(_score_all(folder, settings))


def _score_all(folder: Path, settings: Settings) -> Iterator[Scored]:
    for label in read_labels(folder):
        path = folder / str(label.get("path", f"texts/{label['id']}.txt"))
        outcome = next(catalogue([path], settings))
        if outcome.record is None:
            raise UsageError(f"{path} is labelled but cannot be catalogued: {outcome.doubts[0].code}")
        yield score(outcome.record, label)


def read_labels(folder: Path) -> tuple[dict[str, Any], ...]:
    """The label objects of `labels.jsonl`.

    Raises:
        UsageError: when it is not there or a line is no JSON object with an `id`.
    """
    path = folder / "labels.jsonl"
    lines = read_text(path).split("\n")
    try:
        labels = tuple(json.loads(line) for line in lines if line.strip())
    except ValueError as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    if not all(isinstance(label, dict) and isinstance(label.get("id"), str) for label in labels):
        raise UsageError(f"{path}: each line must be an object with an id")
    return labels


def read_text(path: Path) -> str:
    """The text of a file of labels or of an earlier result.

    Raises:
        UsageError: when it is not there or no UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error


def score(record: Record, label: Mapping[str, Any]) -> Scored:
    """One record against its label."""
    found = _found(record)
    tallies = {field: _equal(found[field] in _accepted(field, label)) for field in EQUALITY if field in label}
    parties, expected = closest_parties(found["parties"], label)
    tallies["parties"] = parties
    tallies["boilerplate"] = boilerplate_tally(record, label.get("boilerplate", ()))
    wanted = {field: label.get(field) for field in EQUALITY} | {"parties": sorted(expected)}
    return Scored(id=label["id"], language=str(label.get("language", "und")), tallies=tallies, found=found, expected=wanted)


def _found(record: Record) -> dict[str, Any]:
    entry = record.entry
    stands = entry.date or entry.published
    return {
        "language": entry.language.value.split("-")[0],
        "direction": entry.direction,
        "title": None if entry.title.basis == "devised" else _folded(entry.title.value),
        "date": stands.value if stands else None,
        "event": entry.event.value if entry.event else None,
        "parties": sorted({party.value for party in entry.parties}),
    }


def _accepted(field: str, label: Mapping[str, Any]) -> tuple[Any, ...]:
    values = (label.get(field), *(label.get(f"{field}_alternatives") or ()))
    if field == "language":
        return tuple(str(value).split("-")[0] for value in values)
    return tuple(_folded(value) if field == "title" and value else value for value in values)


def _folded(title: str) -> str:
    return " ".join(title.split())


def _equal(right: bool) -> Tally:
    return Tally(right=1) if right else Tally(wrong=1)


def closest_parties(found: Iterable[str], label: Mapping[str, Any]) -> tuple[Tally, frozenset[str]]:
    """The tally against whichever of the label and its alternatives is nearest, and that one."""
    ids = frozenset(found)
    options = [frozenset(option) for option in (label["parties"], *(label.get("parties_alternatives") or ()))]
    tallies = [Tally(right=len(ids & option), wrong=len(ids - option), missed=len(option - ids)) for option in options]
    return max(zip(tallies, options, strict=True), key=lambda pair: pair[0].f1)


def boilerplate_tally(record: Record, segments: Iterable[str]) -> Tally:
    """Non-blank characters removed rightly, removed wrongly, and missed."""
    labelled: set[int] = set()
    for segment in segments:
        start = record.text.find(segment)
        while start >= 0 and start in labelled:
            start = record.text.find(segment, start + 1)
        labelled.update(range(start, start + len(segment)) if start >= 0 else ())
    gone = {place for each in record.removed if each.rule not in _NOT_BOILERPLATE for place in range(each.start, each.end)}
    solid = {place for place, character in enumerate(record.text) if not character.isspace()}
    gone, labelled = gone & solid, labelled & solid
    return Tally(right=len(gone & labelled), wrong=len(gone - labelled), missed=len(labelled - gone))


def summarise(scored: Iterable[Scored]) -> dict[str, float]:
    """One number a field over many texts: accuracy, or F1 for parties and boilerplate."""
    totals: dict[str, Tally] = {}
    for each in scored:
        for field, tally in each.tallies.items():
            totals[field] = totals.get(field, Tally()) + tally
    return {field: round(totals[field].f1 if field in COUNTED else totals[field].accuracy, 4) for field in FIELDS if field in totals}


def as_json(scored: tuple[Scored, ...]) -> str:
    """Everything, for `--baseline` and for floors."""
    texts = {each.id: {field: {"right": each.right(field), "found": each.found.get(field)} for field in each.tallies} for each in scored}
    by_language = {language: summarise(group) for language, group in _by_language(scored).items()}
    return json.dumps({"scores": summarise(scored), "languages": by_language, "texts": texts}, ensure_ascii=False, indent=1)


def as_table(scored: tuple[Scored, ...]) -> Iterator[str]:
    """Lines of a table: all texts, then each language, then each thing that is not right."""
    yield f"{'':10}{'texts':>6}" + "".join(f"{field:>13}" for field in FIELDS)
    for name, group in {"all": scored, **_by_language(scored)}.items():
        scores = summarise(group)
        yield f"{name:10}{len(group):>6}" + "".join(f"{scores[field]:>13.3f}" if field in scores else f"{'-':>13}" for field in FIELDS)
    for each in scored:
        for field in each.tallies:
            if field in each.expected and not each.right(field):
                yield f"{each.id}: {field}: found {each.found[field]!r}, labelled {each.expected[field]!r}"


def _by_language(scored: tuple[Scored, ...]) -> dict[str, tuple[Scored, ...]]:
    codes = sorted({each.language for each in scored})
    return {code: tuple(each for each in scored if each.language == code) for code in codes}


def compare(scored: tuple[Scored, ...], baseline: str) -> Iterator[str]:
    """What a change found and lost against an earlier `as_json`.

    Raises:
        UsageError: when the baseline is not such a document.
    """
    try:
        before = json.loads(baseline)["texts"]
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"the baseline is no result of `chancery evaluate --format json`: {error}") from error
    for each in scored:
        for field in each.tallies:
            was = before.get(each.id, {}).get(field, {}).get("right")
            if was is not None and was != each.right(field):
                yield f"{'found' if each.right(field) else 'lost'} {each.id}: {field}: {each.found.get(field)!r}"
