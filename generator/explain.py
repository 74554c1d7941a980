"""The story of one record for a terminal: each value with its rule and words, what was removed, what is doubted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from generator.errors import Doubt
from generator.model import Entry, Evidence, Figure, Found, PersonInText, Record, Source

_AROUND = 32
_FIELDS = (
    "language",
    "title",
    "date",
    "published",
    "parties",
    "mentions",
    "organisations",
    "event",
    "topics",
    "people",
    "figures",
    "source",
)
# First strong isolate … pop: a quotation keeps its own direction whatever stands around it (UAX #9).
_ISOLATE, _POP = "\u2068", "\u2069"


def explain(record: Record, word: Callable[[Doubt], str]) -> Iterator[str]:
    """Lines that tell what was found in a seed and why; `word` words a doubt."""
    entry = record.entry
    yield f"{entry.id}  ({entry.path}, {entry.direction})"
    for field in _FIELDS:
        yield from _field(field, getattr(entry, field), record.text)
    yield f"removed: {len(record.removed)}"
    for removal in record.removed:
        yield f"  - {removal.rule}: {_isolated(' '.join(removal.text.split()))}"
    yield f"doubts: {len(entry.doubts)}"
    for doubt in entry.doubts:
        yield f"  - {doubt.line}:{doubt.column} {doubt.code} {word(doubt)}"


def summary(entry: Entry) -> Iterator[str]:
    """A few lines on a record: what a list of the archive would say of it."""
    dates = " / ".join(f"{name} {found.value}" for name, found in (("event", entry.date), ("published", entry.published)) if found)
    title = f"[{entry.title.value}]" if entry.title.basis == "devised" else entry.title.value
    yield f"{entry.id}  {entry.language.value} {entry.direction}  {_isolated(title)}"
    parties = " ".join(party.value for party in entry.parties) or "no party"
    yield f"    {parties}; {entry.event.value if entry.event else 'no event'}; {dates or 'undated'}"


def _field(name: str, found: Found[Any] | tuple[Found[Any], ...] | None, text: str) -> Iterator[str]:
    values = found if isinstance(found, tuple) else (found,) if found else ()
    if not values:
        yield f"{name}: not found"
    for value in values:
        yield f"{name}: {_isolated(_shown(value.value))}"
        yield f"    {value.basis} by {value.rule}, confidence {value.confidence:.2f}"
        for evidence in value.evidence:
            yield f"    {in_context(text, evidence)}"


def in_context(text: str, evidence: Evidence) -> str:
    """The words of an evidence in angle quotation marks, with a little of the text on both sides."""
    before = text[max(0, evidence.start - _AROUND) : evidence.start]
    after = text[evidence.end : evidence.end + _AROUND]
    return _isolated(" ".join(f"…{before}»{evidence.quote}«{after}…".split()))


def _shown(value: object) -> str:
    if isinstance(value, PersonInText):
        return ", ".join(part for part in (value.id or value.name, value.role, value.state) if part)
    if isinstance(value, Figure):
        return f"{value.value} {value.unit}: {value.what}" + (f" ({value.when})" if value.when else "")
    if isinstance(value, Source):
        return value.name if value.url is None else f"{value.name} <{value.url}>"
    return str(value)


def _isolated(text: str) -> str:
    return f"{_ISOLATE}{text}{_POP}"
