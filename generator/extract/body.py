"""The article's words folded for matching, with the way back to the seed's own text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

from generator.model import CleanText, Evidence, Span
from generator.text.fold import fold_with_offsets

# A word of any script (vowel signs of South and South-East Asian scripts included), or the end of a sentence.
_WORD = re.compile(r"[^\W_][\w\u0900-\u0963\u0966-\u109f]*|[.!?;؟؛۔।。！？\n]")
STOPS = frozenset(".!?;؟؛۔।。！？\n")
_BLANK = re.compile(r"[ \t\u00a0\u3000]+")


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """Folded text of the blocks, one line a block; `offsets` leads each folded character back.

    `starts` are the folded offsets at which blocks begin, `ends` their offsets in the seed's text.
    """

    text: str
    folded: str
    offsets: tuple[int, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The span in the seed's text of a span of the folded one, with the marks of its last letter."""
        last = self.offsets[end - 1] + 1
        while last < len(self.text) and combining(self.text[last]):
            last += 1
        return self.offsets[start], last

    def evidence(self, start: int, end: int) -> Evidence:
        """The words of a folded span as they stand in the seed."""
        first, last = self.span(start, end)
        return Evidence(start=first, end=last, quote=self.text[first:last])


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a folded body and the ends of its sentences, with their folded spans."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


@lru_cache(maxsize=8)
def fold_body(clean: CleanText) -> Body:
    """The blocks of a clean text, folded; removed parts are absent."""
    folded: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    for block in clean.blocks:
        starts.append(len(offsets))
        for start, end in block.all_spans():
            part, places = fold_with_offsets(clean.text[start:end])
            folded.append(part)
            offsets.extend([start + place for place in places[:-1]])
            folded.append("\n" if block.rows or block.items else " ")
            offsets.append(end - 1)
        folded.append("\n")
        offsets.append(offsets[-1] if offsets else 0)
    return Body(clean.text, "".join(folded), tuple(offsets), tuple(starts))


@lru_cache(maxsize=8)
def words_of(body: Body) -> Words:
    """The words and sentence ends (members of `STOPS`) of a body, in order."""
    spans = tuple(match.span() for match in _WORD.finditer(body.folded))
    return Words(tuple(body.folded[start:end] for start, end in spans), spans)


@lru_cache(maxsize=8)
def without_blanks(body: Body) -> tuple[str, tuple[int, ...]]:
    """The folded text without blanks, for scripts that do not divide words, and its places in `folded`."""
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    for blank in _BLANK.finditer(body.folded):
        pieces.append(body.folded[position : blank.start()])
        places.extend(range(position, blank.start()))
        position = blank.end()
    pieces.append(body.folded[position:])
    places.extend(range(position, len(body.folded)))
    return "".join(pieces), tuple(places)
