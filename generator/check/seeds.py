"""The checks of one seed and of many: each a generator of doubts, joined and sorted by place."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from generator.check.names import twins
from generator.curated import Curated, load
from generator.errors import Doubt, Level
from generator.model import Record, Seed, Settings
from generator.pipeline import catalogue
from generator.read import passed_over, read_seed, seed_paths, unknown_ids
from generator.text.bidi import EMBEDDINGS, ISOLATE_CLOSER, ISOLATE_OPENERS

_MOST_CONTROLS = 20
_RAISED: dict[str, Level] = {"D107": "error"}  # published all the same, but to be mended before it is merged


def check_seeds(paths: Iterable[Path], settings: Settings) -> tuple[Doubt, ...]:
    """Everything there is to say about seeds and the folder of the archive, sorted by file, line and code."""
    curated = load()
    checked = tuple(Path(os.path.abspath(path)) for path in paths)
    archive = tuple(seed_paths(settings.seeds)) if settings.seeds.is_dir() else ()
    found: set[_Key] = set()
    doubts: list[Doubt] = []
    for doubt in _all(checked, archive, settings, curated):
        key = (doubt.seed, doubt.line, doubt.column, doubt.code, tuple(sorted(doubt.values.items())))
        if key not in found:
            found.add(key)
            doubts.append(doubt)
    return tuple(sorted(doubts, key=lambda doubt: (doubt.seed, doubt.line, doubt.column, doubt.code)))


_Key = tuple[str, int, int, str, tuple[tuple[str, str], ...]]


def _all(checked: tuple[Path, ...], archive: tuple[Path, ...], settings: Settings, curated: Curated) -> Iterator[Doubt]:
    """The doubts of each seed, of the names, and of what lies in the folder when all of it is checked."""
    for outcome in catalogue(checked, settings, curated):
        yield from map(_raise, outcome.doubts)
        if outcome.record is not None:
            yield from check_seed(read_seed(outcome.path, settings.seeds), outcome.record, curated)
    yield from twins(checked, archive)
    if archive and set(archive) <= set(checked):
        yield from passed_over(settings.seeds)


def check_seed(seed: Seed, record: Record | None, curated: Curated) -> Iterator[Doubt]:
    """What a contributor should mend in a seed that can be read; `record` is what the archive made of it."""
    yield from map(_raise, seed.doubts)
    yield from unknown_ids(seed, curated)
    yield from direction_controls(seed)
    if record is not None:
        yield from missing_facts(seed, record)


def _raise(doubt: Doubt) -> Doubt:
    """A doubt at the level that it has for a contributor."""
    return replace(doubt, level=_RAISED.get(doubt.code, doubt.level))


def missing_facts(seed: Seed, record: Record) -> Iterator[Doubt]:
    """What neither the text nor a person says: parties, date, source."""
    parties = len(record.entry.parties)
    if parties < 2:
        code = "D241" if parties else "D240"
        yield _at_key(seed, "parties", code, "warning", party=record.entry.parties[0].value if parties else "")
    if record.entry.source is None:
        yield _at_key(seed, "source", "D242", "warning")
    if record.entry.date is None:
        yield _at_key(seed, "date", "D244" if record.entry.published else "D243", "note")


def _at_key(seed: Seed, key: str, code: str, level: Level, **values: str) -> Doubt:
    """A doubt at the line where a key stands or, unstated, at the top of the file."""
    filled = {name: value for name, value in values.items() if value}
    return Doubt(seed=seed.path, line=seed.stated.lines.get(key, 1), column=1, level=level, code=code, values=filled)


def direction_controls(seed: Seed) -> Iterator[Doubt]:
    """The invisible characters that could turn a page round, by name and place; at most twenty of the text."""
    for key in ("title", "note", "translator", "contributor"):
        value = getattr(seed.stated, key) or ""
        for offset in _controls(value):
            yield _at_key(seed, key, _code(value[offset]), "warning", **_named(value[offset]))
    for offset in islice(_controls(seed.text), _MOST_CONTROLS):
        character = seed.text[offset]
        yield seed.doubt(_code(character), "warning", offset, **_named(character))


def _code(character: str) -> str:
    """An embedding is taken out, an isolate balanced."""
    return "D120" if character in EMBEDDINGS else "D121"


def _named(character: str) -> dict[str, str]:
    """An invisible character in a message."""
    return {"character": f"U+{ord(character):04X}", "name": unicodedata.name(character)}


def _controls(text: str) -> Iterator[int]:
    """Offsets of embeddings and overrides, and of isolates that their line does not balance."""
    start = 0
    for line in text.split("\n"):
        open_at: list[int] = []
        for offset, character in enumerate(line, start):
            if character in ISOLATE_OPENERS:
                open_at.append(offset)
            elif character == ISOLATE_CLOSER and open_at:
                open_at.pop()
            elif character in EMBEDDINGS or character == ISOLATE_CLOSER:
                yield offset
        yield from open_at
        start += len(line) + 1
