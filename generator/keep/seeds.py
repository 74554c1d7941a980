"""Seeds that an earlier build catalogued: told by size, times and inode of their files, and where these differ by content."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from generator.errors import Doubt
from generator.keep.pack import DIGEST, digest, packed, value_digest
from generator.keep.store import Store
from generator.model import Entry, Found, Record

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is written again must have another time (file systems count at worst in two seconds)."""
LARGEST = 2_000_000
"""Bytes; a file beyond any seed's size is refused each time anew instead of being read here."""
_KIND = "seed"

T = TypeVar("T")

_Row = tuple[Entry | None, tuple[Doubt, ...], bytes, bytes]
Traits = tuple[int, ...]
"""Size, time of change of content and of node, inode: what a file that was not touched keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSeed:
    """What became of a seed without its text: its entry (evidence left out), or `None` where it was refused; every doubt.

    `digest` tells the entry by its content, `whole` the record with its text.
    """

    entry: Entry | None
    doubts: tuple[Doubt, ...]
    digest: bytes
    whole: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedSeed:
    """What was found out about a seed, ready to be kept: its bare entry, its doubts, the record and its line of data packed."""

    entry: Entry | None
    doubts: tuple[Doubt, ...]
    record: bytes = b""
    line: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The seeds of a folder by name: those to be catalogued, and those that are as an earlier build found them.

    `gone` are names of seeds that are no more.
    """

    fresh: tuple[Path, ...]
    same: frozenset[str]
    gone: frozenset[str]


class Seeds:
    """The seeds of one folder between two builds."""

    def __init__(self, store: Store, edition: str) -> None:
        self._store = store
        self._edition = edition
        self._traits: dict[str, tuple[Traits, bytes]] = store.get(_KIND, "traits", edition) or {}
        self._chunks: dict[str, dict[str, _Row]] = {}
        self._touched: set[str] = set()
        self._shared: dict[object, Any] = {}

    def scan(self, paths: Iterable[Path]) -> Scan:
        """Which seeds changed since they were catalogued."""
        before, now = self._traits, time.time_ns()
        self._traits, fresh, same = {}, [], set()
        for path in paths:
            found = _traits(path)
            known = before.get(path.name)
            if found is None or known is None or known[0] != found:
                content = _content(path, found) if found else b""
                self._traits[path.name] = (_settled(found, now), content)
                if not content or known is None or known[1] != content:
                    fresh.append(path)
                    continue
            else:
                self._traits[path.name] = known
            same.add(path.name)
        return Scan(fresh=tuple(fresh), same=frozenset(same), gone=frozenset(before.keys() - self._traits.keys()))

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Each seed by its file name with the digest of its bytes; none for those that are too large to be read."""
        return ((name, content) for name, (_, content) in self._traits.items())

    def keep(self, name: str, seed: PackedSeed) -> None:
        """Keep what was found out about a seed."""
        bare = without_evidence(seed.entry, self._shared) if seed.entry else None
        self._chunk(name)[name] = (bare, seed.doubts, value_digest((bare, seed.doubts)), digest(seed.record))
        self._touched.add(_chunk_of(name))
        if seed.entry is not None:
            self._store.put_packed("record", [(name, seed.record)], self._edition)
            self._store.put_packed("line", [(name, seed.line)], self._edition)

    def forget(self, names: Iterable[str]) -> None:
        """Forget seeds that are no more."""
        for name in names:
            self._chunk(name).pop(name, None)
            self._touched.add(_chunk_of(name))
        self._store.drop("record", names)
        self._store.drop("line", names)

    def outcome(self, name: str) -> KeptSeed | None:
        """What became of a seed; `None` where it is not known after all."""
        found = self._chunk(name).get(name)
        return KeptSeed(entry=found[0], doubts=found[1], digest=found[2], whole=found[3]) if found else None

    def record(self, name: str) -> Record | None:
        """A record whole; `None` where it is not known after all."""
        found: Record | None = self._store.get("record", name, self._edition)
        return found

    def line(self, name: str) -> bytes | None:
        """A record as a line of data; `None` where it is not known after all."""
        found: bytes | None = self._store.get("line", name, self._edition)
        return found

    def save(self) -> None:
        """Hand everything to the store."""
        self._store.put(_KIND, "traits", self._edition, self._traits)
        for chunk in sorted(self._touched):
            self._store.put(_KIND, chunk, self._edition, self._chunks[chunk])
        self._touched.clear()

    def _chunk(self, name: str) -> dict[str, _Row]:
        chunk = _chunk_of(name)
        if chunk not in self._chunks:
            self._chunks[chunk] = self._store.get(_KIND, chunk, self._edition) or {}
        return self._chunks[chunk]


def packed_seed(record: Record | None, doubts: tuple[Doubt, ...], line: bytes) -> PackedSeed:
    """A seed's record (`None` where it was refused) to be kept; `line` is the record as the data file of all records has it."""
    if record is None:
        return PackedSeed(entry=None, doubts=doubts)
    return PackedSeed(entry=without_evidence(record.entry), doubts=doubts, record=packed(record), line=packed(line))


def without_evidence(entry: Entry, shared: dict[object, Any] | None = None) -> Entry:
    """An entry as lists and indexes need it: no quotes but those that tell the event, which data files have.

    With `shared`, values that are equal become one object.
    """
    known: dict[object, Any] = {} if shared is None else shared
    one, many = partial(_bare, known), partial(_bares, known)
    return replace(
        entry,
        language=_bare(known, entry.language),
        title=_bare(known, entry.title),
        date=one(entry.date) if entry.date else None,
        published=one(entry.published) if entry.published else None,
        parties=many(entry.parties),
        mentions=many(entry.mentions),
        organisations=many(entry.organisations),
        event=entry.event,
        topics=many(entry.topics),
        people=many(entry.people),
        figures=many(entry.figures),
        source=one(entry.source) if entry.source else None,
        doubts=(),
    )


def _bares(shared: dict[object, Any], found: tuple[Found[T], ...]) -> tuple[Found[T], ...]:
    return tuple(_bare(shared, each) for each in found)


def _bare(shared: dict[object, Any], found: Found[T]) -> Found[T]:
    key = (found.value, found.basis, found.rule, found.confidence)
    made: Found[T] = shared.setdefault(key, replace(found, evidence=()))
    return made


def _chunk_of(name: str) -> str:
    """In which of 256 parts a seed is kept, so that one that changes takes few others along."""
    return blake2b(name.encode("utf-8", "surrogateescape"), digest_size=1).hexdigest()


def _traits(path: Path) -> Traits | None:
    """The traits of a plain file; `None` for anything else, which is looked at each time."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode


def _settled(traits: Traits | None, now: int) -> Traits:
    """The traits of a file, or none that it could have where it is so new that a change might not be seen in them."""
    return traits if traits and max(traits[1:3]) < now - _SETTLED else ()


def _content(path: Path, traits: Traits) -> bytes:
    """The digest of a file's bytes; none for one that is too large to be read at all."""
    if traits[0] > LARGEST:
        return b""
    try:
        return blake2b(path.read_bytes(), digest_size=DIGEST).digest()
    except OSError:
        return b""
