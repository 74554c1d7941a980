"""File names that are two here and one elsewhere, or that lead to one address."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from generator.errors import Doubt
from generator.read.names import seed_id, shown_name, shown_path
from generator.text.slug import slug


def twins(paths: Iterable[Path], among: Iterable[Path] = ()) -> Iterator[Doubt]:
    """Errors about files of `paths` whose names collide with each other or with those of `among`.

    Names that differ only in capitals or in how accents are encoded are one name on some systems;
    names with one slug are one address.
    """
    checked = sorted(set(paths))
    everyone = sorted({*checked, *among})
    seen = _by(everyone, _system_name), _by(everyone, lambda path: slug(seed_id(path)))
    for path in checked:
        alike = _others(path, seen[0][_system_name(path)])
        address = slug(seed_id(path))
        same = [each for each in _others(path, seen[1][address]) if address]
        if alike:
            yield _doubt(path, "D115", name=shown_name(path.name), other=_names(alike))
        elif same:
            yield _doubt(path, "D500", address=address, other=_names(same))


def _system_name(path: Path) -> str:
    """A name as systems compare it that fold capitals and compose accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path.name).casefold())


def _by(paths: Iterable[Path], key: Callable[[Path], str]) -> dict[str, list[Path]]:
    """Paths that share a key."""
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(key(path), []).append(path)
    return found


def _others(path: Path, group: Collection[Path]) -> list[Path]:
    """The group without this path and without copies of it: a file of the same name elsewhere is the same seed."""
    return [each for each in group if each.name != path.name]


def _names(paths: Iterable[Path]) -> str:
    """File names for a message."""
    return ", ".join(shown_name(path.name) for path in paths)


def _doubt(path: Path, code: str, **values: str) -> Doubt:
    """An error about a whole file."""
    return Doubt(seed=shown_path(path), line=1, column=1, level="error", code=code, values=values)
