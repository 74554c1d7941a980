"""The checks of one seed and of many: each a generator of doubts, joined and sorted by place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.archive import assemble, broken
from generator.check.copies import copies
from generator.check.facts import missing_facts, odd_days
from generator.check.hidden import hidden_characters
from generator.check.leftovers import leftovers, line_counts
from generator.check.links import Neighbours, links
from generator.check.names import names
from generator.check.outlets import outlet_lines
from generator.curated import Curated, load
from generator.errors import Doubt, Level, SeedRefusedError
from generator.model import Archive, Entry, Promises, Record, Seed, Settings
from generator.pipeline import Catalogued, catalogue
from generator.read import passed_over, read_promises, read_seed, seed_paths, unknown_ids
from generator.read.names import shown_path

MOST_COMPARED = 2_000
"""Up to how many seeds of the archive are catalogued to say whether a new one tells of their events; a hundred a second are."""
_RAISED: dict[str, Level] = {"D107": "error"}  # published all the same, but to be mended before it is merged
_Key = tuple[str, int, int, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Change:
    """What is checked (`outcomes`), beside what lies in the folder of the archive."""

    outcomes: tuple[Catalogued, ...]
    archive: tuple[Path, ...]
    settings: Settings
    curated: Curated
    today: date

    @cached_property
    def checked(self) -> tuple[Path, ...]:
        """The files that are checked."""
        return tuple(outcome.path for outcome in self.outcomes)

    @cached_property
    def whole(self) -> bool:
        """Whether all of the archive is checked."""
        return bool(self.archive) and set(self.archive) <= set(self.checked)

    @cached_property
    def seeds(self) -> tuple[Seed, ...]:
        """The seeds of the change, then those of the archive, without the ones that are refused."""
        return tuple(seed for path in dict.fromkeys((*self.checked, *self._rest)) if (seed := _readable(path, self.settings)))

    @cached_property
    def _rest(self) -> tuple[Path, ...]:
        """The files of the archive, but for those of which the change has a copy elsewhere."""
        copied = {path.name for path in self.checked}
        return tuple(path for path in self.archive if path.name not in copied)

    @cached_property
    def read(self) -> tuple[tuple[Seed, Catalogued], ...]:
        """Each checked seed that can be read, with what became of it."""
        by_path = {seed.path: seed for seed in self.seeds}
        paired = ((by_path.get(shown_path(outcome.path)), outcome) for outcome in self.outcomes)
        return tuple((seed, outcome) for seed, outcome in paired if seed)

    @cached_property
    def promises(self) -> Promises:
        """The ledger and the tombstones of the archive."""
        return read_promises(self.settings.seeds)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The records of the change and, where they are not too many, of the archive."""
        rest = self._rest if len(self._rest) <= MOST_COMPARED else ()
        outcomes = (*self.outcomes, *catalogue(rest, self.settings, self.curated))
        return tuple({each.record.entry.id: each.record.entry for each in outcomes if each.record}.values())

    @cached_property
    def published(self) -> Archive:
        """The archive that these records make."""
        return assemble(self.entries, self.settings, self.promises)


def check_seeds(paths: Iterable[Path], settings: Settings, today: date | None = None) -> tuple[Doubt, ...]:
    """Everything there is to say about seeds and the folder of the archive, sorted by file, line and code.

    `today` (by default the clock's) is what days are compared with that lie in the future.
    """
    curated = load()
    checked = tuple(Path(os.path.abspath(path)) for path in paths)
    archive = tuple(seed_paths(settings.seeds)) if settings.seeds.is_dir() else ()
    outcomes = tuple(catalogue(checked, settings, curated))
    change = Change(outcomes=outcomes, archive=archive, settings=settings, curated=curated, today=today or date.today())
    found: dict[_Key, Doubt] = {}
    for doubt in map(_raise, _all(change)):
        found.setdefault((doubt.seed, doubt.line, doubt.column, doubt.code, tuple(sorted(doubt.values.items()))), doubt)
    return tuple(sorted(found.values(), key=lambda doubt: (doubt.seed, doubt.line, doubt.column, doubt.code)))


def _all(change: Change) -> Iterator[Doubt]:
    """The doubts of each seed, of what it is beside the others, and of what lies in the folder when all of it is checked."""
    known = Neighbours(change.seeds)
    lines = line_counts(seed.text for seed in change.seeds)
    for outcome in change.outcomes:
        yield from outcome.doubts
    for seed, outcome in change.read:
        if outcome.record is not None:
            yield from check_seed(seed, outcome.record, change.curated, change.today)
            yield from leftovers(seed, outcome.record, change.curated, lines)
            yield from links(seed, known)
            yield from _withdrawn(seed, change.promises)
    yield from names(change.checked, change.archive, change.promises.addresses)
    yield from copies(change.seeds, {shown_path(path) for path in change.checked})
    yield from _same_events(change)
    if change.whole:
        yield from _folder(change)


def check_seed(seed: Seed, record: Record | None, curated: Curated, today: date) -> Iterator[Doubt]:
    """What a contributor should mend in a seed that can be read; `record` is what the archive made of it."""
    yield from map(_raise, seed.doubts)
    yield from unknown_ids(seed, curated)
    yield from hidden_characters(seed)
    if record is not None:
        yield from missing_facts(seed, record)
        yield from odd_days(seed, record, today)


def _raise(doubt: Doubt) -> Doubt:
    """A doubt at the level that it has for a contributor."""
    return replace(doubt, level=_RAISED.get(doubt.code, doubt.level))


def _readable(path: Path, settings: Settings) -> Seed | None:
    """The seed in a file, unless it is refused."""
    try:
        return read_seed(path, settings.seeds)
    except SeedRefusedError:
        return None


def _same_events(change: Change) -> Iterator[Doubt]:
    """Notes about checked records that seem to tell of the event of another one, where no person said so."""
    entries = {entry.id: entry for entry in change.published.entries}
    checked = {shown_path(path) for path in change.checked}
    for key, others in change.published.same_event.items():
        entry = entries[key]
        if entry.path in checked and not any(_said(entry, other) for other in others):
            listed = ", ".join(other.path for other in others)
            yield Doubt(seed=entry.path, line=1, column=1, level="note", code="D511", values={"other": listed, "id": others[0].id})


def _withdrawn(seed: Seed, promises: Promises) -> Iterator[Doubt]:
    """An error about a seed beside which a tombstone stands."""
    if seed.id in promises.withdrawn:
        yield seed.doubt("D521", "error", name=f"{seed.id}.gone.yml")


def _said(entry: Entry, other: Entry) -> bool:
    return entry.same_event == other.id or other.same_event == entry.id


def _folder(change: Change) -> Iterator[Doubt]:
    """What only the whole folder shows: strangers in it, faulty tombstones, broken promises."""
    yield from passed_over(change.settings.seeds)
    yield from outlet_lines((seed, outcome.record) for seed, outcome in change.read if outcome.record)
    yield from change.promises.doubts
    yield from broken(change.promises, change.published.entries)
