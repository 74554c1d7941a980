"""The archive as tables: `records.csv` and `relations.csv`, safe to open in a spreadsheet.

A cell that a spreadsheet would read as a formula (it begins with `= + - @`, a tabulator or a line break) gets an
apostrophe before it; the data page says so. Several values of one cell are parted by ` ; `.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.export.outlet import Outlet, record_path
from generator.model import Entry
from generator.text.citing import shown_title
from generator.text.escape import one_line
from generator.text.standing import standing

SEPARATOR = " ; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH COMMERCIAL AT}")

Columns = Mapping[str, str]
"""Name of a column → its type in a Frictionless table schema."""

RECORD_COLUMNS: Columns = dict.fromkeys(
    (
        "id",
        "address",
        "title",
        "title_basis",
        "language",
        "direction",
        "date",
        "published",
        "parties",
        "event",
        "cameo",
        "topics",
        "people",
        "organisations",
        "mentions",
        "source",
        "source_url",
        "rights",
        "added",
        "changed",
    ),
    "string",
)
RELATION_COLUMNS: Columns = {"pair": "string", "one": "string", "other": "string", "year": "integer", "records": "integer"}


def records_csv(outlet: Outlet) -> bytes:
    """One row a record, in the order of time."""
    return _table(RECORD_COLUMNS, (_row(entry, outlet) for entry in outlet.archive.entries))


def relations_csv(outlet: Outlet) -> bytes:
    """One row for each relation and year that have records; the year is empty for those without one."""
    rows: list[tuple[str, ...]] = []
    for pair, entries in outlet.archive.pairs.items():
        one, _, other = pair.partition("-")
        years = Counter(standing(entry).year for entry in entries)
        ordered = sorted(years, key=lambda year: (year is None, year or 0))
        rows += [(pair, one, other, "" if year is None else str(year), str(years[year])) for year in ordered]
    return _table(RELATION_COLUMNS, rows)


def guarded(value: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line."""
    cell = one_line(value)
    return f"'{cell}" if value.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def _table(columns: Columns, rows: Iterable[Iterable[str]]) -> bytes:
    """A table as CSV after RFC 4180, in UTF-8; numbers may begin with a sign."""
    numbers = [kind == "integer" for kind in columns.values()]
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(cell if number else guarded(cell) for cell, number in zip(row, numbers, strict=True))
    return file.getvalue().encode()


def _row(entry: Entry, outlet: Outlet) -> tuple[str, ...]:
    kind = outlet.curated.events.get(entry.event.value) if entry.event else None
    source = entry.source.value if entry.source else None
    return (
        entry.id,
        outlet.address(record_path(entry), "data/records.csv"),
        shown_title(entry.title),
        entry.title.basis,
        entry.language.value,
        entry.direction,
        entry.date.value if entry.date else "",
        entry.published.value if entry.published else "",
        SEPARATOR.join(party.value for party in entry.parties),
        entry.event.value if entry.event else "",
        (kind.code(entry.event.rule) if kind and entry.event else None) or "",
        SEPARATOR.join(topic.value for topic in entry.topics),
        SEPARATOR.join(person.value.id or person.value.name for person in entry.people),
        SEPARATOR.join(organisation.value for organisation in entry.organisations),
        SEPARATOR.join(mention.value for mention in entry.mentions),
        source.name if source else "",
        (source.url if source else None) or "",
        entry.rights,
        entry.added or "",
        entry.changed or "",
    )
