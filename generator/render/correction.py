"""How a reader corrects a record: the lines to write at the head of its seed, and where GitHub edits the file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Entry, Source
from generator.render.frame import Frame, inert
from generator.render.labels import FIELDS
from generator.text.escape import one_line
from generator.text.repository import edit_file

EXAMPLES: Mapping[str, str] = {
    "date": "YYYY-MM-DD",
    "published": "YYYY-MM-DD",
    "parties": "[…, …]",
    "topics": "[…]",
    "source": "{name: …, url: …}",
}
"""The shape of a fact that nobody found, by key of the front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of front matter as HTML, under the name of its field."""

    label: str
    code: Markup


def correction(frame: Frame, entry: Entry) -> Mapping[str, object]:
    """The address where the seed is edited (`None`: nobody says where it is kept), and what may be written there."""
    lines = tuple(Line(label=frame.gettext(FIELDS[key]), code=inert(f"{key}: {value}")) for key, value in _values(entry))
    return {"correct": {"href": edit_file(frame.settings, entry.path), "lines": lines}}


def _values(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each key that a reader may want to state, with the record's value, else with its shape."""
    yield "title", _quoted(entry.title.value)
    for key, found in (("date", entry.date), ("published", entry.published)):
        yield key, found.value if found else EXAMPLES[key]
    yield "parties", _listed(party.value for party in entry.parties) or EXAMPLES["parties"]
    if entry.event:
        yield "event", entry.event.value
    if people := _listed(person.value.id for person in entry.people if person.value.id):
        yield "people", people
    yield "topics", _listed(f'"{topic.value}"' for topic in entry.topics) or EXAMPLES["topics"]
    yield "source", _source(entry.source.value) if entry.source else EXAMPLES["source"]
    yield "language", entry.language.value


def _quoted(text: str) -> str:
    """Words as a scalar of YAML, which reads JSON's strings."""
    return json.dumps(one_line(text), ensure_ascii=False)


def _listed(values: Iterator[str]) -> str:
    """Ids as a list of YAML; empty where there are none."""
    joined = ", ".join(values)
    return f"[{joined}]" if joined else ""


def _source(source: Source) -> str:
    """A source as a mapping of YAML."""
    url = f", url: {_quoted(source.url)}" if source.url else ""
    return f"{{name: {_quoted(source.name)}{url}}}"
