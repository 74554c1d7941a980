"""The work of a build: what is made, from which parts of the archive, and what of it an earlier build made already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.keep.store import Store
from generator.model import Task

Read = tuple[str, object]
_KIND = "work"


Done = tuple[bytes, tuple[Read, ...], dict[str, bytes]]
"""Of a task: its key, what it asked of the archive, and what it made (address → digest of the bytes)."""


class Work:
    """Which tasks have to be done, given what the last build did; `stamp` tells a part of the archive by its content.

    Where the last build's files cannot be `believed`, all of them.
    """

    def __init__(self, store: Store, edition: str, stamp: Callable[[Read], bytes], *, believed: bool) -> None:
        self._store = store
        self._edition = edition
        self._stamp = stamp
        self._before: dict[str, Done] = (store.get(_KIND, "done", edition) if believed else None) or {}
        stamps: Mapping[Read, bytes] = store.get(_KIND, "stamps", edition) or {}
        self._stale = frozenset(read for read, known in stamps.items() if stamp(read) != known)
        self._after: dict[str, Done] = {}
        self._reads: dict[Read, Read] = {}

    @property
    def files(self) -> Iterator[tuple[str, bytes]]:
        """Address and digest of everything that the tasks so far made, now or before."""
        for _, _, files in self._after.values():
            yield from files.items()

    def to_do(self, tasks: Iterable[Task], leave: Callable[[str], None]) -> Iterator[Task]:
        """The tasks that have to be done; the others are noted as they were, and `leave` is told their files."""
        for task in tasks:
            known = self._before.get(task.name)
            if known is not None and known[0] == task.key and self._stale.isdisjoint(known[1]):
                self._after[task.name] = known
                for uri in known[2]:
                    leave(uri)
            else:
                yield task

    def done(self, task: Task, reads: Iterable[Read], files: Mapping[str, bytes]) -> None:
        """Note what a task was made from and what it made."""
        shared = tuple(self._reads.setdefault(read, read) for read in reads)
        self._after[task.name] = (task.key, shared, dict(files))

    def save(self) -> None:
        """Hand what was done to the store."""
        reads = {read for _, reads, _ in self._after.values() for read in reads}
        self._store.put(_KIND, "done", self._edition, self._after)
        self._store.put(_KIND, "stamps", self._edition, {read: self._stamp(read) for read in reads})
