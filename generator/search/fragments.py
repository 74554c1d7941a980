"""What a result shows: one small file a record, and one column a facet."""

from __future__ import annotations

from collections.abc import Mapping

from generator.search.holding import Holding
from generator.search.shards import packed_json

LONGEST = 24_000
"""Characters of a text that its fragment keeps for excerpts and phrases."""
FACETS = ("language", "country", "pair", "year", "topic", "event")


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


class Columns:
    """The facets of all records: for each, the values there are and which of them each record has."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[str, tuple[str, ...]]] = {}

    def add(self, number: int, holding: Holding) -> None:
        """Take in a record."""
        sides = sorted({party.partition(":")[2] for party in holding.parties})
        self.rows[number] = {
            "language": (f"l:{holding.language}",),
            "country": tuple(sorted({*holding.parties, *(key for key in holding.concepts if key.startswith("c:"))})),
            "pair": tuple(f"r:{one}-{other}" for at, one in enumerate(sides) for other in sides[at + 1 :]),
            "year": (f"y:{holding.year if holding.year is not None else ''}",),
            "topic": holding.topics,
            "event": (holding.event,) if holding.event else (),
        }

    def values(self, facet: str) -> list[str]:
        """Every value of a facet, in order."""
        return sorted({value for row in self.rows.values() for value in row[facet]})

    def column(self, facet: str) -> bytes:
        """`v`: the values; `d`: for each record, the places of its values among them."""
        values = self.values(facet)
        places = {value: place for place, value in enumerate(values)}
        rows = [[places[value] for value in self.rows[number][facet]] for number in sorted(self.rows)]
        return packed_json({"v": values, "d": [row[0] if len(row) == 1 else row for row in rows]})
