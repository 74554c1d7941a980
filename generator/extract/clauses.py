"""The sentence and the clause around a figure."""

from __future__ import annotations

import re

from generator.extract.body import Body

_EAST = "\u0e00-\u0e7f\u3000-\u9fff\uac00-\ud7a3"  # scripts that put no blank after a stop
_CLAUSE_END = re.compile(rf"[.,!?;:](?=[\s{_EAST}])|[،؛。、\n()«»“”\"]")
_SENTENCE_END = re.compile(rf"[.!?](?=[\s{_EAST}])|[؟۔。\n]")
_SENTENCE = 300  # folded characters on each side that are looked at
_CLAUSE = 70
_CLAUSE_LETTERS = 20  # the same for scripts without blanks


def sentence_around(folded: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds a span of folded text, at most 300 characters each way."""
    return _around(folded, start, end, _SENTENCE_END, _SENTENCE)


def clause_around(body: Body, start: int, end: int, blanks: bool) -> str:
    """The clause around a folded span as written, white space folded, cut between words."""
    folded = body.folded
    first, last = _around(folded, start, end, _CLAUSE_END, _CLAUSE if blanks else _CLAUSE_LETTERS)
    if blanks:
        while first < start and first > 0 and folded[first - 1].isalnum() and folded[first].isalnum():
            first += 1
        while last > end and last < len(folded) and folded[last - 1].isalnum() and folded[last].isalnum():
            last -= 1
    return " ".join(body.evidence(first, last).quote.split())


def _around(folded: str, start: int, end: int, stop: re.Pattern[str], most: int) -> tuple[int, int]:
    """The stretch around a span up to the nearest stops, at most `most` characters each way."""
    low, high = max(0, start - most), min(len(folded), end + most)
    first = max((match.end() for match in stop.finditer(folded, low, start)), default=low)
    last = stop.search(folded, end, high)
    return first, last.start() if last else high
