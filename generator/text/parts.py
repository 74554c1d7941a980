"""How files that hold many records are divided."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.model import Entries
from generator.text.standing import standing

MOST = 5000
"""The most records of one file; more are divided by year."""


def parts(entries: Entries) -> Iterator[tuple[str, Entries]]:
    """All records as one part without a name, or many by year: `-2023`, `-undated`. The entries are in the order of time."""
    if len(entries) <= MOST:
        yield "", entries
        return
    for year, found in groupby(entries, key=lambda entry: standing(entry).year):
        yield f"-{'undated' if year is None else year}", tuple(found)
