"""What a result shows: one small file a record, and one column a facet."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.search.holding import Holding

LONGEST = 24_000
"""Characters of a text that its fragment keeps for excerpts and phrases."""
FACETS = ("country", "pair", "topic", "event", "language")
"""Facets with a column; the year is told by the number."""


def packed_json(value: object) -> bytes:
    """A value as compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def fragment(holding: Holding, wordings: Mapping[str, tuple[str, ...]]) -> bytes:
    """A record as a result shows it; keys are short because there are many.

    `i` id, `a` address, `t` title, `b` devised, `l` language, `r` right to left, `d` date (EDTF), `n` published that day,
    `p` sides, `e` event, `x` text, `c` wordings of each concept.
    """
    facts = {
        "i": holding.id,
        "a": holding.address,
        "t": holding.title,
        "b": int(holding.devised),
        "l": holding.language,
        "r": int(holding.direction == "rtl"),
        "d": holding.date,
        "n": int(holding.published),
        "p": list(holding.parties),
        "e": holding.event,
        "x": "\n".join(holding.paragraphs)[:LONGEST],
        "c": {key: list(quotes) for key, quotes in sorted({**holding.concepts, **wordings}.items()) if quotes},
    }
    return packed_json({key: value for key, value in facts.items() if value not in (None, 0, "", [], {}) or key == "i"})


def facet_values(holding: Holding) -> tuple[tuple[str, ...], ...]:
    """A record's values of each facet, in the order of `FACETS`."""
    sides = sorted({party.partition(":")[2] for party in holding.parties})
    return (
        tuple(sorted({*holding.parties, *(key for key in holding.concepts if key.startswith("c:"))})),
        tuple(f"r:{one}-{other}" for at, one in enumerate(sides) for other in sides[at + 1 :]),
        tuple(sorted(holding.topics)),
        (holding.event,) if holding.event else (),
        (f"l:{holding.language}",),
    )


def column(rows: Sequence[Sequence[str]]) -> bytes:
    """A facet of all records, in the order of their numbers: `v` the values, `d` for each record their places."""
    values = sorted({value for row in rows for value in row})
    places = {value: place for place, value in enumerate(values)}
    found = [[places[value] for value in row] for row in rows]
    return packed_json({"v": values, "d": [row[0] if len(row) == 1 else row for row in found]})
