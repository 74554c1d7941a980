"""Shards: what stands in one file of a shelf, and how shelves are written, whole or where something changed."""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.search.cuts import Shelf, order
from generator.search.postings import read_varint, varint

Entry = tuple[str, bytes]
"""A key with its refs or its list of postings."""
Edit = Callable[[bytes | None], bytes | None]
"""What an entry was (or `None`) → what it shall be."""
_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Shard:
    """The unit that a shard begins with, and that unit's size, which decides with others where the one before it ends."""

    start: str
    head: int


class Outbox:
    """Writes files under a folder, those alone whose bytes changed, and knows which."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: set[str] = set()
        self.removed: set[str] = set()

    def write(self, uri: str, content: bytes) -> None:
        """Write one file."""
        path = self.folder / uri
        self.removed.discard(uri)
        try:
            if path.read_bytes() == content:
                return
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.written.add(uri)

    def remove(self, uri: str) -> None:
        """Remove one file, if it is there."""
        path = self.folder / uri
        if path.is_file():
            path.unlink()
            self.written.discard(uri)
            self.removed.add(uri)

    def read(self, uri: str) -> bytes:
        """The bytes of a file before compression."""
        return zlib.decompress((self.folder / uri).read_bytes())


def packed_shard(shelf: Shelf, entries: list[Entry]) -> bytes:
    """A shard before compression: lines `key⇥refs`; of postings the keys first, then each list behind its length."""
    if shelf.folder != "p":
        return b"\n".join(key.encode() + (b"\t" + value if value else b"") for key, value in entries)
    keys = "\n".join(key for key, _ in entries).encode()
    return varint(len(keys)) + keys + b"".join(varint(len(value)) + value for _, value in entries)


def unpacked_shard(shelf: Shelf, content: bytes) -> Iterator[Entry]:
    """The entries of a shard in their order."""
    if shelf.folder != "p":
        for line in content.split(b"\n"):
            written, _, value = line.partition(b"\t")
            yield written.decode(), value
        return
    length, at = read_varint(content, 0)
    keys, at = content[at : at + length].decode(), at + length
    for key in keys.split("\n"):
        length, at = read_varint(content, at)
        yield key, content[at : at + length]
        at += length


@dataclass(slots=True)
class Cutter:
    """Takes entries in their order, and writes a shard whenever the shelf is to be cut."""

    shelf: Shelf
    outbox: Outbox
    shards: list[Shard] = field(default_factory=list)
    held: list[Entry] = field(default_factory=list)
    size: int = 0
    unit: str = ""
    fresh: list[Entry] = field(default_factory=list)
    first: Shard | None = None

    def take(self, entries: Iterable[Entry]) -> None:
        """The next entries."""
        letters, lists = self.shelf.letters, self.shelf.folder == "p"
        unit, fresh = self.unit, self.fresh
        for entry in entries:
            begins = entry[0][:letters]  # as `Shelf.unit` has it, for each of very many keys
            if lists and " " in begins:
                begins = begins.partition(" ")[0]
            if begins != unit:
                self.settle()
                unit = self.unit = begins
                fresh = self.fresh
            fresh.append(entry)

    def settle(self) -> None:
        """The unit at hand is whole: it joins the shard at hand, or begins another."""
        if not self.fresh:
            return
        size = len(self.fresh)
        for key, value in self.fresh:
            size += len(key if key.isascii() else key.encode()) + len(value)
        if self.shelf.cut(self.size, self.unit, size):
            self.close()
        self.first = self.first or Shard(self.unit, size)
        self.held += self.fresh
        self.size += size
        self.fresh = []

    def close(self) -> None:
        """Write the shard at hand."""
        if self.first:
            content = zlib.compress(packed_shard(self.shelf, self.held), _LEVEL)
            self.outbox.write(self.shelf.file(self.first.start), content)
            self.shards.append(self.first)
        self.held, self.size, self.first = [], 0, None


def write_shelf(shelf: Shelf, entries: Iterable[Entry], outbox: Outbox) -> list[Shard]:
    """Write a shelf anew from its entries in their order."""
    cutter = Cutter(shelf, outbox)
    cutter.take(entries)
    cutter.settle()
    cutter.close()
    return cutter.shards


def edit_shelf(shelf: Shelf, shards: list[Shard], edits: Mapping[str, Edit], outbox: Outbox) -> list[Shard]:
    """Apply edits to a shelf; only shards in which something changes are read and written."""
    keys = sorted(edits, key=order)
    ordered = [order(key) for key in keys]
    units = {shelf.unit(key) for key in keys}
    starts = [order(shard.start) for shard in shards]
    kept: list[Shard] = []
    done = at = 0  # shards and keys that are dealt with
    while at < len(keys):
        begin = max(done, bisect_right(starts, ordered[at]) - 1)
        while begin > done and shards[begin].start in units:
            begin -= 1  # what a shard begins with decides where the one before it ends
        kept += shards[done:begin]
        cutter = Cutter(shelf, outbox)
        done = begin
        while True:
            done += 1
            ends = starts[done] if done < len(starts) else None
            upto = len(keys) if ends is None else bisect_left(ordered, ends, at)
            old = unpacked_shard(shelf, outbox.read(shelf.file(shards[done - 1].start))) if shards else ()
            cutter.take(_merged(old, {key: edits[key] for key in keys[at:upto]}))
            at = upto
            cutter.settle()
            if done >= len(shards) or (shards[done].start not in units and shelf.cut(cutter.size, shards[done].start, shards[done].head)):
                break
        cutter.close()
        kept += cutter.shards
    kept += shards[done:]
    for start in {shard.start for shard in shards} - {shard.start for shard in kept}:
        outbox.remove(shelf.file(start))
    return kept


def _merged(old: Iterable[Entry], edits: Mapping[str, Edit]) -> Iterator[Entry]:
    """The entries of a shard with the edits that fall into it."""
    found: dict[str, bytes] = dict(old)
    fresh = False
    for key, edit in edits.items():
        value = edit(found.get(key))
        if value is None:
            found.pop(key, None)
        else:
            fresh = fresh or key not in found
            found[key] = value
    yield from sorted(found.items(), key=lambda entry: order(entry[0])) if fresh else found.items()
