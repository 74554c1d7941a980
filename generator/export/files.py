"""Every file that the site has beside its pages, divided into tasks that are told apart by what they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from generator.curated import Curated
from generator.export.authority import authority_json
from generator.export.catalogue import record_object, schema
from generator.export.citations import citation_files
from generator.export.events import events_jsonl, left_out_csv
from generator.export.feeds import Feeds
from generator.export.front_matter import front_matter_schema
from generator.export.lists import Lists
from generator.export.oai import repository
from generator.export.outlet import File, Name, Outlet, json_bytes
from generator.export.package import Facts, checksums, facts_of, package_json
from generator.export.tables import records_csv, relations_csv
from generator.export.visitors import visitor_files
from generator.model import Archive, Asset, Entries, Record, Settings, Task
from generator.text.headings import SECTIONS
from generator.text.parts import parts

_TABLES: Mapping[str, Callable[[Outlet], bytes]] = {
    "data/records.csv": records_csv,
    "data/relations.csv": relations_csv,
    "data/events.jsonl": events_jsonl,
    "data/events-left-out.csv": left_out_csv,
    "data/authority.json": authority_json,
    "data/catalogue.schema.json": lambda _: json_bytes(schema(), indent=2),
    "data/front-matter.schema.json": lambda outlet: json_bytes(front_matter_schema(outlet.curated, outlet.name), indent=2),
}


class Exports:
    """Every task of what the site has beside its pages.

    `outlet` holds the archive that the files ask, which may be watched; `known` is the same archive unwatched, from
    which the tasks are enumerated; `digest` tells a collection of its records by their content.
    """

    def __init__(self, outlet: Outlet, known: Archive, digest: Callable[[object], bytes]) -> None:
        self._outlet = outlet
        self._known = known
        self._digest = digest

    def tasks(self, keys: Mapping[str, bytes], line: Callable[[str], bytes]) -> Iterator[Task]:
        """All of them: `keys` tell each record by its id, `line` is a record as a line of JSON."""
        yield from self._citations()
        yield from self._data(keys, line)
        feeds = Feeds(self._outlet)
        for section, key in feeds.headings(self._known):
            yield Task(name=f"feeds/{section}/{key}", make=partial(_assets, feeds.files, section, key))
        lists = Lists(self._outlet)
        for section in SECTIONS:
            yield Task(name=f"data/lists/{section}", make=partial(_assets, lists.index, section))
            for key in lists.headings(self._known, section):
                yield Task(name=f"data/lists/{section}/{key}", make=partial(_assets, lists.files, section, key))
        yield Task(name="robots.txt", make=partial(_assets, visitor_files, self._outlet))

    def _citations(self) -> Iterator[Task]:
        for entry in self._known.entries:
            made = partial(_assets, citation_files, entry, self._outlet)
            yield Task(name=f"records/{entry.slug}/citation", key=self._digest(entry), make=made)

    def _data(self, keys: Mapping[str, bytes], line: Callable[[str], bytes]) -> Iterator[Task]:
        for part, entries in parts(self._known.entries):
            key, path = b"".join(keys[entry.id] for entry in entries), f"data/records{part}.jsonl"
            yield Task(name=path, key=key, make=partial(_assets, _lines, path, entries, line))
            if self._outlet.root:
                yield Task(name=f"data/oai{part}.xml", make=partial(_assets, self._repository, part))
        for path, make in _TABLES.items():
            yield Task(name=path, make=partial(_assets, _table, path, make, self._outlet))

    def _repository(self, part: str) -> Iterator[File]:
        entries = dict(parts(tuple(self._outlet.archive.entries)))[part]
        yield f"data/oai{part}.xml", repository(self._outlet, f"data/oai{part}.xml", entries)

    def data_paths(self) -> list[str]:
        """Where the data files stand: those of records first, then tables, then repositories."""
        names = [part for part, _ in parts(self._known.entries)]
        repositories = [f"data/oai{part}.xml" for part in names] if self._outlet.root else []
        return [*(f"data/records{part}.jsonl" for part in names), *_TABLES, *repositories]

    def package(self, facts: Mapping[str, Facts]) -> Iterator[Asset]:
        """What describes the data files, given what is known of each by its path."""
        listed = [(path, facts[path]) for path in self.data_paths()]
        yield Asset(uri="data/datapackage.json", content=package_json(self._outlet, listed))
        yield Asset(uri="data/SHA256SUMS", content=checksums(listed))


def export_files(archive: Archive, records: Iterable[Record], settings: Settings, curated: Curated, name: Name) -> Iterator[File]:
    """Every file at once; `name` words a value by kind and id (`c:KAZ`) in a language."""
    exports = Exports(Outlet(archive=archive, settings=settings, curated=curated, name=name), archive, lambda _: b"")
    lines = {record.entry.id: published_line(record, curated) for record in records}
    tasks = exports.tasks({entry.id: b"" for entry in archive.entries}, lambda key: lines.get(key, b""))
    files = {each.uri: each.content for task in tasks for each in task.make() if isinstance(each, Asset)}
    package = exports.package({path: facts_of(files[path]) for path in exports.data_paths()})
    yield from chain(files.items(), ((each.uri, each.content) for each in package))


def published_line(record: Record, curated: Curated) -> bytes:
    """A record as a line of JSON for everyone: of one that is `citation-only` neither the body nor what was removed from it."""
    found = record_object(record, curated.events)
    return json_bytes({**found, "body": [], "removed": []} if record.entry.rights == "citation-only" else found)


def _lines(path: str, entries: Entries, line: Callable[[str], bytes]) -> Iterator[File]:
    yield path, b"".join(line(entry.id) for entry in entries)


def _table(path: str, make: Callable[[Outlet], bytes], outlet: Outlet) -> Iterator[File]:
    yield path, make(outlet)


def _assets(make: Callable[..., Iterable[File]], *values: object) -> Iterator[Asset]:
    """Files as what a task makes."""
    for uri, content in make(*values):
        yield Asset(uri=uri, content=content)
