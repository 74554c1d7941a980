"""Readable cases: lists of mappings in `tests/cases/ROOM/NAME.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent.parent / "cases"


def cases(room: str, name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / room / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded
