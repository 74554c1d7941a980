"""The route of a document, on one screen; the only module that knows the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.archive import assemble, keep, same_files
from generator.build import Build, Sink, Texts, named
from generator.clean import clean
from generator.curated import Curated, load, rules
from generator.errors import Doubt, SeedRefusedError
from generator.export.files import published_line
from generator.extract.draft import extract
from generator.keep import KeptSeed, PackedSeed, Recalled, Seeds, Store, cataloguing_edition, edition_of, kept_in, packed_seed
from generator.language import identify
from generator.model import Archive, CleanText, Record, Seed, Settings
from generator.publish.lock import locked
from generator.read import read_promises, read_seed, seed_paths, unknown_ids
from generator.read.names import shown_path
from generator.render import devised_title
from generator.resolve import resolve
from generator.search import KEPT, Member, Shown, holding_of, update_index
from generator.text.standing import standing
from generator.workers import aside, in_order


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
    """What a run made: records published, seeds refused, pages written or unchanged, all doubts.

    `files` are those of the docs folder with the digest of each, `arabic` the characters of the Arabic script in pages.
    """

    records: int
    refused: int
    written: int
    unchanged: int
    removed: int
    doubts: tuple[Doubt, ...]
    files: Mapping[str, bytes]
    arabic: str


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


def whole_edition(settings: Settings) -> str:
    """The edition of everything that pages depend on besides the records: data, rules, theme, configuration, versions."""
    return edition_of(rules(), settings)


def generate(
    settings: Settings,
    watched: Callable[[Sequence[Path]], Iterable[Path]] = iter,
    sink: Sink | None = None,
    *,
    edition: str | None = None,
) -> Report:
    """Seeds to Markdown pages: writes `settings.docs`, touching only files whose bytes changed.

    What an earlier run found out, compared and wrote is not done again. `watched` hands the seeds that have to be
    read on one by one and may show how far the work has come; `sink` is given each page and file that is made;
    `edition` is `whole_edition` where the caller has it.
    """
    place, edition = kept_in(settings), edition or whole_edition(settings)
    with locked(place.with_suffix(".lock")), Store(place) as store:
        curated = load()
        seeds = Seeds(store, cataloguing_edition(rules(), settings))
        outcomes = _catalogued(seeds, settings, curated, watched)
        seeds.save()
        store.commit()
        entries = {found.entry.id: name for name, found in outcomes.items() if found.entry}
        digests = {key: outcomes[name].digest for key, name in entries.items()}
        promises, recalled = read_promises(settings.seeds), Recalled(store, edition, digests)
        archive = assemble((found.entry for found in outcomes.values() if found.entry), settings, promises, recall=recalled)
        keep(promises, archive.entries)
        texts = _texts(seeds, settings, curated, {entry.id: entries[entry.id] for entry in archive.entries}, outcomes)
        with aside(partial(_index, archive, texts, settings, curated, edition)):
            made = Build(settings, curated, store, edition, sink).write(archive, digests, promises, texts)
        recalled.save()
        store.commit()
    return Report(
        records=len(archive.entries),
        refused=len(outcomes) - len(archive.entries),
        written=made.written.written,
        unchanged=made.written.unchanged,
        removed=made.written.removed,
        doubts=(*(doubt for found in outcomes.values() for doubt in found.doubts), *archive.doubts, *_copies(seeds, settings)),
        files=made.files,
        arabic=made.arabic,
    )


def _copies(seeds: Seeds, settings: Settings) -> Iterator[Doubt]:
    """The seeds that are one file under two names."""
    return same_files(seeds.contents(), lambda name: shown_path(settings.seeds / name))


def _catalogued(
    seeds: Seeds, settings: Settings, curated: Curated, watched: Callable[[Sequence[Path]], Iterable[Path]]
) -> dict[str, KeptSeed]:
    """What became of every seed, by file name in order: as an earlier run found, where the seed has not changed."""
    paths = {path.name: path for path in seed_paths(settings.seeds)}
    scan = seeds.scan(paths.values())
    lost = [paths[name] for name in sorted(scan.same) if seeds.outcome(name) is None]
    asked = (*scan.fresh, *lost)
    for path, found in zip(watched(asked), in_order(partial(_packed, settings=settings, curated=curated), asked), strict=True):
        seeds.keep(path.name, found)
    seeds.forget(scan.gone)
    return {name: known for name in paths if (known := seeds.outcome(name))}


def _packed(path: Path, settings: Settings, curated: Curated) -> PackedSeed:
    """A seed catalogued, as it is kept."""
    found = catalogue_seed(path, curated, settings)
    return packed_seed(found.record, found.doubts, published_line(found.record, curated) if found.record else b"")


def _texts(seeds: Seeds, settings: Settings, curated: Curated, names: Mapping[str, str], outcomes: Mapping[str, KeptSeed]) -> Texts:
    """The records whole, by id; `names` are the files that they come from. One that was kept and is lost is catalogued again."""

    def whole(key: str) -> Record:
        record = seeds.record(names[key]) or catalogue_seed(settings.seeds / names[key], curated, settings).record
        assert record is not None
        return record

    def line(key: str) -> bytes:
        return seeds.line(names[key]) or published_line(whole(key), curated)

    return Texts(keys={key: outcomes[name].whole for key, name in names.items()}, whole=whole, line=line)


def _known(seed: Seed, curated: Curated) -> Seed:
    """The seed, when every id that a person stated in it is one of the archive's data.

    Raises:
        SeedRefusedError: with every id that is not known.
    """
    errors = tuple(doubt for doubt in unknown_ids(seed, curated) if doubt.level == "error")
    if errors:
        raise SeedRefusedError(errors + seed.doubts)
    return seed


def _index(archive: Archive, texts: Texts, settings: Settings, curated: Curated, edition: str) -> None:
    """Bring the search index to what the records say."""
    members = {entry.id: Member(date=standing(entry).value, digest=texts.keys[entry.id].hex()) for entry in archive.entries}
    bodies = frozenset(curated.organisations)
    shown = Shown(languages=settings.languages, name=partial(named, curated))
    update_index(members, lambda key: holding_of(texts.whole(key), bodies), curated, shown, settings.docs / KEPT, edition)


def _article(cleaned: CleanText) -> str:
    """The words that stay, a line a block: what the second look at the language reads."""
    return "\n".join("".join(cleaned.text[start:end] for start, end in block.all_spans()) for block in cleaned.blocks)
