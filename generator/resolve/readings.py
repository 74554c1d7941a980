"""Which entity a name means: the reading that has company in the text, else the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Mention, Span

# A name in one of these places tells nothing about states: money, tongues, those who report.
DISMISSED = frozenset({"currency", "language-name", "outlet", "dateline"})
_NO_STATE = frozenset({"currency", "language-name", "outlet"})
# A weak name counts by itself where its neighbours speak for it.
_BACKING = frozenset({"official", "between", "paired", "with", "visit", "home-state", "home-language"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention together with the one id that it was decided to mean; `close`: nothing else in the text decided it."""

    id: str
    mention: Mention
    rivals: tuple[str, ...] = ()
    close: bool = False

    def has(self, cue: str) -> bool:
        """Whether a cue stands beside the mention."""
        return cue in self.mention.cues


def no_state(reading: Reading) -> bool:
    """Whether the words do not speak of the state at all: money, a tongue, an outlet's name."""
    return not _NO_STATE.isdisjoint(reading.mention.cues)


def decide(mentions: Sequence[Mention]) -> tuple[Reading, ...]:
    """The readings of the countries and organisations of a text, in its order."""
    sides = [each for each in mentions if each.entity != "person"]
    company = _company(sides)
    read = [_read(each, company) for each in sides]
    backed = {each.id for each in read if each.mention.strong and DISMISSED.isdisjoint(each.mention.cues)}
    kept = [each for each in read if each.mention.strong or each.id in backed or not _BACKING.isdisjoint(each.mention.cues)]
    return _one_a_span(kept, company)


def _company(mentions: Iterable[Mention]) -> Mapping[str, float]:
    """How much speaks for each id elsewhere: its unambiguous names; capitals and seats count less."""
    counts: Counter[str] = Counter()
    for each in mentions:
        if len(each.candidates) == 1 and each.strong and DISMISSED.isdisjoint(each.cues):
            counts[each.candidates[0]] += 1 if each.kind in ("capital", "seat") else 10
    return counts


def _read(mention: Mention, company: Mapping[str, float]) -> Reading:
    if len(mention.candidates) == 1:
        return Reading(mention.candidates[0], mention, (), True)
    best = max(mention.candidates, key=lambda each: (company.get(each, 0), -mention.candidates.index(each)))
    rivals = tuple(each for each in mention.candidates if each != best)
    return Reading(best, mention, rivals, all(company.get(each, 0) == company.get(best, 0) for each in rivals))


def _one_a_span(readings: Sequence[Reading], company: Mapping[str, float]) -> tuple[Reading, ...]:
    """Of a state and a body named by the same words the one with more company; a tie is the state's."""
    best: dict[Span, Reading] = {}
    for each in readings:
        span = each.mention.span
        rival = best.get(span)
        if rival is None or company.get(each.id, 0) > company.get(rival.id, 0):
            best[span] = each
    return tuple(each for each in readings if best[each.mention.span] is each)
