"""A clean text without a cleaner: one paragraph a line, nothing removed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.model import Block, CleanText, Language

CASES = Path(__file__).parent.parent / "cases"


def plain(text: str) -> CleanText:
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", direction="ltr", spans=((start, start + len(line)),)))
        start += len(line) + 1
    return CleanText(text=text, blocks=tuple(blocks), removed=())


def language(code: str) -> Language:
    return Language(code=code, script="Zyyy", direction="ltr", confidence=1.0)


def cases(room: str, name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / room / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded
