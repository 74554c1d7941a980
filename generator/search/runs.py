"""Sorting more than memory holds: sorted runs on disk, merged when all is there."""

from __future__ import annotations

import heapq
import marshal
import tempfile
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import IO, Any

from generator.search.cuts import order

Item = tuple[bytes, Any]
"""A key in the form that is sorted, and a value."""
_KEY = itemgetter(0)
_AT_ONCE = 2_000
"""Items of a run that are read together."""


class Runs:
    """Keys with values; what was put in under one key comes out together, in the order it was put in."""

    def __init__(self) -> None:
        self.files: list[IO[bytes]] = []
        self.last: list[Item] = []

    def add(self, values: Mapping[str, Any]) -> None:
        """Put in a run of keys with values that `marshal` can write."""
        if self.last:
            self._put_aside(self.last)
        self.last = sorted([(order(key), value) for key, value in values.items()], key=_KEY)

    def _put_aside(self, items: list[Item]) -> None:
        """Write a run that is followed by another."""
        file = tempfile.TemporaryFile()  # noqa: SIM115 - read again when all runs are there
        for at in range(0, len(items), _AT_ONCE):
            marshal.dump(items[at : at + _AT_ONCE], file)
        self.files.append(file)

    def merged(self) -> Iterator[tuple[str, list[Any]]]:
        """Every key once, in order, with its values."""
        runs = [*(_items(file) for file in self.files), iter(self.last)]
        for key, items in groupby(heapq.merge(*runs, key=_KEY), key=_KEY):
            yield key.decode("utf-16-be"), [value for _, value in items]
        for file in self.files:
            file.close()
        self.files, self.last = [], []


def _items(file: IO[bytes]) -> Iterator[Item]:
    file.seek(0)
    while True:
        try:
            yield from marshal.load(file)
        except EOFError:
            return
