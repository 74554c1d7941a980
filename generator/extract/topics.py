"""The subjects of a text: UNBIS domains with enough weight of terms, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.curated import Curated
from generator.curated.vocabulary import Topic
from generator.extract.body import Body, fold_body
from generator.extract.terms import Hit, Table, compile_terms, language_key
from generator.extract.zones import LEAD, TITLE, Zones, zones_of
from generator.model import CleanText, Evidence, Found, Language
from generator.text.same import Same

MOST = 5
ENOUGH = 4.0  # two sure terms anywhere, or one in the title with a little support
SHARE = 0.22  # of the best topic's weight: what is less is mentioned, not treated
QUOTES = 3
_WORTH = {TITLE: 2.0, LEAD: 1.5}  # the place matters less for a topic than for the event
_REPEAT = 0.4


def find_topics(clean: CleanText, title: Found[str] | None, language: Language, curated: Curated) -> tuple[Found[str], ...]:
    """At most five ids of `curated.topics`, each with the words that weigh most; `()` where none has enough."""
    code = language_key(language.code)
    table, meanings = _table(code, Same(curated.topics))
    body = fold_body(clean)
    zones = zones_of(body, title)
    weighed = _weigh(body, table.find(body), meanings, zones)
    totals = {topic: sum(score for score, _ in rows) for topic, rows in weighed.items() if _carries(body, rows, zones)}
    enough = max(ENOUGH, SHARE * max(totals.values(), default=0.0))
    ranked = sorted((topic for topic in totals if totals[topic] >= enough), key=lambda topic: (-totals[topic], topic))
    return tuple(
        Found(
            value=topic,
            basis="inferred",
            rule="topic.terms",
            confidence=round(min(0.95, 0.45 + totals[topic] / 30), 2),
            evidence=_quotes(body, weighed[topic]),
        )
        for topic in ranked[:MOST]
    )


@lru_cache(maxsize=64)
def _table(code: str, topics: Same[Mapping[str, Topic]]) -> tuple[Table, tuple[tuple[tuple[str, float], ...], ...]]:
    """The compiled terms of a language; each pattern with every topic that it speaks for."""
    meanings: dict[str, list[tuple[str, float]]] = {}
    for topic in topics.value.values():
        for mask in topic.masks.get(code, ()):
            meanings.setdefault(mask, [])
        for term in topic.terms.get(code, ()):
            meanings.setdefault(term.pattern, []).append((topic.id, term.weight))
    return compile_terms(meanings, code), tuple(tuple(rows) for rows in meanings.values())


def _weigh(
    body: Body, hits: Sequence[Hit], meanings: Sequence[tuple[tuple[str, float], ...]], zones: Zones
) -> dict[str, list[tuple[float, Hit]]]:
    """For each topic its hits with their weight; a word that comes again adds less each time."""
    seen: Counter[str] = Counter()
    found: dict[str, list[tuple[float, Hit]]] = {}
    for hit in hits:
        stem = _stem(body, hit)
        place = next(worth for end, worth in zones if hit.start < end)
        factor = _WORTH.get(place, 1.0) * _REPEAT ** seen[stem]
        seen[stem] += 1
        for topic, weight in meanings[hit.term]:
            found.setdefault(topic, []).append((weight * factor, hit))
    return found


def _stem(body: Body, hit: Hit) -> str:
    """Six letters by which a word is known again."""
    return body.folded[hit.start : hit.end][:6]


def _carries(body: Body, rows: Sequence[tuple[float, Hit]], zones: Zones) -> bool:
    """Whether the words are enough for a topic: two different ones, or one in the title."""
    return len({_stem(body, hit) for _, hit in rows}) > 1 or any(hit.start < zones[0][0] for _, hit in rows)


def _quotes(body: Body, rows: Sequence[tuple[float, Hit]]) -> tuple[Evidence, ...]:
    """The words that weigh most, in the order of the text."""
    best = sorted(rows, key=lambda row: (-row[0], row[1].start))[:QUOTES]
    return tuple(body.evidence(hit.start, hit.end) for _, hit in sorted(best, key=lambda row: row[1].start))
