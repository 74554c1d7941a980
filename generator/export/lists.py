"""Each list of records as a table and as JSON, beside the pages that show it: `data/lists/countries/kaz.csv` and `.json`.

The columns are those of `records.csv`; in JSON several values are a list and what nobody found is `null`. Each index
of headings stands beside them (`data/lists/countries.csv`): key, number of records, name in each interface language.
A list is put together from one row a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.export.outlet import File, Outlet, json_bytes
from generator.export.tables import RECORD_COLUMNS, Row, csv_head, csv_row, record_row
from generator.model import Archive, Entries, Entry
from generator.text.headings import entries_under, heading_keys

FOLDER = "data/lists/"
_HERE = f"{FOLDER}section/key.csv"
"""Any list's place: rows are the same in all of them, links too."""


class Lists:
    """The lists of an archive, which may be watched."""

    def __init__(self, outlet: Outlet) -> None:
        self._outlet = outlet
        self._rows: dict[str, tuple[bytes, bytes]] = {}

    def headings(self, archive: Archive, section: str) -> list[str]:
        """The keys of a section's lists; the archive is asked for keys alone."""
        return heading_keys(archive, section, self._outlet.curated)

    def files(self, section: str, key: str) -> Iterator[File]:
        """Both forms of one list."""
        made = [self._row(entry) for entry in entries_under(self._outlet.archive, section, key)]
        path = f"{FOLDER}{section}/{key.lower()}"
        yield f"{path}.csv", csv_head(RECORD_COLUMNS) + b"".join(table for table, _ in made)
        yield f"{path}.json", json_list(found for _, found in made)

    def _row(self, entry: Entry) -> tuple[bytes, bytes]:
        """A record as a line of CSV and as an object of JSON, made once for all lists."""
        if entry.id not in self._rows:
            row = record_row(entry, self._outlet, _HERE)
            self._rows[entry.id] = csv_row(RECORD_COLUMNS, row), json_bytes(row).rstrip(b"\n")
        return self._rows[entry.id]

    def index(self, section: str) -> Iterator[File]:
        """The headings of a section with the number of their records."""
        outlet, languages = self._outlet, self._outlet.settings.languages
        columns = {"id": "string", "records": "integer", **{f"name_{code}": "string" for code in languages}}
        rows: list[Row] = []
        for key in self.headings(outlet.archive, section):
            entries = entries_under(outlet.archive, section, key)
            names = {f"name_{code}": _name(outlet, section, key, entries, code) for code in languages}
            rows.append({"id": key, "records": len(entries), **names})
        yield f"{FOLDER}{section}.csv", csv_head(columns) + b"".join(csv_row(columns, row) for row in rows)
        yield f"{FOLDER}{section}.json", json_list(json_bytes(row).rstrip(b"\n") for row in rows)


def json_list(parts: Iterable[bytes]) -> bytes:
    """A list of objects, one a line."""
    return b"[\n" + b",\n".join(parts) + b"\n]\n"


_KINDS = {"topics": "t", "people": "p", "languages": "l"}


def _name(outlet: Outlet, section: str, key: str, entries: Entries, language: str) -> str:
    """The name of a heading; a source has one alone, a year is its own."""
    if section in _KINDS:
        return outlet.name(f"{_KINDS[section]}:{key}", language)
    if section == "relations":
        return outlet.pair(key, language)
    if section in ("countries", "organisations"):
        return outlet.party(key, language)
    source = entries[0].source
    return source.value.name if section == "sources" and source else key
