"""Which of the dates in a text is the day of the event; rather none than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.extract.dates.lexicon import EAST_ASIAN, Lexicon
from generator.extract.dates.pieces import Piece
from generator.extract.dates.published import Dated
from generator.extract.dates.scan import Hit, scan

_WINDOW = {True: 220, False: 520}
"""How far into the lead a date may stand, in East Asian writing and in others, in characters."""
_SENTENCES = 3
_SURENESS = (0.85, 0.72, 0.6)
_NEAR = 60
"""Days between the event and publication, at most."""
_NEAR_ALONE = 12
"""Days between publication and a day that is named without its month."""
_BESIDE = 12
"""Characters between "today" and the date it explains, at most."""
_HEAD = 28
"""A month alone counts only at the head of its sentence: further in, it dates something else."""
_COMMA = re.compile(r"(?<!\d)[,،，、]|[,،，、](?!\d)")
"""A comma that parts clauses, not the digits of a number."""
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[;:。()（）]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Dates of the lead that may be the event's, the best first, and the days of the lead that compete."""

    best: Dated | None
    others: tuple[Dated, ...] = ()


def find_event(leads: tuple[Piece, ...], published: Dated | None, words: Lexicon) -> Reading:
    """The day of the event as the lead names it, or as its weekday and the day of publication tell it."""
    found = sorted(_candidates(leads, published, words), key=lambda dated: -dated.confidence)
    if found:
        rivals = tuple(each for each in found[1:] if each.confidence > found[0].confidence - 0.1 and each.hit.edtf != found[0].hit.edtf)
        return Reading(best=found[0], others=rivals)
    return Reading(best=_by_weekday(leads, published, words))


def _candidates(leads: tuple[Piece, ...], published: Dated | None, words: Lexicon) -> Iterator[Dated]:
    """Every date of the lead that no word around it makes the date of something else."""
    window = _WINDOW[words.code in EAST_ASIAN]
    for piece in leads:
        running = piece.is_sentence
        for hit in scan(piece.folded[:window], words):
            sentence = piece.sentence(hit.start)
            if sentence >= _SENTENCES or (published is not None and published.piece is piece and published.hit.start == hit.start):
                continue
            sure = (_SURENESS[sentence] if running else 0.7) - _weakness(piece, hit, words)
            placed = _placed(hit, published)
            if sure > 0.4 and placed is not None and not _is_elsewhen(piece, hit, words):
                yield Dated(hit=placed, piece=piece, rule=f"lead-{hit.rule}", confidence=sure)


def _weakness(piece: Piece, hit: Hit, words: Lexicon) -> float:
    """What a date that names less than a day and a month loses."""
    if hit.rule == "month":
        start = max((each for each in piece.breaks if each <= hit.start), default=0)
        return 0.25 if hit.start - start <= _HEAD and piece.sentence(hit.start) == 0 else 1
    if hit.rule == "day-alone":
        return 1 if not piece.is_sentence else 0.1 if piece.sentence(hit.start) == 0 else 0.3
    return 0


def _is_elsewhen(piece: Piece, hit: Hit, words: Lexicon) -> bool:
    """Whether the words around a date make it a start, an end, an anniversary, a last or a next time."""
    before = _CLAUSE.split(piece.folded[max(0, hit.start - 45) : hit.start])[-1]
    after = piece.folded[hit.end : hit.end + 30]
    opens_span = hit.last_day is not None and words.opening.search(before)
    if (words.before.search(before) and not opens_span) or words.after.search(after):
        return True
    if hit.year is None:
        return False
    if _in_brackets(piece, hit, words) or _beside_today(piece, hit, words):
        return True
    start = max((each for each in piece.breaks if each <= hit.start), default=0)
    around = piece.folded[max(start, hit.start - 60) : hit.start if hit.start - start <= _HEAD else hit.end + 40]
    return bool(words.anniversary.search(around))


def _in_brackets(piece: Piece, hit: Hit, words: Lexicon) -> bool:
    """Whether a full date closes a clause between two commas ("the president, elected on …, received").

    One told with its weekday is news: nobody recalls on what day of the week an election was.
    """
    if _after_weekday(piece, hit, words):
        return False
    start = max((each for each in piece.breaks if each <= hit.start), default=0)
    sentence = words.weekday.sub("", piece.folded[start : hit.start])
    *outside, clause = _COMMA.split(sentence)
    own = len(_WORD.findall(clause))
    return 2 <= own <= 6 and len(_WORD.findall(" ".join(outside))) > 1 and bool(_COMMA.match(piece.folded[hit.end :].lstrip()))


def _after_weekday(piece: Piece, hit: Hit, words: Lexicon) -> bool:
    """Whether the weekday of a date stands right before it ("on Friday 28 February")."""
    before = piece.folded[max(0, hit.start - 16) : hit.start]
    return any(not before[each.end() :].strip(" ,،") for each in words.weekday.finditer(before))


