"""The archive as tables: `records.csv` and `relations.csv`, safe to open in a spreadsheet.

A cell that a spreadsheet would read as a formula (it begins with `= + - @`, a tabulator or a line break) gets an
apostrophe before it; the data page says so. Several values of one cell are parted by ` ; `.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.export.outlet import Outlet, record_path
from generator.model import Entries, Entry
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


Row = Mapping[str, str | int | Sequence[str] | None]
"""A row by column; several values of a cell are a list, what nobody found is `None`."""


def records_csv(outlet: Outlet) -> bytes:
    """One row a record, in the order of time."""
    rows = (record_row(entry, outlet, "data/records.csv") for entry in outlet.archive.entries)
    return csv_head(RECORD_COLUMNS) + b"".join(csv_row(RECORD_COLUMNS, row) for row in rows)


def relations_csv(outlet: Outlet) -> bytes:
    """One row for each relation and year that have records; the year is empty for those without one."""
    rows = (row for pair, entries in outlet.archive.pairs.items() for row in relation_rows(pair, entries))
    return csv_head(RELATION_COLUMNS) + b"".join(csv_row(RELATION_COLUMNS, row) for row in rows)


def relation_rows(pair: str, entries: Entries) -> Iterator[Row]:
    """The rows of one relation, the earliest year first."""
    one, _, other = pair.partition("-")
    years = Counter(standing(entry).year for entry in entries)
    for year in sorted(years, key=lambda year: (year is None, year or 0)):
        yield {"pair": pair, "one": one, "other": other, "year": year, "records": years[year]}


def guarded(value: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line."""
    cell = one_line(value)
    return f"'{cell}" if value.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def csv_head(columns: Columns) -> bytes:
    """The names of the columns as the first line of a table."""
    return _line(columns)


def csv_row(columns: Columns, row: Row) -> bytes:
    """A row as a line of CSV after RFC 4180, in UTF-8; numbers may begin with a sign."""
    return _line(_cell(row[name], kind) for name, kind in columns.items())


def _cell(value: str | int | Sequence[str] | None, kind: str) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else str(value) if isinstance(value, int) else SEPARATOR.join(value)
    return text if kind == "integer" else guarded(text)


def _line(cells: Iterable[str]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(cells)
    return file.getvalue().encode()


def record_row(entry: Entry, outlet: Outlet, here: str) -> Row:
    """A record's row in the table that stands at `here`."""
    kind = outlet.curated.events.get(entry.event.value) if entry.event else None
    source = entry.source.value if entry.source else None
    values = (
        entry.id,
        outlet.address(record_path(entry), here),
        shown_title(entry.title),
        entry.title.basis,
        entry.language.value,
        entry.direction,
        entry.date.value if entry.date else None,
        entry.published.value if entry.published else None,
        [party.value for party in entry.parties],
        entry.event.value if entry.event else None,
        kind.code(entry.event.rule) if kind and entry.event else None,
        [topic.value for topic in entry.topics],
        [person.value.id or person.value.name for person in entry.people],
        [organisation.value for organisation in entry.organisations],
        [mention.value for mention in entry.mentions],
        source.name if source else None,
        source.url if source else None,
        entry.rights,
        entry.added,
        entry.changed,
    )
    return dict(zip(RECORD_COLUMNS, values, strict=True))
