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
from generator.reliability import Claim, as_lines, as_object
from generator.tallies import Tally, boilerplate_tally, closest_parties

EQUALITY = ("language", "direction", "title", "date", "event")
COUNTED = ("parties", "boilerplate")
FIELDS = (*EQUALITY, *COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One labelled text: its tally by field, and what was found and expected where it is not wholly right."""

    id: str
    language: str
    tallies: Mapping[str, Tally]
    found: Mapping[str, Any]
    expected: Mapping[str, Any]
    hard: tuple[str, ...] = ()
    """The hard things that the text was built around, as its label tags them."""
    claims: tuple[Claim, ...] = ()

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
    return Scored(
        id=label["id"],
        language=str(label.get("language", "und")),
        tallies=tallies,
        found=found,
        expected=wanted,
        hard=tuple(label.get("hard") or ()),
        claims=tuple(_claims(record, tallies, expected)),
    )


def _claims(record: Record, tallies: Mapping[str, Tally], parties: frozenset[str]) -> Iterator[Claim]:
    """The inferred values of a record that a label judges, each with its confidence and whether it is right."""
    entry = record.entry
    one = {"language": entry.language, "title": entry.title, "date": entry.date or entry.published, "event": entry.event}
    for field, value in one.items():
        if value is not None and value.basis == "inferred" and field in tallies:
            yield Claim(field=field, confidence=value.confidence, right=not tallies[field].wrong)
    for party in entry.parties:
        if party.basis == "inferred":
            yield Claim(field="parties", confidence=party.confidence, right=party.value in parties)


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
    whole = {
        "scores": summarise(scored),
        "languages": {language: summarise(group) for language, group in _by_language(scored).items()},
        "hard": {name: {"texts": len(group), **summarise(group)} for name, group in _by_hard(scored).items()},
        "reliability": as_object(claim for each in scored for claim in each.claims),
        "texts": texts,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def as_table(scored: tuple[Scored, ...]) -> Iterator[str]:
    """Lines of a table: all texts, each language, each hard thing, how far confidence holds, then each thing that is not right."""
    yield f"{'':16}{'texts':>6}" + "".join(f"{field:>13}" for field in FIELDS)
    for name, group in {"all": scored, **_by_language(scored), **_by_hard(scored)}.items():
        scores = summarise(group)
        yield f"{name:16}{len(group):>6}" + "".join(f"{scores[field]:>13.3f}" if field in scores else f"{'-':>13}" for field in FIELDS)
    yield from as_lines(claim for each in scored for claim in each.claims)
    for each in scored:
        for field in each.tallies:
            if field in each.expected and not each.right(field):
                yield f"{each.id}: {field}: found {each.found[field]!r}, labelled {each.expected[field]!r}"


def _by_language(scored: tuple[Scored, ...]) -> dict[str, tuple[Scored, ...]]:
    codes = sorted({each.language for each in scored})
    return {code: tuple(each for each in scored if each.language == code) for code in codes}


def _by_hard(scored: tuple[Scored, ...]) -> dict[str, tuple[Scored, ...]]:
    names = sorted({name for each in scored for name in each.hard})
    return {name: tuple(each for each in scored if name in each.hard) for name in names}


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
