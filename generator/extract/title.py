"""The title line of a text, where it has one.

A title stands before the running text, alone on its line, and the text tells it again in other
words. What starts straight with its first sentence has none; then one is devised later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from generator.curated import Curated
from generator.curated.sources import SourceData
from generator.extract.dates.lexicon import Lexicon, lexicon
from generator.extract.dates.scan import scan
from generator.model import Block, CleanText, Evidence, Found, Language
from generator.text.fold import fold, fold_with_offsets

_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_STOP = regex.compile(r"[.!?؟。！？।…۔]+[\s»”\"')\]]*$")
_QUESTION = regex.compile(r"[?!؟！？…][\s»”\"')\]]*$")
_INNER_STOP = regex.compile(r"(?<=\p{L}{3}|\d\s?)[.!?؟。！？।۔][»”\"')\]]*(?:\s+(?=[\p{Lu}\p{Lo}«“\"])|(?<=[。！？])(?=.))")
_EDGE = regex.compile(r"^[\s\p{So}\p{Sk}\p{M}\u200d\ufe0f#*•●▪►▶◆■–—-]+|[\s\p{So}\u200d\ufe0f*•|–—-]+$")
_LABEL = regex.compile(
    r"(?i)^(?:title|headline|titre|título|titel|titolo|tytuł|başlık|заголовок|العنوان|عنوان|标题|標題|タイトル|제목)\s*[:：]\s*"
)
_TAIL = regex.compile(r"(?:\s+[-–—|·•»:]+\s+|\s*[|»]\s*)(?=[^|»]+$)")
_HOST = regex.compile(r"(?i)^(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/?$")
_CLOCK = re.compile(r"^[\s,|/()–—-]*(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]m)?)?[\s,|/()–—:.-]*$")

_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\W*$")

_LONGEST = 220
_LONGEST_SENTENCE = 90
_LOOKED_AT = 8
_RETOLD = 0.5
_RETOLD_INTRODUCTION = 0.75
_BODY = 1000
_STAMP = 22
"""Letters beside a date that a line has at most when it says no more than where and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFound:
    """The title and the number of the block that carries it."""

    found: Found[str]
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A block as the rules see it: its number, its span without decoration, its words."""

    block: int
    start: int
    end: int
    words: str
    heading: bool

    @property
    def letters(self) -> int:
        """Its weight in letters; a sign of a dense script counts for three."""
        head = self.words[: 2 * _LONGEST]
        return sum(map(str.isalpha, head)) + 2 * len(_DENSE.findall(head))

    @property
    def sentences(self) -> int:
        """How many sentences it holds, at least one."""
        return 1 + len(_INNER_STOP.findall(self.words))

    @property
    def ends(self) -> bool:
        """Whether it ends as a statement does."""
        return bool(_STOP.search(self.words)) and not _QUESTION.search(self.words)


def find_title(clean: CleanText, language: Language, curated: Curated) -> TitleFound | None:
    """The title line, or `None` where the text starts straight with its first sentence."""
    words = lexicon(language.code, curated.language(language.code).calendar)
    lines = tuple(_lines(clean))
    for line, rule, confidence in _ranked(lines, clean, words):
        cut = _without_decoration(line, clean.text, words, curated.sources)
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


def _lines(clean: CleanText) -> Iterator[_Line]:
    """The first blocks that are one stretch of text."""
    for number, block in enumerate(clean.blocks[: 2 * _LOOKED_AT]):
        spans = tuple(block.all_spans())
        if block.kind in ("heading", "paragraph") and spans:
            yield _trimmed(_Line(block=number, start=spans[0][0], end=spans[-1][1], words="", heading=block.kind == "heading"), clean.text)


def _trimmed(line: _Line, text: str) -> _Line:
    """The line without signs and blanks at its ends."""
    start, end = line.start, line.end
    words = text[start:end]
    lead = _EDGE.match(words)
    start += lead.end() if lead and lead.start() == 0 else 0
    tail = _EDGE.search(text[start:end], max(0, end - start - 12))
    end = start + tail.start() if tail and start + tail.end() == end and tail.start() > 0 else end
    return replace(line, start=start, end=end, words=text[start:end])


def _ranked(lines: tuple[_Line, ...], clean: CleanText, words: Lexicon) -> Iterator[tuple[_Line, str, float]]:
    """The lines that may be the title with rule and confidence, the likeliest first."""
    heads = tuple(_heads(lines, words))
    taken = {line.block for line in heads}
    body = _stems(" ".join(line.words[:_BODY] for line in lines if line.block not in taken)[:_BODY]) if heads else frozenset()
    again = tuple(removal.text.strip() for removal in clean.removed if removal.rule == "repeated-title")
    yield from ((_again(line, again, clean.text), "repeated-line", 0.95) for line in heads if _is_again(line, again))
    if len(heads) > 1:
        yield from ((line, "first-line-retold", 0.85) for line in heads if _retold(line.words, body) >= _RETOLD)
    yield from ((line, "first-line", 0.8) for line in heads if not line.ends or _retold(line.words, body) >= _RETOLD)
    if not heads:
        yield from _after_introduction(lines)


def _is_again(line: _Line, again: tuple[str, ...]) -> bool:
    """Whether one of the lines that were taken out as repeated says the same, or more, or less."""
    key = _key(line.words)
    return any(key in _key(other) or _key(other) in key for other in again)


def _again(line: _Line, again: tuple[str, ...], text: str) -> _Line:
    """The line without what stands before the words that were repeated (a menu's word fused to the title)."""
    ending = next((other for other in again if len(other) < len(line.words) and line.words.endswith(other)), None)
    return line if ending is None else _trimmed(replace(line, start=line.end - len(ending)), text)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _heads(lines: tuple[_Line, ...], words: Lexicon) -> Iterator[_Line]:
    """The title-like lines before the running text."""
    for position, line in enumerate(lines[:_LOOKED_AT]):
        following = lines[position + 1].letters if position + 1 < len(lines) else 0
        if _is_running(line, following, words):
            return
        if _is_wordy(line) and not _is_stamp(line, words):
            yield line


def _is_running(line: _Line, following: int, words: Lexicon) -> bool:
    """Whether a line belongs to the running text: long, several sentences, or a statement that is no headline."""
    if len(line.words) > _LONGEST or line.sentences > 2 or (line.sentences > 1 and line.ends):
        return True
    if not line.ends:
        return not line.heading and line.letters > 60 and following == 0
    short = len(line.words) <= _LONGEST_SENTENCE and following > 1.2 * line.letters
    return not short or bool(words.weekday.search(fold(line.words)) or _dated(line.words, words))


def _dated(text: str, words: Lexicon) -> bool:
    return any(hit.day is not None for hit in scan(fold(text), words)) if any(map(str.isdigit, text)) else False


def _is_wordy(line: _Line) -> bool:
    """Whether a line says enough to be a title: three words, or half a dozen signs of a dense script."""
    enough = len(_WORD.findall(line.words[:_LONGEST])) >= 3 or len(_DENSE.findall(line.words[:_LONGEST])) >= 6
    return enough and line.letters >= 10 and len(line.words) <= _LONGEST


def _is_stamp(line: _Line, words: Lexicon) -> bool:
    """Whether a line is little more than a place or a name and a day."""
    if not any(map(str.isdigit, line.words)):
        return False
    if _TIME.search(line.words) and len(line.words) <= 2 * _STAMP:
        return True
    if _DENSE.search(line.words):
        return False
    folded = fold(line.words)
    days = [hit for hit in scan(folded, words) if hit.day is not None and hit.month is not None]
    return any(sum(map(str.isalpha, folded[: hit.start] + folded[hit.end :])) <= _STAMP for hit in days)


def _after_introduction(lines: tuple[_Line, ...]) -> Iterator[tuple[_Line, str, float]]:
    """A heading right after one introductory paragraph that it sums up; other headings there open a section."""
    if len(lines) < 3 or not lines[1].heading or lines[1].ends or lines[0].heading or len(_WORD.findall(lines[1].words)) < 5:
        return
    if _retold(lines[1].words, _stems(lines[0].words)) >= _RETOLD_INTRODUCTION:
        yield lines[1], "heading-after-introduction", 0.6


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text; of dense scripts, pairs of signs."""
    stems: set[str] = set()
    for word in _WORD.findall(fold(text)):
        if _DENSE.match(word):
            stems.update(word[index : index + 2] for index in range(max(1, len(word) - 1)))
        elif len(word) > 3:
            stems.add(word[:5])
    return frozenset(stems)


def _retold(title: str, body: frozenset[str]) -> float:
    """The share of a title's words that the text takes up again (0–1)."""
    own = _stems(title)
    return len(own & body) / len(own) if own else 0.0


@lru_cache(maxsize=4)
def _source_names(sources: tuple[SourceData, ...]) -> frozenset[str]:
    """Names and hosts of the outlets, folded."""
    return frozenset(fold(name) for source in sources for name in (*source.names, *source.hosts))


def _without_decoration(line: _Line, text: str, words: Lexicon, sources: tuple[SourceData, ...]) -> _Line:
    """The line without a label before it, the site's name behind it, and a date at either end."""
    label = _LABEL.match(line.words)
    if label:
        line = _trimmed(replace(line, start=line.start + label.end()), text)
    tail = _TAIL.search(line.words)
    if tail and tail.start() > 8 and _is_site(line.words[tail.end() :], sources, "|" in tail.group() or "»" in tail.group()):
        line = _trimmed(replace(line, end=line.start + tail.start()), text)
    return _trimmed(_undated(line, words), text) if any(map(str.isdigit, line.words)) else line


def _is_site(tail: str, sources: tuple[SourceData, ...], bar: bool) -> bool:
    """Whether what stands behind a separator is the name of a site."""
    name = tail.strip()
    return bool(_HOST.match(name)) or (bar and len(name.split()) <= 4) or fold(name) in _source_names(sources)


def _undated(line: _Line, words: Lexicon) -> _Line:
    """The line without a full date that stands apart at its beginning or its end."""
    folded, offsets = fold_with_offsets(line.words)
    for hit in scan(folded, words):
        if hit.year is None or hit.day is None:
            continue
        separated = re.match(r"\s*[,|/)–—:-]|\s+\d{1,2}:\d\d", folded[hit.end :]) or hit.rule == "digits"
        if not folded[: hit.start].strip("[( ") and separated:
            clock = re.match(r"[\s,|/()\]–—:.-]*(?:\d{1,2}[:.]\d\d)?[\s,|/()\]–—:.-]*", folded[hit.end :])
            return replace(line, start=line.start + offsets[hit.end + (clock.end() if clock else 0)])
        if _CLOCK.match(folded[hit.end :]) and re.search(r"[,|/(–—-]\s*$", folded[: hit.start]):
            return replace(line, end=line.start + offsets[len(folded[: hit.start].rstrip(" ,|/(–—-"))])
    return line
