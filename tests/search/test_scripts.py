"""What the search costs a reader before a word is looked up: its scripts, compressed as a server sends them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.publish.scripts import CORE, LATER, LOADER, MODULES, published_scripts

FIRST = 8_000
"""Bytes of what a first question loads before it is answered."""
THEN = 2_000
"""Bytes of each script that is loaded when it is wanted."""


@pytest.fixture(scope="module")
def sizes(project: Path) -> dict[str, int]:
    scripts = published_scripts(project / "theme_overrides")
    if not scripts:
        pytest.skip("no minifier for this machine")
    return {uri: len(gzip.compress(code.encode(), 9)) for uri, code in scripts.items()}


def test_scripts_of_a_first_question_are_small(sizes: dict[str, int]) -> None:
    assert sizes[LOADER] + sizes[CORE] <= FIRST


@pytest.mark.parametrize("uri", LATER)
def test_scripts_that_are_wanted_later_are_small(sizes: dict[str, int], uri: str) -> None:
    assert 0 < sizes[uri] <= THEN


def test_every_module_is_published_once(project: Path) -> None:
    written = {path.relative_to(project / "theme_overrides").as_posix() for path in (project / "theme_overrides/assets/search").iterdir()}
    assert written == {*MODULES, *LATER}
