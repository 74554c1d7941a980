"""The sides of the relation: what speaks for each id is added up, and the ids that stand out are taken."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.resolve.readings import DISMISSED, Reading

_KINDS: Mapping[str, float] = {
    "name": 1.0, "adjective": 0.9, "inhabitant": 0.6, "capital": 0.7, "seat": 1.1, "leader": 0.9, "short": 1.0, "part": 0.6,
}  # fmt: skip
_TITLE, _LEAD, _OPENING, _BETWEEN, _OFFICIAL, _DEALING, _SHARE, _OFTEN = 2.5, 0.6, 0.8, 1.8, 0.9, 0.6, 2.0, 0.5
_POSTED, _VENUE, _LIST, _TOPIC, _BODY = 1.0, 0.35, 0.25, 0.4, 0.8
_FLOOR, _SECOND, _THIRD, _THIRD_TITLED = 1.6, 0.3, 0.78, 0.66
_SIDES = 3


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
    """All ids by what speaks for them, the strongest first; `bodies` are organisations."""
    groups: dict[str, list[Reading]] = {}
    for each in readings:
        if not DISMISSED & set(each.mention.cues):
            groups.setdefault(each.id, []).append(each)
    total = sum(_weight(each) for each in readings if not DISMISSED & set(each.mention.cues)) or 1.0
    sides = [_side(identifier, tuple(group), total, identifier in bodies) for identifier, group in groups.items()]
    return tuple(sorted(sides, key=lambda side: (-side.score, side.id)))


def _weight(reading: Reading) -> float:
    weight = _KINDS[reading.mention.kind]
    if reading.has("venue") and reading.mention.kind in ("capital", "name"):
        weight *= _VENUE if reading.mention.kind == "capital" else 0.7
    if reading.has("topic"):
        weight *= _TOPIC
    return weight * _LIST if reading.has("list") else weight


def _side(identifier: str, group: tuple[Reading, ...], total: float, body: bool) -> Side:
    weights = {each: _weight(each) for each in group}
    summed = sum(weights.values())
    parts = {
        "title": _TITLE * _best(weights, "title"),
        "between": _BETWEEN * _best(weights, "between"),
        "official": _OFFICIAL * math.sqrt(sum(weight for each, weight in weights.items() if each.has("official"))),
        "lead": _LEAD * _best(weights, "lead") + _OPENING * _best(weights, "opening"),
        "posted": _POSTED * _best(weights, "posted"),
        "dealing": _DEALING * max(_best(weights, "with"), _best(weights, "visit")),
        "home-state": 3.0 * _best(weights, "home-state"),
        "named often": _SHARE * summed / total + _OFTEN * math.log1p(summed),
    }
    rule = max(parts, key=lambda part: parts[part])
    ranked = sorted(group, key=lambda each: (-clarity(each), each.mention.span))
    return Side(identifier, sum(parts.values()) * (_BODY if body else 1.0), rule, tuple(ranked))


def _best(weights: Mapping[Reading, float], cue: str) -> float:
    return max((weight for each, weight in weights.items() if each.has(cue)), default=0.0)


def clarity(reading: Reading) -> float:
    """How plainly a reader sees the side in these words."""
    return _weight(reading) + sum(0.5 for cue in ("title", "between", "official", "lead", "home-state") if reading.has(cue))


def choose(sides: Sequence[Side]) -> tuple[tuple[Side, float], ...]:
    """The sides taken, each with its confidence: the first two that stand out, a third only when close to them."""
    taken = list(sides[:1]) if sides and sides[0].score >= _FLOOR else []
    if taken and len(sides) > 1 and _is_second(sides[0], sides[1]):
        taken.append(sides[1])
        if len(sides) > 2 and _is_third(sides[1], sides[2]):
            taken.append(sides[2])
    rest = sides[len(taken)].score if len(sides) > len(taken) else 0.0
    return tuple((side, confidence(side.score, rest)) for side in taken)


def _is_second(first: Side, second: Side) -> bool:
    """A third as strong as the first: texts about a relation have two sides far more often than one."""
    return second.score >= max(_FLOOR, _SECOND * first.score)


def _is_third(second: Side, third: Side) -> bool:
    """Nearly as strong as the second, and in the title or an end of a relation."""
    if third.has("title"):
        return third.score >= max(_FLOOR, _THIRD_TITLED * second.score)
    return third.has("between") and third.score >= max(_FLOOR, _THIRD * second.score)


def confidence(score: float, rest: float) -> float:
    """Between 0 and 1 by the margin over the strongest id not taken and by the sum itself."""
    margin = (score - rest) / max(score, 1e-9)
    return round(min(0.99, max(0.05, 1 / (1 + math.exp(-(4.0 * margin + 0.35 * score - 1.8))))), 2)
