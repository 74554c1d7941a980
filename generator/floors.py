"""Quality floors: scores below which the cataloguing of a labelled corpus must not fall.

A floor file is JSON: a corpus (its folder, as seen from the file) to field to score. Floors are lowered by
writing them anew on purpose only, never by running an evaluation.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import UsageError
from generator.evaluate import read_text

MARGIN = 0.01
"""How far under what holds a floor is written, so that one text of a hundred may be read in two ways."""
FIXED: Mapping[str, float] = {"language": 0.98, "direction": 1.0}
"""Floors that do not follow what holds."""

Floors = Mapping[str, Mapping[str, float]]


def read_floors(path: Path) -> Floors:
    """The floors of a file, by corpus.

    Raises:
        UsageError: when it is not there or no object of objects of numbers.
    """
    try:
        floors = json.loads(read_text(path))
    except ValueError as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    tables = floors.values() if isinstance(floors, dict) else [None]
    if not all(isinstance(table, dict) and all(isinstance(score, int | float) for score in table.values()) for table in tables):
        raise UsageError(f"{path}: each corpus must have an object of fields and scores")
    return {str(name): dict(table) for name, table in floors.items()}


def below(scores: Mapping[str, float], path: Path, folder: Path) -> Iterator[str]:
    """A line for each field whose score lies under its floor, or that has a floor and no score.

    Raises:
        UsageError: when the file has no floors for the folder.
    """
    floors, name = read_floors(path), _name(path, folder)
    if name not in floors:
        raise UsageError(f"{path} has no floors for {name}; write them with --write-floors")
    for field, floor in floors[name].items():
        if field not in scores:
            yield f"{name}: {field} has a floor of {floor} and no score"
        elif scores[field] < floor:
            yield f"{name}: {field} is {scores[field]}, below its floor of {floor}"


def write_floors(scores: Mapping[str, float], path: Path, folder: Path) -> None:
    """Write the floors of a folder a little under its scores; those of other corpora stay."""
    floors = dict(read_floors(path)) if path.exists() else {}
    floors[_name(path, folder)] = {field: FIXED.get(field, round(max(0.0, score - MARGIN), 3)) for field, score in scores.items()}
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _name(path: Path, folder: Path) -> str:
    """The folder as seen from the floor file, with slashes; links on the way keep their names."""
    return Path(os.path.relpath(folder.absolute(), path.absolute().parent)).as_posix()
