"""Lines that come back on the pages of one outlet: what a keeper may add to `sources.yml`, never dropped by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.clean.line import split_lines

LEAST = 3
"""Seeds of one source in which a line stands before it is proposed."""
_SHORTEST, _LONGEST = 3, 160
"""Letters of a line that may be proposed: no stray sign, no paragraph that several outlets copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text as it is looked at here: the seed's id, the source's name, the text, and the lines (as keys) already known as rests."""

    seed: str
    source: str
    text: str
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A line that stands in several seeds of a source: as the first of them writes it, with the ids of those seeds in order."""

    source: str
    line: str
    seeds: tuple[str, ...]


def recurring_lines(pages: Iterable[Page]) -> Iterator[Recurring]:
    """Every line that stands in at least three seeds of one source and that no rule takes out yet, by source and line.

    Lines are compared as phrases are: folded, numbers as `#`; a day or a count that changes hides no line.
    """
    written: dict[tuple[str, str], str] = {}
    seeds: dict[tuple[str, str], dict[str, None]] = {}
    for page in pages:
        for line in split_lines(page.text):
            if _may_recur(line.key) and line.key not in page.known:
                place = (page.source, line.key)
                written.setdefault(place, line.text)
                seeds.setdefault(place, {})[page.seed] = None
    for place in sorted(place for place, found in seeds.items() if len(found) >= LEAST):
        yield Recurring(source=place[0], line=written[place], seeds=tuple(seeds[place]))


def _may_recur(key: str) -> bool:
    return sum(map(str.isalpha, key)) >= _SHORTEST and len(key) <= _LONGEST
