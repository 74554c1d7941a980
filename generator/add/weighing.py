"""Which day a page was published on, of those that speak for themselves.

What readers see outranks any single field of the markup; two fields that agree outrank what readers see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

SEEN = 1.1
"""What a day written beside the headline weighs; a field of the markup weighs 1 at most (`generator.add.days`)."""


def settle(days: Iterable[tuple[str, float]]) -> str | None:
    """The day that most speaks for; of equals the first."""
    weighed: defaultdict[str, float] = defaultdict(float)
    for day, weight in days:
        weighed[day] += weight
    return max(weighed, key=weighed.__getitem__, default=None)
