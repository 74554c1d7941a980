"""The index pages that a record stands on, by the tail of their address, the same in every interface language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.headings import pairs_of
from generator.curated import Curated
from generator.model import Entry
from generator.text.edtf import parse
from generator.text.slug import source_key
from generator.text.standing import standing


def places(entry: Entry, curated: Curated) -> Iterator[str]:
    """Each address once: `countries/kaz/`, `relations/fra-kaz/`, `dates/2023/11/` and so on."""
    return iter(dict.fromkeys(_places(entry, curated)))


def _places(entry: Entry, curated: Curated) -> Iterator[str]:
    yield "records/"
    yield from _dates(entry)
    for named in (*entry.parties, *entry.mentions, *entry.organisations):
        yield f"{'organisations' if named.value in curated.organisations else 'countries'}/{named.value.lower()}/"
    yield from (f"relations/{pair.lower()}/" for pair in pairs_of(entry))
    yield from (f"topics/{topic.value}/" for topic in entry.topics)
    yield from (f"people/{person.value.id}/" for person in entry.people if person.value.id)
    yield f"languages/{entry.language.value.lower()}/"
    if entry.source:
        yield f"sources/{source_key(entry.source.value.name)}/"


def _dates(entry: Entry) -> Iterator[str]:
    """Year and month, or the undated; the day of the calendar, whatever the year."""
    stands = standing(entry)
    if stands.year is None:
        yield "dates/undated/"
    else:
        yield f"dates/{stands.year}/"
        if stands.month:
            yield f"dates/{stands.year}/{stands.month:02}/"
    day = parse(entry.date.value) if entry.date else None
    if day and day.month and day.day:
        yield f"dates/days/{day.month:02}/"
