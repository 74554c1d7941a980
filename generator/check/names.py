"""File names that are two here and one elsewhere, that lead to one address, or that some systems cannot hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from generator.errors import Doubt, Level
from generator.read.names import seed_id, shown_name, shown_path
from generator.text.slug import LONGEST, slug

_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))})
"""Names that Windows keeps for devices, whatever their ending."""


def names(paths: Iterable[Path], among: Iterable[Path] = (), promised: Mapping[str, str] | None = None) -> Iterator[Doubt]:
    """Everything about the names of `paths`; `promised` gives the id that had an address when it was published."""
    checked = tuple(paths)
    yield from twins(checked, among, promised or {})
    for path in sorted(set(checked)):
        if seed_id(path).split(".")[0].lower() in _DEVICES:
            yield _doubt(path, "D116", name=shown_name(path.name))
        if len(slug(seed_id(path))) == LONGEST:
            yield _doubt(path, "D117", "warning", longest=str(LONGEST))


def twins(paths: Iterable[Path], among: Iterable[Path] = (), promised: Mapping[str, str] | None = None) -> Iterator[Doubt]:
    """Errors about files of `paths` whose names collide with each other or with those of `among`.

    Names that differ only in capitals or in how accents are encoded are one name on some systems;
    names with one slug are one address, which stays with the id that `promised` names.
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
            yield from _one_address(path, address, same, (promised or {}).get(address))


def _one_address(path: Path, address: str, others: Collection[Path], holder: str | None) -> Iterator[Doubt]:
    """Nothing for the seed that had the address when it was published; an error for the others."""
    if holder in {seed_id(each) for each in others}:
        yield _doubt(path, "D505", address=address, other=f"{holder}.txt")
    elif holder != seed_id(path):
        yield _doubt(path, "D500", address=address, other=_names(others))


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


def _doubt(path: Path, code: str, level: Level = "error", /, **values: str) -> Doubt:
    """A doubt about a whole file."""
    return Doubt(seed=shown_path(path), line=1, column=1, level=level, code=code, values=values)
