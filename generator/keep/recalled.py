"""What the last build compared of the archive's records, by heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from generator.keep.pack import digest
from generator.keep.store import Store
from generator.model import Entries

T = TypeVar("T")
_KIND = "compared"


class Recalled:
    """Gives what was made of the same records under the same heading, else makes it; `digests` tell records by id."""

    def __init__(self, store: Store, edition: str, digests: Mapping[str, bytes]) -> None:
        self._store = store
        self._edition = edition
        self._digests = digests
        self._before: dict[tuple[str, str], tuple[bytes, Any]] = store.get(_KIND, "all", edition) or {}
        self._after: dict[tuple[str, str], tuple[bytes, Any]] = {}

    def __call__(self, kind: str, key: str, entries: Entries, make: Callable[[], T], beside: object = None) -> T:
        """The result, recalled or made."""
        told = digest(*(self._digests[entry.id] for entry in entries), repr(beside).encode() if beside else b"")
        known = self._before.get((kind, key))
        result: T = known[1] if known and known[0] == told else make()
        self._after[kind, key] = (told, result)
        return result

    def save(self) -> None:
        """Hand everything to the store."""
        if self._after != self._before:
            self._store.put(_KIND, "all", self._edition, self._after)
