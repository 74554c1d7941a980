"""The route of a document, on one screen; the only module that knows the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator.archive import assemble, gone_addresses, keep
from generator.clean import clean
from generator.curated import Curated, load
from generator.errors import Doubt, SeedRefusedError
from generator.export.files import export_files
from generator.extract.draft import extract
from generator.language import identify
from generator.model import Archive, CleanText, Record, Seed, Settings
from generator.read import read_promises, read_seed, seed_paths, unknown_ids
from generator.render import Sitemap, devised_title, render, value_name, write_pages
from generator.resolve import resolve
from generator.search import KEPT, build_index, holding_of, write_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogued:
    """What became of one seed: its record, or `None` where it was refused, and every doubt."""

    path: Path
    record: Record | None
    doubts: tuple[Doubt, ...]

    @property
    def refused(self) -> bool:
        """Whether the seed is set aside."""
        return self.record is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run made: records published, seeds refused, pages written or unchanged, all doubts."""

    records: int
    refused: int
    written: int
    unchanged: int
    removed: int
    doubts: tuple[Doubt, ...]


def catalogue_seed(path: Path, curated: Curated, settings: Settings) -> Catalogued:
    """One seed from file to record. Refusals become doubts; nothing is raised for a bad seed."""
    try:
        seed = _known(read_seed(path, settings.seeds), curated)
        page_language = identify(seed.text)
        cleaned = clean(seed, page_language, curated)
        language = identify(_article(cleaned) or seed.text)
        draft, cleaned = extract(seed, cleaned, language, curated)
        record = resolve(seed, cleaned, draft, curated, settings.rights, partial(devised_title, authority=curated))
    except SeedRefusedError as refusal:
        return Catalogued(path=path, record=None, doubts=refusal.doubts)
    return Catalogued(path=path, record=record, doubts=record.entry.doubts)


def catalogue(paths: Iterable[Path], settings: Settings, curated: Curated | None = None) -> Iterator[Catalogued]:
    """Many seeds, one after the other, in the order given."""
    tables = curated or load()
    for path in paths:
        yield catalogue_seed(path, tables, settings)


def generate(settings: Settings, watched: Callable[[Sequence[Path]], Iterable[Path]] = iter) -> Report:
    """Seeds to Markdown pages: writes `settings.docs`, touching only files whose bytes changed.

    `watched` hands the seeds on one by one and may show how far the work has come.
    """
    curated = load()
    catalogued = tuple(catalogue(watched(tuple(seed_paths(settings.seeds))), settings, curated))
    promises = read_promises(settings.seeds)
    archive = assemble((each.record.entry for each in catalogued if each.record), settings, promises)
    keep(promises, archive.entries)
    published = {entry.id for entry in archive.entries}
    records = tuple(each.record for each in catalogued if each.record and each.record.entry.id in published)
    named = partial(_named, curated)
    sitemap = Sitemap(settings)
    pages = sitemap.noting(render(archive, records, settings, curated, gone_addresses(promises.tombstones)))
    files = chain(export_files(archive, records, settings, curated, named), sitemap.files())
    written = write_pages(pages, settings.docs, settings.project / "docs", files)
    write_index(_index(archive, records, settings, curated), settings.docs / KEPT)
    return Report(
        records=len(records),
        refused=len(catalogued) - len(records),
        written=written.written,
        unchanged=written.unchanged,
        removed=written.removed,
        doubts=tuple(doubt for each in catalogued for doubt in each.doubts) + archive.doubts,
    )


def _known(seed: Seed, curated: Curated) -> Seed:
    """The seed, when every id that a person stated in it is one of the archive's data.

    Raises:
        SeedRefusedError: with every id that is not known.
    """
    errors = tuple(doubt for doubt in unknown_ids(seed, curated) if doubt.level == "error")
    if errors:
        raise SeedRefusedError(errors + seed.doubts)
    return seed


def _index(archive: Archive, records: Iterable[Record], settings: Settings, curated: Curated) -> Iterator[tuple[str, bytes]]:
    """The search index of the records, numbered in the order of time."""
    numbers = {entry.id: number for number, entry in enumerate(archive.entries)}
    holdings = (holding_of(record, frozenset(curated.organisations)) for record in records)
    return build_index(holdings, numbers, curated, settings.languages, partial(_named, curated))


def _named(curated: Curated, key: str, language: str) -> str:
    """The name of a value by kind and id (`c:KAZ`) in a language."""
    return value_name(key, language, curated)


def _article(cleaned: CleanText) -> str:
    """The words that stay, a line a block: what the second look at the language reads."""
    return "\n".join("".join(cleaned.text[start:end] for start, end in block.all_spans()) for block in cleaned.blocks)
