"""Hostile strings: our own, by what they attack (`tests/cases/hostile`), and those beside the checkout."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

CASES = Path(__file__).parent / "cases" / "hostile"


def own() -> list[str]:
    """Our own: each line of a `.txt` file is one, each string of a `.json` file."""
    found: list[str] = []
    for path in sorted(CASES.iterdir()):
        found += read(path)
    return found


def read(path: Path) -> list[str]:
    """The strings of one file, without those that are blank."""
    content = path.read_text(encoding="utf-8", errors="replace")
    return [each for each in (_strings(json.loads(content)) if path.suffix == ".json" else content.split("\n")) if each.strip()]


def _strings(value: object) -> Iterator[str]:
    """Every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
