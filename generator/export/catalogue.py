"""A record as one JSON object, in the form that `catalogue.schema.json` beside this file describes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

from generator.curated.vocabulary import EventKind
from generator.errors import Doubt
from generator.model import Block, Entry, Found, PersonInText, Record, Removal, Source
from generator.text.spans import block_text

Json = dict[str, Any]


def record_line(record: Record, events: Mapping[str, EventKind]) -> str:
    """The record as one line of JSON; `events` is the vocabulary that gives an event its CAMEO code."""
    return json.dumps(record_object(record, events), ensure_ascii=False)


def record_object(record: Record, events: Mapping[str, EventKind]) -> Json:
    """The record as a JSON object (design section 9)."""
    return {
        **_entry(record.entry, events),
        "body": [_block(record.text, block) for block in record.body],
        "removed": [_removal(removal) for removal in record.removed],
        "doubts": [doubt_object(doubt) for doubt in record.entry.doubts],
    }


def schema() -> Json:
    """The JSON Schema (2020-12) of a record object."""
    text = files("generator.export").joinpath("catalogue.schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def doubt_object(doubt: Doubt) -> Json:
    """A doubt as JSON, without the seed's path, which the record carries."""
    return {"line": doubt.line, "column": doubt.column, "level": doubt.level, "code": doubt.code, "values": dict(doubt.values)}


def _entry(entry: Entry, events: Mapping[str, EventKind]) -> Json:
    return {
        "id": entry.id,
        "path": entry.path,
        "slug": entry.slug,
        "direction": entry.direction,
        "language": _found(entry.language),
        "title": _found(entry.title),
        "date": _optional(entry.date),
        "published": _optional(entry.published),
        "parties": _all(entry.parties),
        "mentions": _all(entry.mentions),
        "organisations": _all(entry.organisations),
        "event": _event(entry.event, events) if entry.event else None,
        "topics": _all(entry.topics),
        "people": [_person(person) for person in entry.people],
        "figures": [_found(figure, value=figure.value.value) | _figure_facts(figure) for figure in entry.figures],
        "source": _found(entry.source, value=_source(entry.source.value)) if entry.source else None,
        "rights": entry.rights,
        **_stated_only(entry),
    }


def _stated_only(entry: Entry) -> Json:
    """What only a person can say of a record."""
    return {
        "note": entry.note,
        "references": [_source(reference) for reference in entry.references],
        "translator": entry.translator,
        "contributor": entry.contributor,
        "aliases": list(entry.aliases),
        "same_event": entry.same_event,
        "corrections": [{"key": each.key, "was": each.was, "on": each.on} for each in entry.corrections],
        "added": entry.added,
        "changed": entry.changed,
    }


def _found(found: Found[Any], value: object = ...) -> Json:
    return {
        "value": found.value if value is ... else value,
        "basis": found.basis,
        "rule": found.rule,
        "confidence": round(found.confidence, 3),
        "evidence": [{"start": each.start, "end": each.end, "quote": each.quote} for each in found.evidence],
    }


def _event(found: Found[str], events: Mapping[str, EventKind]) -> Json:
    kind = events.get(found.value)
    return _found(found) | {"cameo": kind.code(found.rule) if kind else None}


def _optional(found: Found[Any] | None) -> Json | None:
    return _found(found) if found else None


def _all(found: Iterable[Found[Any]]) -> list[Json]:
    return [_found(each) for each in found]


def _person(found: Found[PersonInText]) -> Json:
    person = found.value
    return _found(found, value=person.id) | {"name": person.name, "role": person.role, "state": person.state}


def _figure_facts(found: Found[Any]) -> Json:
    return {"unit": found.value.unit, "what": found.value.what, "when": found.value.when}


def _source(source: Source) -> Json:
    return {"name": source.name, "url": source.url}


def _block(text: str, block: Block) -> Json:
    parts: Json = {"spans": [list(span) for span in sorted(block.all_spans())]}
    if block.kind == "list":
        parts["items"] = [[list(span) for span in item] for item in block.items]
    if block.kind == "table":
        parts["rows"] = [[[list(span) for span in cell] for cell in row] for row in block.rows]
    return {"kind": block.kind, "role": block.role, "direction": block.direction, "text": block_text(text, block), **parts}


def _removal(removal: Removal) -> Json:
    return {"start": removal.start, "end": removal.end, "text": removal.text, "rule": removal.rule}
