from __future__ import annotations

from pathlib import Path

from generator.curated import load
from generator.curated.tiles import read_tiles
from generator.curated.tree import Faults


def test_every_country_has_one_tile_and_every_tile_a_country() -> None:
    curated = load()
    assert set(curated.tiles) == set(curated.countries)
    assert len(set(curated.tiles.values())) == len(curated.tiles)


def test_a_country_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "tiles.yml").write_text("rows:\n  - ... NOR SWE\n  - SWE ... FIN\n", encoding="utf-8")
    faults = Faults(tmp_path)
    assert read_tiles(tmp_path / "tiles.yml", faults) == {"NOR": (1, 0), "SWE": (0, 1), "FIN": (2, 1)}
    assert [line.partition(": ")[2] for line in faults.lines] == ["SWE stands twice"]


def test_a_folder_without_tiles_has_none(tmp_path: Path) -> None:
    assert read_tiles(tmp_path / "tiles.yml", Faults(tmp_path)) == {}
