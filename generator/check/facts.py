"""What a seed does not say, and days that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.errors import Doubt, Level
from generator.model import Record, Seed
from generator.text.edtf import parse

AHEAD = timedelta(days=366)
"""How far ahead of today the day of an event may lie: visits are announced, but seldom for the year after next."""


def missing_facts(seed: Seed, record: Record) -> Iterator[Doubt]:
    """What neither the text nor a person says: parties, date, source, rights."""
    entry = record.entry
    if len(entry.parties) < 2:
        filled = {"party": entry.parties[0].value} if entry.parties else {}
        yield at_key(seed, "parties", "D241" if entry.parties else "D240", "warning", **filled)
    if entry.source is None:
        yield at_key(seed, "source", "D242", "warning")
    if entry.date is None:
        yield at_key(seed, "date", "D244" if entry.published else "D243", "note")
    if seed.stated.rights is None:
        yield at_key(seed, "rights", "D245", "note", rights=entry.rights)


def odd_days(seed: Seed, record: Record, today: date) -> Iterator[Doubt]:
    """Days that lie in the future further than they can, and a last change before the first day."""
    stated = seed.stated
    for key, limit in (("date", today + AHEAD), ("published", today + timedelta(days=1)), ("added", today), ("changed", today)):
        held = getattr(record.entry, key)
        value = held if isinstance(held, str) or held is None else held.value
        if value is not None and _begins_after(value, limit):
            yield at_key(seed, key, "D246", "warning", key=key, value=value, today=today.isoformat())
    if stated.added and stated.changed and stated.changed < stated.added:
        yield at_key(seed, "changed", "D247", "warning", added=stated.added, changed=stated.changed)


def _begins_after(value: str, limit: date) -> bool:
    """Whether the earliest day that an EDTF value may mean lies after a day."""
    found = parse(value)
    return found is not None and found.earliest is not None and found.earliest > (limit.year, limit.month, limit.day)


def at_key(seed: Seed, key: str, code: str, level: Level, /, **values: str) -> Doubt:
    """A doubt at the line where a key stands or, unstated, at the top of the file."""
    return Doubt(seed=seed.path, line=seed.stated.lines.get(key, 1), column=1, level=level, code=code, values=values)
