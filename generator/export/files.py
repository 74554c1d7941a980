"""Every file that the site has beside its pages, as address and bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.curated import Curated
from generator.export.authority import authority_json
from generator.export.catalogue import record_object, schema
from generator.export.citations import citation_files
from generator.export.events import events_jsonl, left_out_csv
from generator.export.feeds import feed_files
from generator.export.oai import repository
from generator.export.outlet import File, Name, Outlet, json_bytes
from generator.export.package import checksums, package_json
from generator.export.tables import records_csv, relations_csv
from generator.export.visitors import visitor_files
from generator.model import Archive, Record, Settings
from generator.text.parts import parts


def export_files(archive: Archive, records: Iterable[Record], settings: Settings, curated: Curated, name: Name) -> Iterator[File]:
    """Data, citations, feeds, and what visitors ask for; `name` words a value by kind and id (`c:KAZ`) in a language."""
    outlet = Outlet(archive=archive, settings=settings, curated=curated, name=name)
    data = [*_data_files(outlet, {record.entry.id: record for record in records})]
    yield from data
    yield "data/datapackage.json", package_json(outlet, data)
    yield "data/SHA256SUMS", checksums(data)
    for entry in archive.entries:
        yield from citation_files(entry, outlet)
    yield from feed_files(outlet)
    yield from visitor_files(outlet)


def published_object(record: Record, curated: Curated) -> dict[str, object]:
    """A record as JSON for everyone: of one that is `citation-only` neither the body nor what was removed from it."""
    found = record_object(record, curated.events)
    return {**found, "body": [], "removed": []} if record.entry.rights == "citation-only" else found


def _data_files(outlet: Outlet, records: dict[str, Record]) -> Iterator[File]:
    for part, entries in parts(outlet.archive.entries):
        found = (records[entry.id] for entry in entries if entry.id in records)
        yield f"data/records{part}.jsonl", b"".join(json_bytes(published_object(record, outlet.curated)) for record in found)
    yield "data/records.csv", records_csv(outlet)
    yield "data/relations.csv", relations_csv(outlet)
    yield "data/events.jsonl", events_jsonl(outlet)
    yield "data/events-left-out.csv", left_out_csv(outlet)
    yield "data/authority.json", authority_json(outlet)
    yield "data/catalogue.schema.json", json_bytes(schema(), indent=2)
    for part, entries in parts(outlet.archive.entries) if outlet.root else ():
        yield f"data/oai{part}.xml", repository(outlet, f"data/oai{part}.xml", entries)
