"""How much speaks for two records telling of one event, and what forbids it.

Two texts are taken for reports of one event when they share two sides, nothing in them contradicts it
(`forbidden`), and the signs that they share weigh at least `ENOUGH`. A day that both tell weighs most; without a
common day it takes figures that agree, for the same two presidents meet more than once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model import Entry
from generator.text.edtf import Day, Edtf, parse

ENOUGH = 4.5
SLACK = 3
"""Days after an event within which a report that names no day may have been published."""

MONTH = 31
_FEW_DAYS = 7
"""The longest dates that say a month, and a day or a few."""

_APART = frozenset({"phone-call", "appointment", "commemoration", "sanction-or-protest", "aid"})
"""Kinds that are never another kind: a call is no visit, congratulations are no talks."""
_LOOSE = frozenset({"statement", "agreement", "trade", "other"})
"""Kinds that are told of what another kind brings forth: a visit ends in a statement, aid comes by agreement."""
_SUMS = frozenset({"aid", "agreement", "trade"})
"""Kinds in which a sum is the news itself, not what the news recalls."""
_PEOPLE = 2
_FIGURES = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What of a record is compared; made once a record.

    `day` is the event's date, else that of publication (`published`), `span` its first and last day as ordinals
    (`None` without a year); `figures` are the telling ones, rounded to three digits, since texts round differently.
    """

    parties: frozenset[str]
    day: Edtf | None
    span: tuple[int, int] | None
    published: bool
    kind: str | None
    people: frozenset[str]
    topics: frozenset[str]
    figures: frozenset[tuple[str, str]]


def signs(entry: Entry) -> Signs:
    """The signs of a record."""
    stands = entry.date or entry.published
    day = parse(stands.value) if stands else None
    return Signs(
        parties=frozenset(party.value for party in entry.parties),
        day=day,
        span=_span(day) if day else None,
        published=entry.date is None,
        kind=entry.event.value if entry.event and entry.event.value != "other" else None,
        people=frozenset(person.value.id for person in entry.people if person.value.id),
        topics=frozenset(topic.value for topic in entry.topics),
        figures=frozenset(telling(entry)),
    )


def telling(entry: Entry) -> list[tuple[str, str]]:
    """Figures that two texts share only by telling of one thing: three digits, or a hundred and more; no years, no round hundreds."""
    found = (figure.value for figure in entry.figures)
    return [(f"{each.value:.3g}", each.unit if len(each.unit) <= 3 else "") for each in found if _tells(float(each.value), each.unit)]


def _tells(value: float, unit: str) -> bool:
    digits = f"{abs(value):.3e}".split("e")[0].replace(".", "").rstrip("0")
    return abs(value) >= 1_000_000 or len(digits) >= 3 or (unit == "%" and len(digits) >= 2)


def forbidden(one: Signs, other: Signs) -> bool:
    """Whether the two cannot be one event: other sides, other days, or kinds that exclude each other."""
    return len(one.parties & other.parties) < 2 or not _kinds_agree(one.kind, other.kind) or closeness(one, other) is None


def weight(one: Signs, other: Signs) -> float | None:
    """What speaks for one event, less what speaks against it; `None` where something forbids it."""
    if len(one.parties & other.parties) < 2 or not _kinds_agree(one.kind, other.kind):
        return None
    total = closeness(one, other)
    if total is None:
        return None
    if one.kind and other.kind:
        total += 1.5 if one.kind == other.kind else 0.5
    total += _people(one.people, other.people)
    total += _figures(one, other)
    if one.topics and other.topics:
        total += 0.5 * len(one.topics & other.topics) / min(len(one.topics), len(other.topics))
    return total - 0.5 * (one.parties != other.parties)


def _kinds_agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return True
    apart = {one, other} & _APART
    return not apart or (len(apart) == 1 and bool({one, other} & _LOOSE))


def _people(one: frozenset[str], other: frozenset[str]) -> float:
    """A person both name; two texts that name quite different people are about different talks."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    return float(min(shared, _PEOPLE)) if shared else -2.0


def _figures(one: Signs, other: Signs) -> float:
    shared = len(one.figures & other.figures)
    if shared:
        return min(1.5 * shared + (one.kind == other.kind and one.kind in _SUMS), _FIGURES)
    return -0.5 if one.figures and other.figures else 0.0


# --- days ---------------------------------------------------------------------------------


def closeness(one: Signs, other: Signs) -> float | None:
    """How near two dates are: 4 the same day, 0 unknown; `None` where they cannot be the same."""
    if one.day is None or other.day is None:
        return 0.0
    if one.span is None or other.span is None:
        return _without_year(one, other)
    before, after = (SLACK if other.published else 1), (SLACK if one.published else 1)
    gap = _gap(one.span, other.span)
    if gap > before or -gap > after:
        return None
    longest = max(one.span[1] - one.span[0], other.span[1] - other.span[0])
    if longest > _FEW_DAYS:
        return 1.5 if longest <= MONTH else 0.0
    return 4.0 if gap == 0 else 2.5


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days from the end of the first to the beginning of the second; negative the other way round, 0 where they meet."""
    (begin, end), (start, last) = one, other
    if start > end:
        return start - end
    return last - begin if last < begin else 0


def _span(day: Edtf) -> tuple[int, int] | None:
    """First and last day as ordinals; an open end is taken for the other one."""
    first, last = day.earliest or day.latest, day.latest or day.earliest
    return (_ordinal(first), _ordinal(last)) if first and last else None


def _ordinal(day: Day) -> int:
    """A running number of days, also before the year 1."""
    year, month, number = day
    return date(year, month, number).toordinal() if 1 <= year <= 9999 else year * 366 + month * 31 + number


def _without_year(one: Signs, other: Signs) -> float | None:
    """Dates of which one has no year: what both tell of month and day must agree."""
    assert one.day is not None
    assert other.day is not None
    if one.day.month is None or other.day.month is None:
        return 0.0 if _agree(one.day.day, other.day.day) else None
    if one.day.day is None or other.day.day is None:
        return 1.0 if one.day.month == other.day.month else None
    gap = date(2000, other.day.month, other.day.day).timetuple().tm_yday - date(2000, one.day.month, one.day.day).timetuple().tm_yday
    if gap > (SLACK if other.published else 0) or -gap > (SLACK if one.published else 0):
        return None
    return 3.0 if gap == 0 else 2.5


def _agree(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other
