"""The sides of the sample seeds, from file text to record."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean import clean
from generator.curated import load
from generator.extract.draft import extract
from generator.language import identify
from generator.model import Seed, Stated
from generator.resolve import resolve

SIDES = {"000": ["FRA", "KAZ"], "001": ["FRA", "KAZ"], "002": ["KAZ", "MAR"], "003": ["KAZ", "TJK"], "004": ["EU", "KAZ"]}


@pytest.mark.shared
@pytest.mark.parametrize("number", SIDES)
def test_sides_of_sample_seeds(shared: Path, number: str) -> None:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    seed = Seed(id=path.stem, path=str(path), text=path.read_text(encoding="utf-8"), stated=Stated())
    language = identify(seed.text)
    draft, cleaned = extract(seed, clean(seed, language, load()), language, load())
    entry = resolve(seed, cleaned, draft, load()).entry
    assert [each.value for each in entry.parties] == SIDES[number]
    assert all(each.evidence for each in entry.parties)
