"""Lines that come back on the pages of one outlet: what a keeper may add to `sources.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.clean.line import key_of
from generator.clean.recurring import Page, recurring_lines
from generator.errors import Doubt
from generator.model import Record, Seed


def outlet_lines(texts: Iterable[tuple[Seed, Record]]) -> Iterator[Doubt]:
    """A note at the first seed of each outlet in which such a line stands that is published."""
    known = {seed.id: (seed, record) for seed, record in texts if record.entry.source}
    for found in recurring_lines(_page(record) for _, record in known.values()):
        seed = known[found.seeds[0]][0]
        values = {"text": found.line, "count": str(len(found.seeds)), "source": found.source}
        yield seed.doubt("D303", "note", max(seed.text.find(found.line), 0), **values)


def _page(record: Record) -> Page:
    """A record as it is looked at for lines that come back."""
    source = record.entry.source
    removed = frozenset(key_of(line) for each in record.removed for line in each.text.split("\n"))
    return Page(seed=record.entry.id, source=source.value.name if source else "", text=record.text, known=removed)
