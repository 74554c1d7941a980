"""What a folder of seeds promises: the ledger of published addresses, and the tombstones of withdrawn records."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from generator.errors import DataError, Doubt, SeedRefusedError
from generator.model import Promises, Tombstone
from generator.read.gone import read_tombstone
from generator.read.names import GONE, LEDGER, shown_path

HEAD = "address\tid"
_ROW = re.compile(r"(?P<address>[a-z0-9]+(?:-[a-z0-9]+)*)\t(?P<id>[^\t]+)")


def read_promises(folder: Path) -> Promises:
    """The promises of a folder; none where there are neither a ledger nor tombstones. A faulty tombstone becomes doubts.

    Raises:
        DataError: when the ledger cannot be read as addresses and ids, with each line that is wrong.
    """
    names = sorted(name for name in os.listdir(folder) if name.endswith(GONE) and not name.startswith(".")) if folder.is_dir() else []
    stones: list[Tombstone] = []
    doubts: list[Doubt] = []
    for name in names:
        try:
            stones.append(read_tombstone(folder / name))
        except SeedRefusedError as refusal:
            doubts += refusal.doubts
    addresses, lines = _ledger(folder / LEDGER)
    return Promises(
        path=shown_path(folder / LEDGER),
        addresses=addresses,
        lines=lines,
        tombstones=tuple(stones),
        withdrawn=frozenset(name.removesuffix(GONE) for name in names),
        doubts=tuple(doubts),
    )


def ledger_text(addresses: Mapping[str, str]) -> str:
    """A ledger as the text of its file: an address and its id a line, sorted, so that a change shows as one line."""
    return "".join(f"{line}\n" for line in (HEAD, *(f"{address}\t{name}" for address, name in sorted(addresses.items()))))


def _ledger(path: Path) -> tuple[dict[str, str], dict[str, int]]:
    """Each address with the id that had it, and its line; nothing where there is no ledger."""
    if not os.path.lexists(path):
        return {}, {}
    if path.is_symlink() or not path.is_file():
        raise DataError((f"{shown_path(path)}:1: the ledger of addresses is no plain file",))
    addresses: dict[str, str] = {}
    lines: dict[str, int] = {}
    faults: list[str] = []
    with path.open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(map(_bare, file), 1):
            row = _ROW.fullmatch(line)
            if line == HEAD:
                continue
            if row and row["address"] not in addresses:
                addresses[row["address"]], lines[row["address"]] = row["id"], number
            else:
                faults.append(f"{shown_path(path)}:{number}: write an address in [a-z0-9-], a tabulator and the id that has it, each once")
    if faults:
        raise DataError(tuple(faults))
    return addresses, lines


def _bare(line: str) -> str:
    """A line without its end."""
    return line.rstrip("\r\n")
