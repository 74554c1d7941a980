"""`chancery publish-ledger`: the addresses of a folder of seeds, written down so that a build can keep them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.archive import addresses_of, assemble, keep
from generator.model import Settings
from generator.pipeline import catalogue
from generator.read import LEDGER, ledger_text, read_promises, seed_paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a ledger holds now: how many addresses, how many of them new, and where it stands."""

    path: Path
    addresses: int
    new: int


def publish_ledger(settings: Settings, watched: Callable[[Sequence[Path]], Iterable[Path]] = iter) -> Published:
    """Add the address of each record, and of each former name, to the ledger of the folder of seeds; none is ever taken out.

    An address stays with the id that had it first. `watched` hands the seeds on one by one.

    Raises:
        BrokenPromiseError: when an address of the ledger leads nowhere; nothing is written then.
    """
    promises = read_promises(settings.seeds)
    outcomes = catalogue(watched(tuple(seed_paths(settings.seeds))), settings)
    archive = assemble((each.record.entry for each in outcomes if each.record), settings, promises)
    keep(promises, archive.entries)
    addresses = {**addresses_of(archive.entries), **promises.addresses}
    path = settings.seeds / LEDGER
    _replace(path, ledger_text(addresses).encode())
    return Published(path=path, addresses=len(addresses), new=len(addresses) - len(promises.addresses))


def _replace(path: Path, data: bytes) -> None:
    """Write a file in one step, for everyone to read."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.chmod(name, 0o644)
    os.replace(name, path)
