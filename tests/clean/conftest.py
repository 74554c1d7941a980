"""What tests of the cleaning room share: the curated tables, and a short way to clean a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.clean import clean
from generator.curated import DATA, Curated
from generator.curated.languages import read_languages
from generator.curated.sources import read_sources
from generator.curated.tree import Faults
from generator.model import Block, CleanText, Language, Seed, Stated
from generator.text.bidi import language_direction

SCRIPTS = {"ar": "Arab", "fa": "Arab", "ur": "Arab", "he": "Hebr", "ru": "Cyrl", "uk": "Cyrl", "kk": "Cyrl", "ky": "Cyrl", "tg": "Cyrl"}
SCRIPTS |= {"zh": "Hans", "ja": "Jpan", "ko": "Kore", "hi": "Deva"}

Cleaner = Callable[[str, str], CleanText]


@pytest.fixture(scope="session")
def curated() -> Curated:
    """The tables that cleaning uses; the others are empty."""
    faults = Faults(DATA)
    languages, sources = read_languages(DATA / "languages", faults), read_sources(DATA / "sources.yml", faults)
    assert [line for line in faults.lines if "boilerplate" in line or "sources" in line] == []
    return Curated(countries={}, organisations={}, people={}, events={}, topics={}, languages=languages, sources=sources)


def language_of(code: str) -> Language:
    primary = code.split("-")[0]
    return Language(code=code, script=SCRIPTS.get(primary, "Latn"), direction=language_direction(primary), confidence=1.0)


@pytest.fixture(scope="session")
def cleaned(curated: Curated) -> Cleaner:
    def run(text: str, code: str = "en") -> CleanText:
        seed = Seed(id="x", path="seeds/x.txt", text=text, stated=Stated())
        return clean(seed, language_of(code), curated)

    return run


def words_of(text: str, block: Block) -> str:
    """A block as cases write it: items begin with `- `, cells are parted by ` | `, rows and items by ` / `."""

    def said(spans: tuple[tuple[int, int], ...]) -> str:
        return " ".join("".join(text[start:end] for start, end in spans).split())

    if block.kind == "list":
        return " / ".join(said(item) for item in block.items)
    if block.kind == "table":
        return " / ".join(" | ".join(said(cell) for cell in row) for row in block.rows)
    return said(block.spans)


def assert_accounted(result: CleanText) -> None:
    """Spans and removals never overlap and cover each non-blank character."""
    seen = [0] * len(result.text)
    for start, end in [span for block in result.blocks for span in block.all_spans()]:
        assert 0 <= start < end <= len(result.text)
        for at in range(start, end):
            seen[at] += 1
    for removal in result.removed:
        assert result.text[removal.start : removal.end] == removal.text
        for at in range(removal.start, removal.end):
            seen[at] += 1
    assert max(seen, default=0) <= 1
    assert all(count == 1 for count, character in zip(seen, result.text, strict=True) if not character.isspace())
