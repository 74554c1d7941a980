"""The kind of event a text tells of: weighted terms, weighed by where they stand.

A title names the event, a lead tells it, what follows is mostly background: the same words count less
the later they come, and a repeated term adds little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.curated import Curated
from generator.curated.vocabulary import EventKind
from generator.extract.body import Body, fold_body
from generator.extract.terms import Hit, Table, compile_terms, language_key
from generator.extract.zones import Zones, zones_of
from generator.model import CleanText, Evidence, Found, Language
from generator.text.same import Same

LEAST = 1.0
DAMPING = 0.5
QUOTES = 3
HOLDS = 0.7  # how loud a visit is, beside what happens on it, to be the event
SAYS = 0.5  # the weight of plain verbs of saying
SAYING = 2.6  # a verb of saying in a headline: what is said there is the event


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What one term of the table says: a kind (or "" for a mask), its variant, its weight."""

    kind: str
    variant: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Sign:
    """A term found in a text, and how much it counts there."""

    meaning: _Meaning
    hit: Hit
    score: float


def find_event(clean: CleanText, title: Found[str] | None, language: Language, curated: Curated) -> Found[str] | None:
    """The kind of event (an id of `curated.events`), or `None` where no term of the language speaks.

    The rule is `event.KIND` or `event.KIND.VARIANT`; `EventKind.code(rule)` gives the CAMEO code.
    """
    code = language_key(language.code)
    table, meanings = _table(code, Same(curated.events))
    body = fold_body(clean)
    zones = zones_of(body, title)
    signs = _signs(table.find(body), meanings, zones, zones[0][0] if title and title.evidence else 0)
    kinds = {sign.meaning.kind for sign in signs}
    scores = {kind: _total([sign.score for sign in signs if sign.meaning.kind == kind]) for kind in kinds}
    ranked = sorted(scores, key=lambda kind: (-scores[kind], kind))
    if not ranked or scores[ranked[0]] < LEAST:
        return None
    best = _holder(ranked[0], scores, curated.events)
    rival = max((scores[kind] for kind in kinds - {best}), default=0.0)
    mine = sorted((s for s in signs if s.meaning.kind == best), key=lambda s: (-s.score, s.hit.start))
    return Found(
        value=best,
        basis="inferred",
        rule=".".join(filter(None, ("event", best, _variant(mine)))),
        confidence=_confidence(scores[best], rival),
        evidence=_quotes(body, mine),
    )


def _holder(best: str, scores: Mapping[str, float], kinds: Mapping[str, EventKind]) -> str:
    """The kind that the best one happens within, where the text tells of that almost as loudly (a forum on a state visit)."""
    return next((each.id for each in kinds.values() if best in each.holds and scores.get(each.id, 0.0) >= HOLDS * scores[best]), best)


@lru_cache(maxsize=64)
def _table(code: str, kinds: Same[Mapping[str, EventKind]]) -> tuple[Table, tuple[_Meaning, ...]]:
    """The compiled terms of a language and what each means; made once for each curated table."""
    rows = [row for kind in kinds.value.values() for row in _rows(code, kind)]
    return compile_terms((pattern for pattern, _ in rows), code), tuple(meaning for _, meaning in rows)


def _rows(code: str, kind: EventKind) -> list[tuple[str, _Meaning]]:
    """Each pattern of a kind in a language, with its meaning."""
    rows = [(mask, _Meaning("", "", 0.0)) for mask in kind.masks.get(code, ())]
    rows += [(term.pattern, _Meaning(kind.id, "", term.weight)) for term in kind.terms.get(code, ())]
    for name, variant in kind.variants.items():
        rows += [(term.pattern, _Meaning(kind.id, name, term.weight)) for term in variant.terms.get(code, ())]
    return rows


def _signs(hits: Sequence[Hit], meanings: Sequence[_Meaning], zones: Zones, headline: int) -> list[_Sign]:
    """Every term found that is no mask, with its weight times that of its place; `headline` is where one ends."""
    signs: list[_Sign] = []
    for hit in hits:
        meaning = meanings[hit.term]
        if meaning.kind:
            weight = SAYING if meaning.kind == "statement" and meaning.weight <= SAYS and hit.end <= headline else meaning.weight
            signs.append(_Sign(meaning, hit, weight * next(worth for end, worth in zones if hit.start < end)))
    return signs


def _total(scores: list[float]) -> float:
    """The best sign counts whole, each further one half of the one before it."""
    return sum(score * DAMPING**rank for rank, score in enumerate(sorted(scores, reverse=True)))


def _variant(mine: Sequence[_Sign]) -> str:
    """The variant of the best sign that has one, when it is not far behind the best of all."""
    for sign in mine:
        if sign.meaning.variant and sign.score * 2 >= mine[0].score:
            return sign.meaning.variant
    return ""


def _confidence(best: float, rival: float) -> float:
    """From how far the kind is ahead of the next one, and how much speaks for it at all."""
    lead = best / (best + rival)
    return round(min(0.97, 0.35 + 0.65 * lead * min(1.0, 0.55 + best / 20)), 2)


def _quotes(body: Body, mine: Sequence[_Sign]) -> tuple[Evidence, ...]:
    """The words of the best signs, in the order of the text."""
    hits = sorted((sign.hit for sign in mine[:QUOTES]), key=lambda hit: hit.start)
    return tuple(body.evidence(hit.start, hit.end) for hit in hits)
