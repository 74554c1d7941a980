"""The days that `chancery check --fix` writes: when a seed was added, when it was changed, and what was corrected in it.

What a seed was before is asked of git (its last commit); outside a repository only `added` is written.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.check import state_in_seed
from generator.curated import Curated, load
from generator.errors import SeedRefusedError, UsageError
from generator.model import Correction, Entry, Found, PersonInText, Seed, Settings, Source, Stated
from generator.pipeline import catalogue_seed
from generator.read import read_seed
from generator.read.stated import CORRECTABLE
from generator.report.changes import Change, changed_seeds, earlier_text
from generator.resolve.stated import agrees


def stamp_seeds(paths: Iterable[Path], settings: Settings, day: str) -> Iterator[Path]:
    """Write the days into seeds, and name those into which something was written; `day` is today, `2023-11-01`."""
    changes = _changes(settings.seeds)
    for path in paths:
        if path.parent.resolve() != settings.seeds or changes is None:
            keys = _added(path, day)
        elif path.name in changes:
            keys = _keys(path, changes[path.name], settings, day)
        else:
            continue
        if keys and state_in_seed(path, keys):
            yield path


def _changes(seeds: Path) -> Mapping[str, Change] | None:
    """What changed in the folder since the last commit, by file name; `None` outside a repository."""
    try:
        return {change.name: change for change in changed_seeds(seeds, "HEAD")}
    except UsageError:
        return None


def _added(path: Path, day: str) -> Mapping[str, str]:
    """The day of a new seed, where it states none."""
    seed = _readable(path)
    return {"added": day} if seed and not seed.stated.added else {}


def _keys(path: Path, change: Change, settings: Settings, day: str) -> Mapping[str, str]:
    """What is to be written into a seed that differs from its last commit."""
    content = earlier_text(settings.seeds, change) if change.kind == "changed" else None
    if content is None:
        return _added(path, day)
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder, "seeds", path.name)
        before.parent.mkdir()
        before.write_bytes(content)
        return _compared(before, path, replace(settings, seeds=before.parent), day)


def _compared(before: Path, path: Path, earlier: Settings, day: str) -> Mapping[str, str]:
    """The day of the change, and every correction in it; nothing where only what commands write differs."""
    old, new = _readable(before), _readable(path)
    if new is None or (old is not None and old.text == new.text and _own(old.stated) == _own(new.stated)):
        return {}
    corrected = (*new.stated.corrected, *_corrections(before, new, earlier, load(), day))
    lines = "".join(f"\n  - {{key: {each.key}, was: {_quoted(each.was)}{f', on: {each.on}' if each.on else ''}}}" for each in corrected)
    return {"changed": day, **({"corrected": lines} if lines else {})}


def _own(stated: Stated) -> Stated:
    """What a person stated, without what commands write, and without where it stands."""
    return replace(stated, added=None, changed=None, corrected=(), lines={})


def _corrections(before: Path, new: Seed, earlier: Settings, curated: Curated, day: str) -> Iterator[Correction]:
    """Facts that are stated now and had another value before, stated or inferred; what was told already is left out."""
    record = catalogue_seed(before, curated, earlier).record
    told = {(each.key, each.was) for each in new.stated.corrected}
    for key in CORRECTABLE if record else ():
        assert record is not None
        was, now = _written(_value(record.entry, key)), _written(getattr(new.stated, key))
        if was and now and (key, was) not in told and not _completes(key, now, was):
            yield Correction(key=key, was=was, on=day)


def _completes(key: str, now: str, was: str) -> bool:
    """Whether a value says what stood there, or the same with more: a day where only the month was known."""
    return now == was or (key in ("date", "published") and agrees(now, was))


def _value(entry: Entry, key: str) -> object:
    """The value of a fact of a record; nothing for a title that the archive devised."""
    found = getattr(entry, key, None)
    return None if key == "title" and entry.title.basis == "devised" else found


def _written(value: object) -> str:
    """A value as the front matter writes it; lists with commas, in alphabetical order."""
    if isinstance(value, Found):
        return _written(value.value)
    if isinstance(value, tuple):
        return ", ".join(sorted(filter(None, map(_written, value))))
    if isinstance(value, Source):
        return value.name
    if isinstance(value, PersonInText):
        return value.id or ""
    return str(value or "")


def _quoted(text: str) -> str:
    """Text as a YAML string that no rule of plain scalars can misread."""
    return json.dumps(text, ensure_ascii=False)


def _readable(path: Path) -> Seed | None:
    """The seed in a file, unless it is refused."""
    try:
        return read_seed(path)
    except SeedRefusedError:
        return None
