"""Dates of a text: the day of the event and the day of publication, kept apart, with what is doubtful.

Words (`lexicon`), ways of writing (`patterns`), other calendars (`calendars`), dates in a piece of text
(`scan`), the text in pieces (`pieces`); `published` and `happened` choose among what was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.curated import Curated
from generator.extract.dates.happened import contradicts, find_event
from generator.extract.dates.lexicon import Lexicon, lexicon
from generator.extract.dates.pieces import Piece, lead_of, pieces_of
from generator.extract.dates.published import Dated, date_lines, find_published
from generator.extract.dates.scan import scan
from generator.model import CleanText, Evidence, Found, Language

__all__ = ["Dates", "find_dates"]

Doubtful = tuple[str, int, Mapping[str, str]]
_YEAR_REACH = 45
"""Days after a date without year within which a full date elsewhere in the text lends it its year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Event and publication as EDTF; each doubt is a code, an offset into the seed's text, and values."""

    event: Found[str] | None = None
    published: Found[str] | None = None
    doubts: tuple[Doubtful, ...] = ()


def find_dates(clean: CleanText, seed_text: str, language: Language, curated: Curated) -> Dates:
    """When the event of a text happened and when the text was published; `None` for what it does not tell."""
    words = lexicon(language.code, curated.language(language.code).calendar)
    pieces = pieces_of(clean)
    leads = lead_of(pieces, language.code)
    lines = tuple(date_lines(pieces, leads, words))
    published = find_published(lines, pieces, leads, words)
    leads = tuple(piece for piece in leads if all(dated.piece.start != piece.start for dated in lines))
    doubtful: tuple[Doubtful, ...] = ()
    if published is not None and contradicts(leads, published, words):
        doubtful = (("D404", published.span[0], {"value": published.hit.edtf}),)
        published = None
    reading = find_event(leads, published, words)
    event = _with_year(reading.best, pieces, words) if reading.best else None
    return Dates(
        event=_found(event, published, seed_text),
        published=_found(published, None, seed_text),
        doubts=(*doubtful, *_doubts(event, reading.others, published, words)),
    )


def _found(dated: Dated | None, base: Dated | None, text: str) -> Found[str] | None:
    """A date with its words; one that was completed from publication shows those words too."""
    if dated is None:
        return None
    spans = {dated.span}
    hit = dated.hit
    if base is not None and hit.year == base.hit.year is not None and str(hit.year) not in dated.piece.folded[hit.start : hit.end]:
        spans.add(base.span)
    evidence = tuple(Evidence(start=start, end=end, quote=text[start:end]) for start, end in sorted(spans))
    return Found(value=dated.hit.edtf, basis="inferred", rule=dated.rule, confidence=round(dated.confidence, 3), evidence=evidence)


def _with_year(dated: Dated, pieces: tuple[Piece, ...], words: Lexicon) -> Dated:
    """A date without year takes the year of full dates shortly after it, where they agree and none is later."""
    hit = dated.hit
    if hit.year is not None or hit.month is None or hit.day is None:
        return dated
    others = (other for piece in pieces if piece.rule is None for other in scan(piece.folded, words))
    full = [(other.year, other.month, other.day) for other in others if other.year and other.month and other.day]
    years = {year for year, month, day in full if _follows(hit.month, hit.day, year, month, day)}
    if len(years) != 1 or max(full)[0] > max(years):
        return dated
    return replace(dated, hit=hit.in_year(years.pop()), confidence=dated.confidence - 0.15)


def _follows(month: int, day: int, year: int, other_month: int, other_day: int) -> bool:
    """Whether a full date lies shortly after a month and day of its year."""
    try:
        return 0 < (date(year, other_month, other_day) - date(year, month, day)).days <= _YEAR_REACH
    except ValueError:
        return False


def _doubts(event: Dated | None, others: tuple[Dated, ...], published: Dated | None, words: Lexicon) -> Iterator[Doubtful]:
    """What a keeper should look at: swapped digits, a weekday that does not fit, rivals, a missing year."""
    for dated in (event, published):
        if dated is not None and dated.hit.swappable and dated.hit.month and dated.hit.day:
            other = f"{dated.hit.year:04}-{dated.hit.day:02}-{dated.hit.month:02}"
            yield "D400", dated.span[0], {"value": dated.hit.edtf, "other": other}
        if dated is not None:
            yield from _misfit(dated, words)
    if event is not None and others:
        yield "D402", event.span[0], {"value": event.hit.edtf, "others": ", ".join(each.hit.edtf for each in others)}
    if event is not None and event.hit.year is None:
        yield "D403", event.span[0], {"value": event.hit.edtf}


def _misfit(dated: Dated, words: Lexicon) -> Iterator[Doubtful]:
    """A weekday just before a full date that is not the weekday of that day."""
    hit = dated.hit
    if hit.rule in ("weekday", "yesterday", "today"):
        return
    found = list(words.weekday.finditer(dated.piece.folded[max(0, hit.start - 16) : hit.start]))
    if found and hit.year and hit.month and hit.day and not hit.last_day:
        weekday = words.weekdays.get(found[-1]["weekday"])
        if weekday and date(hit.year, hit.month, hit.day).isoweekday() != weekday:
            yield "D401", dated.span[0], {"value": hit.edtf, "weekday": found[-1]["weekday"]}
