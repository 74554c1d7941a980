"""What an archive promised: addresses that were published, and what became of withdrawn records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """A withdrawn record: `name` is the id it had, `reason` one of `generator.read.gone.REASONS`.

    `day` is the day of the withdrawal (`2023-11-01`), `note` a keeper's own words, `aliases` further ids that are gone with it.
    """

    name: str
    path: str
    reason: str
    day: str | None = None
    note: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The ledger of a folder of seeds and the tombstones beside it.

    `addresses` maps each published address (a slug under `/records/`) to the id that had it, `lines` to its line
    in the ledger, which is the file `path`. `withdrawn` are the ids that have a tombstone file, also a faulty one.
    """

    path: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    tombstones: tuple[Tombstone, ...] = ()
    withdrawn: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()
