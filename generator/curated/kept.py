"""The tables as they were last read, kept beside the bytecode: reading YAML is most of a start otherwise.

The file is never trusted: it counts only while it names the edition of data and rules that is in force
and its bytes are whole, and reading it can make nothing but the frozen types of this room.
Where it cannot be read or written, the tables are read from the YAML again, and that is all.
"""

from __future__ import annotations

import io
import os
import pickle
import tempfile
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_DIGEST = 16
_ROOM = "generator.curated"
_BROKEN = (OSError, pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, KeyError, TypeError, ValueError)


def place() -> Path:
    """Where the tables are kept: as Python keeps bytecode, under its prefix where one is set."""
    return Path(cache_from_source(__file__)).with_name("tables.bin")


def read_kept(path: Path, edition: str) -> object | None:
    """What was kept for this edition; `None` where there is nothing, or nothing whole."""
    try:
        content = path.read_bytes()
        head = edition.encode()
        payload = content[len(head) + _DIGEST :]
        if content[: len(head)] != head or content[len(head) : len(head) + _DIGEST] != _digest(payload):
            return None
        tables: object = _Unpickler(io.BytesIO(payload)).load()
    except _BROKEN:
        return None
    return tables


def keep(path: Path, edition: str, tables: object) -> None:
    """Write the tables in one step; a folder that cannot be written to is left as it is."""
    payload = pickle.dumps(tables, protocol=5)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(edition.encode() + _digest(payload) + payload)
            os.replace(name, path)
        except OSError:
            os.unlink(name)


def _digest(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_DIGEST).digest()


class _Unpickler(pickle.Unpickler):
    """Makes the types of this room and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """A type of this room.

        Raises:
            UnpicklingError: for any other name.
        """
        found = super().find_class(module, name) if module.startswith(f"{_ROOM}.") or module == _ROOM else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"no table holds {module}.{name}")
        return found
