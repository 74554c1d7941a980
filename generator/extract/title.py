"""The title line of a text, where it has one.

A title stands before the running text, alone on its line, and the text tells it again in other
words. What starts straight with its first sentence has none; then one is devised later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from generator.curated import Curated
from generator.extract.dates.lexicon import Lexicon, lexicon
from generator.extract.dates.scan import scan
from generator.extract.headline import DENSE, LONGEST, Line, trimmed, without_decoration
from generator.model import Block, CleanText, Evidence, Found, Language
from generator.text.fold import fold

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")

_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\W*$")

_LONGEST_SENTENCE = 90
_LOOKED_AT = 8
_RETOLD = 0.5
_RETOLD_LITTLE = 0.34
_RETOLD_INTRODUCTION = 0.75
_BODY = 1000
_STAMP = 22
"""Letters beside a date that a line has at most when it says no more than where and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFound:
    """The title and the number of the block that carries it."""

    found: Found[str]
    block: int


def find_title(clean: CleanText, language: Language, curated: Curated) -> TitleFound | None:
    """The title line, or `None` where the text starts straight with its first sentence."""
    words = lexicon(language.code, curated.language(language.code).calendar)
    lines = tuple(_lines(clean))
    for line, rule, confidence in _ranked(lines, clean, words):
        cut = without_decoration(line, clean.text, words, curated.sources)
        if _is_wordy(cut):
            quote = clean.text[cut.start : cut.end]
            evidence = (Evidence(start=cut.start, end=cut.end, quote=quote),)
            return TitleFound(
                found=Found(value=quote, basis="inferred", rule=rule, confidence=confidence, evidence=evidence), block=cut.block
            )
    return None


def mark_title(blocks: tuple[Block, ...], index: int) -> tuple[Block, ...]:
    """The blocks with the one at `index` as the title, a heading of the first level."""
    return tuple(replace(block, role="title") if number == index else block for number, block in enumerate(blocks))


def _lines(clean: CleanText) -> Iterator[Line]:
    """The first blocks that are one stretch of text."""
    for number, block in enumerate(clean.blocks[: 2 * _LOOKED_AT]):
        spans = tuple(block.all_spans())
        if block.kind in ("heading", "paragraph") and spans:
            yield trimmed(Line(block=number, start=spans[0][0], end=spans[-1][1], words="", heading=block.kind == "heading"), clean.text)


def _ranked(lines: tuple[Line, ...], clean: CleanText, words: Lexicon) -> Iterator[tuple[Line, str, float]]:
    """The lines that may be the title with rule and confidence, the likeliest first."""
    heads = tuple(_heads(lines, words))
    taken = {line.block for line in heads}
    body = _stems(" ".join(line.words[:_BODY] for line in lines if line.block not in taken)[:_BODY]) if heads else frozenset()
    again = tuple(removal.text.strip() for removal in clean.removed if removal.rule == "repeated-title")
    yield from ((_again(line, again, clean.text), "repeated-line", 0.95) for line in heads if _is_again(line, again))
    if len(heads) > 1:
        yield from ((line, "first-line-retold", 0.85) for line in heads if _retold(line.words, body) >= _RETOLD_LITTLE)
    yield from ((line, "first-line", 0.8) for line in heads if not line.ends or _retold(line.words, body) >= _RETOLD)
    if not heads:
        yield from _after_introduction(lines)


def _is_again(line: Line, again: tuple[str, ...]) -> bool:
    """Whether one of the lines that were taken out as repeated says the same, or more, or less."""
    key = _key(line.words)
    return any(key in _key(other) or _key(other) in key for other in again)


def _again(line: Line, again: tuple[str, ...], text: str) -> Line:
    """The line without what stands before the words that were repeated (a menu's word fused to the title)."""
    for other in again:
        before = line.words.removesuffix(other)
        if before != line.words and len(_WORD.findall(before)) <= 2 and not DENSE.search(before):
            return trimmed(replace(line, start=line.end - len(other)), text)
    return line


def _key(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _heads(lines: tuple[Line, ...], words: Lexicon) -> Iterator[Line]:
    """The title-like lines before the running text."""
    for position, line in enumerate(lines[:_LOOKED_AT]):
        following = lines[position + 1].letters if position + 1 < len(lines) else 0
        if _is_running(line, following, words) or (line.ends and position > 0):
            return
        if _is_wordy(line) and not _is_stamp(line, words):
            yield line


def _is_running(line: Line, following: int, words: Lexicon) -> bool:
    """Whether a line belongs to the running text: long, several sentences, or a statement that is no headline."""
    if len(line.words) > LONGEST or line.sentences > 2 or (line.sentences > 1 and line.ends):
        return True
    if len(line.words) > _LONGEST_SENTENCE and words.today.search(fold(line.words)):
        return True
    if not line.ends:
        return not line.heading and line.letters > 60 and following == 0
    short = len(line.words) <= _LONGEST_SENTENCE and following > 1.2 * line.letters
    return not short or bool(words.weekday.search(fold(line.words)) or _dated(line.words, words))


def _dated(text: str, words: Lexicon) -> bool:
    return any(hit.day is not None for hit in scan(fold(text), words)) if any(map(str.isdigit, text)) else False


def _is_wordy(line: Line) -> bool:
    """Whether a line says enough to be a title: three words, or half a dozen signs of a dense script."""
    enough = len(_WORD.findall(line.words[:LONGEST])) >= 3 or len(DENSE.findall(line.words[:LONGEST])) >= 6
    return enough and line.letters >= 10 and len(line.words) <= LONGEST


def _is_stamp(line: Line, words: Lexicon) -> bool:
    """Whether a line is little more than a place or a name and a day."""
    if not any(map(str.isdigit, line.words)):
        return False
    if _TIME.search(line.words) and len(line.words) <= 2 * _STAMP:
        return True
    if DENSE.search(line.words):
        return False
    folded = fold(line.words)
    days = [hit for hit in scan(folded, words) if hit.day is not None and hit.month is not None]
    return any(sum(map(str.isalpha, folded[: hit.start] + folded[hit.end :])) <= _STAMP for hit in days)


def _after_introduction(lines: tuple[Line, ...]) -> Iterator[tuple[Line, str, float]]:
    """A heading right after one introductory paragraph that it sums up; other headings there open a section."""
    if len(lines) < 3 or not lines[1].heading or lines[1].ends or lines[0].heading or len(_WORD.findall(lines[1].words)) < 5:
        return
    if _retold(lines[1].words, _stems(lines[0].words)) >= _RETOLD_INTRODUCTION:
        yield lines[1], "heading-after-introduction", 0.6


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text; of dense scripts, pairs of signs."""
    stems: set[str] = set()
    for word in _WORD.findall(fold(text)):
        if DENSE.match(word):
            stems.update(word[index : index + 2] for index in range(max(1, len(word) - 1)))
        elif len(word) > 3:
            stems.add(word[:5])
    return frozenset(stems)


def _retold(title: str, body: frozenset[str]) -> float:
    """The share of a title's words that the text takes up again (0–1)."""
    own = _stems(title)
    return len(own & body) / len(own) if own else 0.0
