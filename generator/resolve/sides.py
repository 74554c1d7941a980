"""The sides of the relation: what speaks for each id is added up, and the ids that stand out are taken."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.resolve.readings import DISMISSED, Reading

_KINDS: Mapping[str, float] = {
    "name": 1.0, "adjective": 0.9, "inhabitant": 0.6, "capital": 0.9, "seat": 1.1, "leader": 0.9, "short": 1.0, "part": 0.6,
}  # fmt: skip
_TITLE, _LEAD, _OPENING, _BETWEEN, _OFFICIAL, _DEALING, _SHARE, _OFTEN = 2.5, 0.6, 0.8, 1.8, 0.9, 0.6, 2.0, 0.5
_POSTED, _VENUE, _LIST, _TOPIC, _BODY = 1.0, 0.35, 0.25, 0.4, 0.8
_FLOOR, _SECOND_FLOOR, _SECOND, _SECOND_ALONE, _APART, _THIRD, _THIRD_TITLED = 1.6, 1.3, 0.3, 0.18, 1.25, 0.78, 0.66
_AT_HOME = 0.55
_UNHEARD = DISMISSED | {"home-language"}
_PLAIN = frozenset({"title", "between", "official", "lead", "home-state"})


@dataclass(frozen=True, slots=True)
class Side:
    """What speaks for an id: the sum, the rule that spoke loudest, the readings, best first."""

    id: str
    score: float
    rule: str
    readings: tuple[Reading, ...]

    def has(self, cue: str) -> bool:
        """Whether one of the readings has a cue."""
        return any(each.has(cue) for each in self.readings)


def weigh(readings: Sequence[Reading], bodies: frozenset[str]) -> tuple[Side, ...]:
    """All ids by what speaks for them, the strongest first; `bodies` are organisations and territories, seldom sides."""
    groups: dict[str, list[tuple[Reading, float]]] = {}
    for each in readings:
        if _UNHEARD.isdisjoint(each.mention.cues):
            groups.setdefault(each.id, []).append((each, _weight(each)))
    total = sum(weight for group in groups.values() for _, weight in group) or 1.0
    sides = [_side(identifier, group, total, identifier in bodies) for identifier, group in groups.items()]
    return tuple(sorted(sides, key=lambda side: (-side.score, side.id)))


def _weight(reading: Reading) -> float:
    kind, cues = reading.mention.kind, reading.mention.cues
    weight = _KINDS[kind]
    if "venue" in cues and kind in ("capital", "name", "adjective"):
        weight *= 0.7 if kind == "name" else _VENUE
    if "topic" in cues:
        weight *= _TOPIC
    return weight * _LIST if "list" in cues else weight


def _side(identifier: str, group: Sequence[tuple[Reading, float]], total: float, body: bool) -> Side:
    summed = sum(weight for _, weight in group)
    best = _best(group)
    parts = {
        "title": _TITLE * best["title"],
        "between": _BETWEEN * best["between"],
        "official": _OFFICIAL * math.sqrt(sum(weight for each, weight in group if "official" in each.mention.cues)),
        "lead": _LEAD * best["lead"] + _OPENING * best["opening"],
        "posted": _POSTED * best["posted"],
        "dealing": _DEALING * max(best["with"], best["visit"]),
        "home-state": 3.0 * best["home-state"],
        "named often": _SHARE * summed / total + _OFTEN * math.log1p(summed),
    }
    rule = max(parts, key=lambda part: parts[part])
    ranked = sorted(group, key=lambda pair: (-_clarity(*pair), pair[0].mention.span))
    return Side(identifier, sum(parts.values()) * (_BODY if body else 1.0), rule, tuple(each for each, _ in ranked))


def _best(group: Sequence[tuple[Reading, float]]) -> Mapping[str, float]:
    """For each cue the weight of the heaviest reading that has it."""
    best: dict[str, float] = defaultdict(float)
    for each, weight in group:
        for cue in each.mention.cues:
            best[cue] = max(best[cue], weight)
    return best


def clarity(reading: Reading) -> float:
    """How plainly a reader sees the side in these words."""
    return _clarity(reading, _weight(reading))


def _clarity(reading: Reading, weight: float) -> float:
    return weight + sum(0.5 for cue in reading.mention.cues if cue in _PLAIN)


def choose(sides: Sequence[Side], bodies: frozenset[str], readings: Sequence[Reading] = ()) -> tuple[tuple[Side, float], ...]:
    """The sides taken, each with its confidence: the first two that stand out, a third only when close to them.

    Where one side only is found, an office without a state in `readings` stands for the state of the language.
    """
    taken = list(sides[:1]) if sides and sides[0].score >= _FLOOR else []
    home = _at_home(taken, readings)
    if taken and len(sides) > 1 and _is_second(sides, bool(home)):
        taken.append(sides[1])
        if len(sides) > 2 and _is_third(sides[1], sides[2], sides[2].id in bodies):
            taken.append(sides[2])
    rest = sides[len(taken)].score if len(sides) > len(taken) else 0.0
    sure = tuple((side, confidence(side.score, rest)) for side in taken)
    return (*sure, *home) if len(taken) == 1 else sure


def _at_home(taken: Sequence[Side], readings: Sequence[Reading]) -> tuple[tuple[Side, float], ...]:
    """The state of the language, where an office without a state speaks for it and it is not the first side."""
    own = tuple(each for each in readings if each.has("home-language") and taken and each.id != taken[0].id)
    return ((Side(own[0].id, 0.0, "home-language", own), _AT_HOME),) if own else ()


def _is_second(sides: Sequence[Side], home: bool) -> bool:
    """A third as strong as the first; less is enough where nothing comes near it, the state of the language included.

    Texts about a relation have two sides far more often than one.
    """
    first, second, third = sides[0].score, sides[1].score, sides[2].score if len(sides) > 2 else 0.0
    share = _SECOND if home or second < _APART * third else _SECOND_ALONE
    return second >= max(_SECOND_FLOOR, share * first)


def _is_third(second: Side, third: Side, body: bool) -> bool:
    """Nearly as strong as the second, and in the title or an end of a relation; a body both."""
    if body and not (third.has("title") and third.has("between")):
        return False
    if third.has("title"):
        return third.score >= max(_FLOOR, _THIRD_TITLED * second.score)
    return third.has("between") and third.score >= max(_FLOOR, _THIRD * second.score)


def confidence(score: float, rest: float) -> float:
    """Between 0 and 1 by the margin over the strongest id not taken and by the sum itself."""
    margin = (score - rest) / max(score, 1e-9)
    return round(min(0.99, max(0.05, 1 / (1 + math.exp(-(4.0 * margin + 0.35 * score - 1.8))))), 2)
