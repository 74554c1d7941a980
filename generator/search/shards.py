"""The files of the index: sorted keys and postings cut into shards, each compressed and named by its content."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.search.groups import Ref
from generator.search.lexicon import Posting

KEYS = 12_000
"""Bytes of a shard of keys before compression."""
_POSTINGS = 6_000
"""Bytes of a shard of postings in a small archive; in a large one it grows as the root of them all."""
FOLDER = "search"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Shelf:
    """A row of shards: where each begins (a key or a number), and its name; `files` are still to be written."""

    starts: list[str | int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, start: str | int, content: bytes) -> None:
        """Put a shard behind the others."""
        name, packed = packed_file(content)
        self.starts.append(start)
        self.names.append(name)
        self.files[address(name)] = packed

    def listed(self) -> list[object]:
        """The row as the manifest has it; numbers as steps from one to the next."""
        numbers = [start for start in self.starts if isinstance(start, int)]
        steps = [number - before for before, number in pairwise([0, *numbers])]
        return [steps or self.starts, "".join(self.names)]


def packed_file(content: bytes) -> tuple[str, bytes]:
    """The name of a file (eight hexadecimal digits of its content) and its compressed bytes."""
    return hashlib.sha256(content).hexdigest()[:8], zlib.compress(content, 9)


def address(name: str) -> str:
    """Where a file stands in the site."""
    return f"{FOLDER}/{name}.z"


def packed_json(value: object) -> bytes:
    """A value as compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def base36(number: int) -> str:
    """A whole number in base 36, as `parseInt(…, 36)` reads it."""
    digits = ""
    rest = abs(number)
    while rest or not digits:
        digits = _DIGITS[rest % 36] + digits
        rest //= 36
    return f"-{digits}" if number < 0 else digits


def dictionary_shelf(entries: Iterable[tuple[str, Iterable[Ref]]]) -> Shelf:
    """Keys with their refs, in code point order: a line a key, `key⇥ref ref`.

    A ref is the letter of its language (`a` for the first; capital for a stem) and its target in base 36, less that of
    the ref before it in the shard.
    """
    shelf = Shelf()
    lines: list[str] = []
    size, last, before, start = 0, 0, "", ""
    for key, refs in entries:
        if size > KEYS:
            shelf.add(start, "\n".join(lines).encode())
            lines, size, last = [], 0, 0
            start = _shortest_between(before, key)
        written = []
        for ref in sorted(refs):
            letter = chr((65 if ref.stem else 97) + ref.language)
            written.append(letter + base36(ref.target - last))
            last = ref.target
        line = f"{key}\t{' '.join(written)}" if written else key
        lines.append(line)
        size += len(line.encode()) + 1
        before = key
    shelf.add(start, "\n".join(lines).encode())
    return shelf


def _shortest_between(before: str, key: str) -> str:
    """The shortest beginning of `key` that comes after `before`."""
    return next((key[:length] for length in range(1, len(key)) if key[:length] > before), key)


def posting_shelf(groups: Iterable[tuple[int, list[Posting]]], total: int) -> Shelf:
    """Postings by group number: the length in bytes, then for each record the step from the last and its weight.

    `total` is about how many bytes there are in all.
    """
    shelf = Shelf()
    most = max(_POSTINGS, round(4 * total**0.5))
    content = bytearray()
    start = 0
    for number, postings in groups:
        written = bytes(_posting_bytes(postings))
        if content and len(content) + len(written) > most:
            shelf.add(start, bytes(content))
            content, start = bytearray(), number
        content += bytes(varint(len(written))) + written
    shelf.add(start, bytes(content))
    return shelf


def _posting_bytes(postings: list[Posting]) -> Iterator[int]:
    last = 0
    for number, weight in postings:
        yield from varint(number - last)
        yield weight
        last = number


def varint(number: int) -> Iterator[int]:
    """Seven bits a byte, the lowest first; the high bit says that more follow."""
    while number > 127:
        yield number & 127 | 128
        number >>= 7
    yield number
