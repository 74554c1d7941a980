"""A small authority file and seeds made in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.curated import Curated
from generator.curated.authority import Country, Organisation, Person
from generator.model import Seed
from generator.read import read_seed


@pytest.fixture
def curated() -> Curated:
    """Few entries, and none for events: a table without entries judges nothing."""
    countries = {code: Country(id=code, status="member") for code in ("ARE", "DEU", "ESP", "FRA", "KAZ", "SPM")}
    return Curated(
        countries=countries,
        organisations={"EU": Organisation(id="EU", names={}), "ASEAN": Organisation(id="ASEAN", names={})},
        people={"exemple-anne": Person(id="exemple-anne", names={})},
        languages={},
        events={},
        topics={},
        sources=(),
    )


@pytest.fixture
def seed(tmp_path: Path) -> Callable[[str], Seed]:
    """Reads a text as the seed `x.txt`."""
    (tmp_path / "mkdocs.yml").touch()

    def make(text: str) -> Seed:
        (tmp_path / "x.txt").write_bytes(text.encode())
        return read_seed(tmp_path / "x.txt")

    return make
