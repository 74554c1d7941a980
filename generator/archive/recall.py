"""What an earlier build made of the same records, so that a build does again only what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from generator.model import Entries

T = TypeVar("T")


class Recall(Protocol):
    """Gives what was made of the `entries` under a heading by an earlier build, else makes it.

    `kind` names what is made and `key` the heading; `beside` is whatever else the result depends on, and has a
    `repr` that says so. What is made is built of strings, numbers, tuples and dictionaries alone.
    """

    def __call__(self, kind: str, key: str, entries: Entries, make: Callable[[], T], beside: object = None) -> T:
        """The result, recalled or made."""
        ...


def forgetful(kind: str, key: str, entries: Entries, make: Callable[[], T], beside: object = None) -> T:
    """A `Recall` that remembers nothing."""
    return make()
