"""Addresses are a promise: who keeps one that two records claim, and which published one leads nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.errors import BrokenPromiseError, Doubt
from generator.model import Entries, Entry, Promises, Tombstone
from generator.text.slug import slug


def settle(entries: Sequence[Entry], promises: Promises) -> tuple[Entries, tuple[Doubt, ...]]:
    """The records that are published, each at an address of its own, and an error about each of the others."""
    withdrawn = tuple(entry for entry in entries if entry.id in promises.withdrawn)
    claims: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.id not in promises.withdrawn:
            claims[entry.slug].append(entry)
    kept = tuple(holder for address, claimants in claims.items() if (holder := _holder(address, claimants, promises)))
    doubts = (doubt for address, claimants in sorted(claims.items()) for doubt in _clashes(address, claimants, promises))
    return kept, (*map(_withdrawn, withdrawn), *doubts)


def _holder(address: str, claimants: Sequence[Entry], promises: Promises) -> Entry | None:
    """Who has an address: its only claimant, else the one that had it when it was published."""
    if len(claimants) == 1:
        return claimants[0]
    return next((entry for entry in claimants if promises.addresses.get(address) == entry.id), None)


def _clashes(address: str, claimants: Sequence[Entry], promises: Promises) -> Iterator[Doubt]:
    """Each claimant of an address is told of the others, and who of them stays."""
    holder = _holder(address, claimants, promises)
    for entry in claimants if len(claimants) > 1 else ():
        if holder is None:
            others = ", ".join(other.path for other in claimants if other is not entry)
            yield _error(entry.path, "D500", address=address, other=others)
        elif entry is not holder:
            yield _error(entry.path, "D505", address=address, other=holder.path)


def _withdrawn(entry: Entry) -> Doubt:
    return _error(entry.path, "D521", name=f"{entry.id}.gone.yml")


def _error(path: str, code: str, line: int = 1, **values: str) -> Doubt:
    return Doubt(seed=path, line=line, column=1, level="error", code=code, values=values)


def addresses_of(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Every address of the records with the id that has it: their own, and those of their former names."""
    listed = tuple(entries)
    own = {entry.slug: entry.id for entry in listed}
    former = {slug(alias): alias for entry in listed for alias in entry.aliases}
    return {**former, **own}


def gone_addresses(tombstones: Iterable[Tombstone]) -> Mapping[str, Tombstone]:
    """The addresses that tombstones stand at; the tombstone that is named so wins over one that names it an alias."""
    listed = tuple(tombstones)
    former = {slug(alias): stone for stone in listed for alias in stone.aliases}
    return {address: stone for address, stone in (*former.items(), *((slug(stone.name), stone) for stone in listed)) if address}


def broken(promises: Promises, entries: Iterable[Entry]) -> tuple[Doubt, ...]:
    """An error for each published address that neither shows a record, leads to one, nor has a tombstone."""
    reached = addresses_of(entries).keys() | gone_addresses(promises.tombstones).keys()
    lost = ((address, name) for address, name in promises.addresses.items() if address not in reached)
    return tuple(_error(promises.path, "D520", promises.lines[address], address=address, name=name) for address, name in lost)


def keep(promises: Promises, entries: Iterable[Entry]) -> None:
    """Let a build go on only when each published address is kept.

    Raises:
        BrokenPromiseError: with the addresses that are not.
    """
    found = broken(promises, entries)
    if found:
        raise BrokenPromiseError(found)