def _beside_today(piece: Piece, hit: Hit, words: Lexicon) -> bool:
    """Whether the lead tells of today, and a full date elsewhere in it is thus of another day."""
    found = list(words.today.finditer(piece.folded))
    return bool(found) and hit.start > _HEAD // 2 and all(max(hit.start - each.end(), each.start() - hit.end) > _BESIDE for each in found)


def _placed(hit: Hit, published: Dated | None) -> Hit | None:
    """The date with the parts that publication tells; `None` where it lies too far from publication."""
    day = _as_date(published.hit) if published else None
    if day is None:
        fits = published is not None and hit.month is None and (hit.day or 0) <= (published.hit.day or 0)
        return replace(hit, month=published.hit.month) if published and fits else hit
    if hit.month is None:
        return _in_month(hit, day)
    if hit.year is None:
        years = sorted((day.year, day.year - 1, day.year + 1), key=lambda year: _distance(hit.in_year(year), day))
        hit = hit.in_year(years[0])
    return hit if _distance(hit, day) <= _NEAR else None


def _in_month(hit: Hit, day: date) -> Hit | None:
    """A day without month, as the last one before publication or the next after it, whichever is near; `None` where neither is."""
    before = day.replace(day=1) - timedelta(days=1)
    for year, month in ((day.year, day.month), (before.year, before.month)):
        placed = replace(hit, year=year, month=month)
        if _distance(placed, day) <= 2 * _NEAR_ALONE and (_as_date(placed) or day) <= day + timedelta(days=1):
            return placed
    ahead = replace(hit, year=day.year, month=day.month)
    return ahead if _distance(ahead, day) <= 2 * _NEAR_ALONE else None


def _distance(hit: Hit, day: date) -> int:
    """Days between a date and publication; a date that lies later counts double."""
    own = _as_date(replace(hit, day=hit.day or min(day.day, 28)))
    if own is None:
        return _NEAR + 1
    return (day - own).days if own <= day else 2 * (own - day).days


def _as_date(hit: Hit) -> date | None:
    """A full day; `None` where a part is missing."""
    if hit.year is None or hit.month is None or hit.day is None:
        return None
    try:
        return date(hit.year, hit.month, hit.day)
    except ValueError:
        return None


def _by_weekday(leads: tuple[Piece, ...], published: Dated | None, words: Lexicon) -> Dated | None:
    """The day that "today", "yesterday" or the only weekday of the lead's head means, counted back from publication."""
    if published is None or published.hit.day is None:
        return None
    day = _as_date(published.hit)
    for piece in leads[::-1]:
        head = piece.folded[: piece.breaks[1] if len(piece.breaks) > 1 else _WINDOW[False]]
        days = {(weekday, start, end) for weekday, start, end in _weekdays(piece, head, words)}
        if len({weekday for weekday, _, _ in days}) == 1 and day is not None:
            weekday, start, end = min(days, key=lambda each: each[1])
            return _counted(piece, start, end, day - timedelta(days=(day.isoweekday() - weekday) % 7), "weekday")
        if days:
            continue
        today, yesterday = words.today.search(head), words.yesterday.search(head)
        if today and not yesterday:
            hit = replace(published.hit, start=today.start(), end=today.end(), rule="today", swappable=False)
            return Dated(hit=hit, piece=piece, rule="lead-today", confidence=min(0.8, published.confidence))
        if yesterday and not today and day is not None:
            return _counted(piece, yesterday.start(), yesterday.end(), day - timedelta(days=1), "yesterday")
    return None


def contradicts(leads: tuple[Piece, ...], published: Dated, words: Lexicon) -> bool:
    """Whether the lead speaks of "today, Sunday" though the supposed day of publication is no Sunday."""
    day = _as_date(published.hit)
    found = (words.today_is.search(piece.folded) for piece in leads)
    named = next((words.weekdays[re.sub(r"\s+", " ", match["weekday"])] for match in found if match), None)
    return day is not None and named is not None and named != day.isoweekday()


def _weekdays(piece: Piece, head: str, words: Lexicon) -> Iterator[tuple[int, int, int]]:
    """Weekdays that mean the last one before publication."""
    for found in words.weekday.finditer(head):
        before = head[max(0, found.start() - 30) : found.start()]
        if words.before.search(before) or words.after.search(head[found.end() : found.end() + 25]):
            continue
        if words.future.search(head[max(0, found.start() - 2 * _NEAR) : found.start()]):
            continue
        yield words.weekdays[re.sub(r"\s+", " ", found["weekday"])], found.start("weekday"), found.end("weekday")


def _counted(piece: Piece, start: int, end: int, day: date, rule: str) -> Dated:
    """A day that was counted from the day of publication."""
    hit = Hit(start=start, end=end, rule=rule, year=day.year, month=day.month, day=day.day)
    return Dated(hit=hit, piece=piece, rule=f"lead-{rule}", confidence=0.75)
