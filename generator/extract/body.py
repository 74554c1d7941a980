"""The article's words folded for matching, with the way back to the seed's own text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

from generator.model import CleanText, Evidence, Span
from generator.text.fold import folded_of
from generator.text.same import Same

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
    offsets: Sequence[int]
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

    words: Sequence[str]
    spans: Sequence[Span]


def fold_body(clean: CleanText) -> Body:
    """The blocks of a clean text, folded; removed parts are absent."""
    return _fold_body(Same(clean))


@lru_cache(maxsize=4)
def _fold_body(held: Same[CleanText]) -> Body:
    whole = folded_of(held.value.text)
    folded: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    for block in held.value.blocks:
        starts.append(len(offsets))
        for start, end in block.all_spans():
            first, last = whole.within(start, end)
            folded += (whole.folded[first:last], "\n" if block.rows or block.items else " ")
            offsets += whole.offsets[first:last]
            offsets.append(end - 1)
        folded.append("\n")
        offsets.append(offsets[-1] if offsets else 0)
    return Body(whole.text, "".join(folded), offsets, tuple(starts))


@lru_cache(maxsize=4)
def words_of(body: Body) -> Words:
    """The words and sentence ends (members of `STOPS`) of a body, in order."""
    found = list(_WORD.finditer(body.folded))
    return Words([match[0] for match in found], [match.span() for match in found])


@lru_cache(maxsize=4)
def without_blanks(body: Body) -> tuple[str, Sequence[int]]:
    """The folded text without blanks, for scripts that do not divide words, and its places in `folded`."""
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    for blank in _BLANK.finditer(body.folded):
        pieces.append(body.folded[position : blank.start()])
        places += range(position, blank.start())
        position = blank.end()
    pieces.append(body.folded[position:])
    places += range(position, len(body.folded))
    return "".join(pieces), places
