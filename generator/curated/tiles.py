"""`tiles.yml`: the place of each country on the tile map, as column and row from the upper left."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.curated.tree import Faults, read_branch

Place = tuple[int, int]


def read_tiles(path: Path, faults: Faults) -> Mapping[str, Place]:
    """Column and row by country code; none where a data folder has no such file."""
    if not path.exists():
        return {}
    branch = read_branch(path, faults)
    branch.allow("rows")
    places: dict[str, Place] = {}
    for row, line in enumerate(branch.texts("rows")):
        for column, code in enumerate(line.split()):
            if code in places:
                branch.fault(branch.get("rows"), f"{code} stands twice")
            if code.strip("."):
                places[code] = (column, row)
    return places
