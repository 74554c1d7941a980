"""The text as the date rules see it: pieces in reading order, the lead among them, and where a word stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.dates.lexicon import EAST_ASIAN
from generator.model import CleanText
from generator.text.fold import folded_of
from generator.text.lazy import lazy

META_RULES = frozenset({"date-line", "byline", "dateline", "source-line"})
"""Cleaning rules whose removals tell who wrote a text, where and when."""
STAMPED_RULES = frozenset({"counter", "stray", "share", "navigation", "site-name"})
"""Cleaning rules whose removals may be a date with little beside it."""
_ENDS = re.compile(r"[.!?؟۔。！？।։።…][»”\"')\]]*\s*$")
_BREAK = re.compile(
    r"[.!?؟۔।։።](?:(?<=[^\W\d_]{3}.)|(?<=\d{3}.)|(?<=[)\]»”\"'].))[.!?؟۔]*[»”\"')\]]*\s+(?=\S)|\.(?<=[가-힣].)(?=\S)|[。！？]+"
)
"""The end of a sentence: no initial, abbreviation or ordinal before its stop, and something after it."""
_META_LENGTH = 160
_HEAD = 700
"""How many characters of a block the rules about its head look at."""
_SHORT_LINE = 100
_MAX_LEADS = 8


@dataclass(frozen=True)
class Piece:
    """A stretch of the seed's text: `rule` is the removal's, or `None` for a block of the article."""

    text: str
    start: int
    end: int
    rule: str | None = None

    @property
    def words(self) -> str:
        """The stretch as written."""
        return self.text[self.start : self.end]

    @lazy
    def folded(self) -> str:
        """The stretch folded."""
        whole = folded_of(self.text)
        first, last = whole.within(self.start, self.end)
        return whole.folded[first:last]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span in the seed's text of a stretch of `folded`, blanks at its edges left out."""
        whole = folded_of(self.text)
        begin, _ = whole.within(self.start, self.end)
        first, last = whole.offsets[begin + start], whole.offsets[begin + end - 1] + 1
        while first < last and self.text[first].isspace():
            first += 1
        while last > first and self.text[last - 1].isspace():
            last -= 1
        return first, last

    @lazy
    def breaks(self) -> tuple[int, ...]:
        """Where in `folded` a sentence begins after another one."""
        return tuple(found.end() for found in _BREAK.finditer(self.folded))

    def sentence(self, offset: int) -> int:
        """The number of the sentence, from 0, in which an offset into `folded` stands."""
        return sum(1 for each in self.breaks if each <= offset)

    @property
    def letters(self) -> int:
        """How many letters its head has."""
        return sum(map(str.isalpha, self.words[:_HEAD]))

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does or holds several."""
        return bool(_ENDS.search(self.words[-40:])) or bool(_BREAK.search(self.words[:_HEAD]))


def pieces_of(clean: CleanText) -> tuple[Piece, ...]:
    """Blocks and short removals in the order of the text; markup and long removals left out."""
    text = clean.text
    found = [Piece(text, removal.start, removal.end, removal.rule) for removal in clean.removed if _counts(removal.rule, removal.text)]
    for block in clean.blocks:
        spans = tuple(block.all_spans())
        if spans and block.kind not in ("list", "table"):
            found.append(Piece(text, spans[0][0], spans[-1][1]))
    return tuple(sorted(found, key=lambda piece: piece.start))


def _counts(rule: str, text: str) -> bool:
    return rule not in ("markup", "control") and len(text) <= _META_LENGTH and any(map(str.isdigit, text))


def lead_of(pieces: tuple[Piece, ...], code: str) -> tuple[Piece, ...]:
    """The article's first blocks up to and including its first running sentence; a short one takes the next with it."""
    least = 25 if code.split("-")[0] in EAST_ASIAN else 60
    leads: list[Piece] = []
    for piece in pieces:
        if piece.rule is not None:
            continue
        leads.append(Piece(piece.text, piece.start, min(piece.end, piece.start + _HEAD)))
        if (piece.is_sentence and piece.letters >= 1.5 * least and (len(leads) == 1 or piece.letters >= least)) or len(leads) >= _MAX_LEADS:
            break
    return tuple(leads)


def is_short(piece: Piece) -> bool:
    """Whether a piece is a line by itself rather than running text."""
    return len(piece.words) <= _SHORT_LINE
