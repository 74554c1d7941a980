"""When a text was published: date lines, bylines, datelines, the date in its own address, "of the current month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.curated.calendar import Calendar
from generator.extract.dates.lexicon import EAST_ASIAN, Lexicon, lexicon
from generator.extract.dates.pieces import META_RULES, STAMPED_RULES, Piece, is_short
from generator.extract.dates.scan import Hit, scan
from generator.text.edtf import days_in_month

_ENGLISH = lexicon("en", Calendar())
"""Pages of every language may carry the software's English date."""
_VOWEL_SIGNS = re.compile("[\u0640\u064b-\u0652]+")
_REST = 40
"""How many letters a line may have beside its date, to be a line about the text rather than of it."""
_STAMP = 8
"""How far into its block a day in digits stands at most, to be a stamp before the text."""
_DATELINE = re.compile(r"[^.!?؟。:]{0,50}$")
_AFTER_DATELINE = re.compile(
    r"^[^\W\d_]{0,6}\.?,?\s*(?:\d{4}\.?)?\s*(?:г\.?|года)?\s*"
    r"(?:[(/（-]|-{1,2}|电|電|[.,]?\s?[/(][^/()]{2,30}[/)]|\.\s+[^.]{2,25}\.?\s[-/]|\))"
)
_EAST_ASIAN_DATELINE = re.compile(r"^[电電]")
_ADDRESS = re.compile(r"https?://[^\s()\[\]<>\"']*?/(20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.?]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date with the piece it stands in and how sure it is."""

    hit: Hit
    piece: Piece
    rule: str
    confidence: float

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the seed's text."""
        return self.piece.place(self.hit.start, self.hit.end)


def find_published(lines: tuple[Dated, ...], pieces: tuple[Piece, ...], leads: tuple[Piece, ...], words: Lexicon) -> Dated | None:
    """The best of what says when the text was published, `lines` being its date lines; `None` where nothing does.

    Of several date lines before the text the last counts: a page's head often shows the day of the visit.
    """
    before = [dated for dated in lines if not leads or dated.piece.start <= leads[-1].start]
    later = [dated for dated in lines if dated not in before]
    if before:
        return max(before, key=lambda dated: (dated.confidence, dated.piece.start))
    dateline = next(_datelines(leads, words), None)
    if dateline is not None and dateline.hit.year is not None:
        return dateline
    if len({dated.hit.edtf for dated in later}) == 1:
        return later[0]
    return dateline or _address(leads[0].text if leads else "") or _current(pieces, words)


def date_lines(pieces: tuple[Piece, ...], leads: tuple[Piece, ...], words: Lexicon) -> Iterator[Dated]:
    """Dates of lines that say little else; a later change of the page counts least."""
    for piece in pieces:
        meta = piece.rule in META_RULES
        if (not meta and (not is_short(piece) or piece.rule not in (None, *STAMPED_RULES))) or not any(map(str.isdigit, piece.words)):
            continue
        if "@" in piece.words:  # an embedded message of somebody, with its own date
            continue
        for hit in scan(piece.folded, words) or scan(piece.folded, _ENGLISH):
            if hit.day is None or hit.month is None or hit.last_day is not None or (hit.year is None and piece.rule != "dateline"):
                continue
            if not meta and (_rest(piece, hit) > _REST or piece.is_sentence or piece.letters > 60):
                continue
            updated = bool(words.updated.search(piece.folded[: hit.start]))
            confidence = 0.4 if updated else 0.95 if meta else 0.9
            yield Dated(hit=hit, piece=piece, rule=piece.rule or "date-line", confidence=confidence - 0.2 * (hit.year is None))
            break


def _rest(piece: Piece, hit: Hit) -> int:
    """How many letters stand beside the date."""
    return sum(map(str.isalpha, piece.folded[: hit.start] + piece.folded[hit.end :]))


def _datelines(leads: tuple[Piece, ...], words: Lexicon) -> Iterator[Dated]:
    """A place, a day and an agency before the first sentence of a block."""
    for piece in leads:
        head = piece.folded[:140]
        for hit in scan(head, words):
            if hit.day is None or hit.month is None or hit.last_day is not None:
                continue
            after = _EAST_ASIAN_DATELINE if words.code in EAST_ASIAN else _AFTER_DATELINE
            stamp = hit.rule == "digits" and hit.start <= _STAMP
            if stamp or (hit.start <= 50 and _DATELINE.search(head[: hit.start]) and after.search(head[hit.end :])):
                yield Dated(hit=hit, piece=piece, rule="dateline", confidence=0.9 if hit.year else 0.75)
            break


def _address(text: str) -> Dated | None:
    """The day in the text's own address, where only one day stands in addresses."""
    found = list(_ADDRESS.finditer(text)) if "://" in text else []
    if len({each.groups() for each in found}) != 1:
        return None
    year, month, day = map(int, found[0].groups())
    if day > days_in_month(year, month):
        return None
    piece = Piece(text, found[0].start(), found[0].end(), "link")
    start = len(piece.folded) - (len(found[0].group()) - (found[0].start(1) - found[0].start()))
    hit = Hit(start=start, end=len(piece.folded), rule="address", year=year, month=month, day=day)
    return Dated(hit=hit, piece=piece, rule="address", confidence=0.6)


def _current(pieces: tuple[Piece, ...], words: Lexicon) -> Dated | None:
    """The month of writing, from a day "of the current month"."""
    for piece in pieces if words.calendar.current else ():
        if piece.rule is None and _says_current(piece.words, words) and any(map(str.isdigit, piece.words)):
            for hit in scan(piece.folded, words):
                if hit.month is not None and hit.year is None and words.current.search(piece.folded[hit.end : hit.end + 30]):
                    month = Hit(start=hit.start, end=hit.end, rule="current-month", month=hit.month)
                    return Dated(hit=month, piece=piece, rule="current-month", confidence=0.5)
    return None


def _says_current(text: str, words: Lexicon) -> bool:
    """Whether one of the words for the current month may stand in a text; a quick look before folding it."""
    plain = text if text.isascii() else _VOWEL_SIGNS.sub("", text)
    return any(word in plain for word in words.calendar.current)
