"""Texts as the later rooms see them, without reading and cleaning: one paragraph a line."""

from __future__ import annotations

from generator.model import Block, CleanText, Language
from generator.text.bidi import language_direction


def plain(text: str) -> CleanText:
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", direction="ltr", spans=((start, start + len(line)),)))
        start += len(line) + 1
    return CleanText(text=text, blocks=tuple(blocks), removed=())


def language(code: str) -> Language:
    return Language(code=code, script="", direction=language_direction(code), confidence=1.0)
