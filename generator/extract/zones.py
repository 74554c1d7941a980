"""How much words count by where they stand: title, lead, first and second block, the rest."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.extract.body import Body
from generator.model import Found

TITLE, LEAD, FIRST, SECOND, LATER = 3.0, 2.0, 1.2, 0.7, 0.3
LEAD_LETTERS = 350  # a lead is a sentence, but no longer than this
_SENTENCE_END = re.compile(r"[.!?؟۔।。](?=[\s\"'”»）)\u0e00-\u0e7f\u3000-\u9fff\uac00-\ud7a3])|\n")
HEADLINE_LETTERS = 120
_FEW = 12  # folded characters that a sentence has at least; less is a heading's rest or an abbreviation

Zones = tuple[tuple[int, float], ...]


def zones_of(body: Body, title: Found[str] | None) -> Zones:
    """Pairs of (end in the folded text, worth), ascending; the last one reaches past the end."""
    after_title = _end_of_title(body, title)
    if after_title is None:  # no line is the title: the first sentence stands for it
        begin = _content(body, 0)
        after_title = _sentence(body.folded, begin)
    else:
        begin = after_title
    short = after_title - begin <= HEADLINE_LETTERS  # a long first sentence is title and lead in one
    lead = _sentence(body.folded, _content(body, after_title)) if short else after_title
    blocks = [place for place in (*body.starts, len(body.folded)) if place >= lead]
    zones = [(after_title, TITLE), (lead, LEAD)]
    for place, value in zip(blocks[:2], (FIRST, SECOND), strict=False):
        zones.append((place, value))
    zones.append((len(body.folded) + 1, LATER))
    return tuple(zones)


def _end_of_title(body: Body, title: Found[str] | None) -> int | None:
    """Where the title's words end in the folded text, when they stand near its beginning."""
    if title is None or not title.evidence:
        return None
    last = max(evidence.end for evidence in title.evidence)
    end = bisect_left(body.offsets, last)
    return end if end > 0 and min(e.start for e in title.evidence) >= body.offsets[0] else None


def _content(body: Body, place: int) -> int:
    """The next place that is no blank."""
    while place < len(body.folded) and body.folded[place].isspace():
        place += 1
    return place


def _sentence(folded: str, start: int) -> int:
    """The end of the sentence that begins at `start`, at most `LEAD_LETTERS` on."""
    limit = min(len(folded), start + LEAD_LETTERS)
    for match in _SENTENCE_END.finditer(folded, start + _FEW, limit):
        return match.end()
    return limit
