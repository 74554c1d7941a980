"""A line that may be a title: its weight and shape, and what stands at its edges without belonging to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from generator.curated.sources import SourceData
from generator.extract.dates.lexicon import Lexicon
from generator.extract.dates.scan import scan
from generator.text.fold import fold, fold_with_offsets

LONGEST = 220
"""The most characters a title has."""
DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_STOP = regex.compile(r"[.!?؟。！？।…۔։።]+[\s»”\"')\]]*$")
_QUESTION = regex.compile(r"[?!؟！？…][\s»”\"')\]]*$")
_INNER_STOP = regex.compile(r"(?<=\p{L}{3}|\d\s?)[.!?؟。！？।۔։።][»”\"')\]]*(?:\s+(?=[\p{Lu}\p{Lo}«“\"])|(?<=[。！？])(?=.))")
_EDGE = regex.compile(r"^[\s\p{So}\p{Sk}\p{M}\u200d\ufe0f#*•●▪►▶◆■–—-]+|[\s\p{So}\u200d\ufe0f*•|–—-]+$")
_LABEL = regex.compile(
    r"(?i)^(?:title|headline|titre|título|titel|titolo|tytuł|başlık|заголовок|العنوان|عنوان|标题|標題|タイトル|제목)\s*[:：]\s*"
)
_TAIL = regex.compile(r"(?:\s+[-–—|·•»:]+\s+|\s*[|»]\s*)(?=[^|»]+$)")
_HOST = regex.compile(r"(?i)^(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/?$")
_CLOCK = re.compile(r"^[\s,|/()–—-]*(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]m)?)?[\s,|/()–—:.-]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block as the rules see it: its number, its span without decoration, its words."""

    block: int
    start: int
    end: int
    words: str
    heading: bool

    @property
    def letters(self) -> int:
        """Its weight in letters; a sign of a dense script counts for three."""
        head = self.words[: 2 * LONGEST]
        return sum(map(str.isalpha, head)) + 2 * len(DENSE.findall(head))

    @property
    def sentences(self) -> int:
        """How many sentences it holds, at least one."""
        return 1 + len(_INNER_STOP.findall(self.words))

    @property
    def ends(self) -> bool:
        """Whether it ends as a statement does."""
        return bool(_STOP.search(self.words)) and not _QUESTION.search(self.words)


def trimmed(line: Line, text: str) -> Line:
    """The line without signs and blanks at its ends."""
    start, end = line.start, line.end
    words = text[start:end]
    lead = _EDGE.match(words)
    start += lead.end() if lead and lead.start() == 0 else 0
    tail = _EDGE.search(text[start:end], max(0, end - start - 12))
    end = start + tail.start() if tail and start + tail.end() == end and tail.start() > 0 else end
    return replace(line, start=start, end=end, words=text[start:end])


@lru_cache(maxsize=4)
def _source_names(sources: tuple[SourceData, ...]) -> frozenset[str]:
    """Names and hosts of the outlets, folded."""
    return frozenset(fold(name) for source in sources for name in (*source.names, *source.hosts))


def without_decoration(line: Line, text: str, words: Lexicon, sources: tuple[SourceData, ...]) -> Line:
    """The line without a label before it, the site's name behind it, and a date at either end."""
    label = _LABEL.match(line.words)
    if label:
        line = trimmed(replace(line, start=line.start + label.end()), text)
    tail = _TAIL.search(line.words)
    if tail and tail.start() > 8 and _is_site(line.words[tail.end() :], sources, "|" in tail.group() or "»" in tail.group()):
        line = trimmed(replace(line, end=line.start + tail.start()), text)
    return trimmed(_undated(line, words), text) if any(map(str.isdigit, line.words)) else line


def _is_site(tail: str, sources: tuple[SourceData, ...], bar: bool) -> bool:
    """Whether what stands behind a separator is the name of a site."""
    name = tail.strip()
    return bool(_HOST.match(name)) or (bar and len(name.split()) <= 4) or fold(name) in _source_names(sources)


def _undated(line: Line, words: Lexicon) -> Line:
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
