"""An archive that notes what is asked of it, so that a page is made again exactly when that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from typing import Any, TypeVar

from generator.model import Archive, Entries, Entry

K = TypeVar("K")
V = TypeVar("V")

Read = tuple[str, object]
"""A field of the archive and a key in it; `ALL` stands for the keys themselves, or for all records."""
ALL = ("*",)
_PLAIN = frozenset({"doubts"})
_DIGEST = 16


class Watch:
    """An archive and what has been asked of it since `start`; `digests` tells each record by its content."""

    def __init__(self, archive: Archive, digests: Mapping[str, bytes]) -> None:
        self._inner = archive
        self._digests = digests
        self._stamps: dict[Read, bytes] = {}
        self._asked: set[Read] = set()
        seen: dict[str, Any] = {}
        for field in fields(Archive):
            value = getattr(archive, field.name)
            wrapper = value if field.name in _PLAIN else _Records(value, self._asked) if field.name == "entries" else None
            seen[field.name] = _Heading(field.name, value, self._asked) if wrapper is None else wrapper
        self.archive = Archive(**seen)

    def start(self) -> None:
        """Forget what was asked before."""
        self._asked.clear()

    def asked(self) -> frozenset[Read]:
        """What was asked since `start`."""
        return frozenset(self._asked)

    def stamp(self, read: Read) -> bytes:
        """What the answer to a question says, as a digest; equal for as long as the answer is."""
        if read not in self._stamps:
            self._stamps[read] = self._answer(*read)
        return self._stamps[read]

    def digest(self, value: object) -> bytes:
        """What records, or collections of them, say, as a digest."""
        made = blake2b(digest_size=_DIGEST)
        for part in self._parts(value):
            made.update(part)
        return made.digest()

    def _answer(self, field: str, key: object) -> bytes:
        value = getattr(self._inner, field)
        if field == "entries":
            return self.digest(value)
        if key is ALL or key == ALL:
            return self.digest(tuple(repr(each) for each in value))
        return self.digest(value[key]) if key in value else b""

    def _parts(self, value: object) -> Iterator[bytes]:
        """A value piece by piece; every piece of records has one length, the others tell theirs."""
        if isinstance(value, Entry):
            yield self._digests[value.id]
        elif isinstance(value, Mapping):
            for key, inner in value.items():
                yield f"{key!r}:".encode()
                yield from self._parts(inner)
        elif isinstance(value, tuple):
            yield f"({len(value)}:".encode()
            for inner in value:
                yield from self._parts(inner)
        else:
            told = repr(value).encode()
            yield f"{len(told)}:".encode() + told


class _Heading(Mapping[K, V]):
    """A field that is a mapping."""

    def __init__(self, name: str, inner: Mapping[K, V], asked: set[Read]) -> None:
        self._name = name
        self._inner = inner
        self._asked = asked

    def __getitem__(self, key: K) -> V:
        self._asked.add((self._name, key))
        return self._inner[key]

    def __iter__(self) -> Iterator[K]:
        self._asked.add((self._name, ALL))
        return iter(self._inner)

    def __len__(self) -> int:
        self._asked.add((self._name, ALL))
        return len(self._inner)


class _Records(Sequence[Entry]):
    """All records."""

    def __init__(self, inner: Entries, asked: set[Read]) -> None:
        self._inner = inner
        self._asked = asked

    def __getitem__(self, place: Any) -> Any:
        self._asked.add(("entries", ALL))
        return self._inner[place]

    def __iter__(self) -> Iterator[Entry]:
        self._asked.add(("entries", ALL))
        return iter(self._inner)

    def __len__(self) -> int:
        self._asked.add(("entries", ALL))
        return len(self._inner)
