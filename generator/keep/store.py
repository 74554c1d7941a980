"""The file that builds of one archive keep things in: SQLite, written in one transaction at the end of a build.

A build that is killed leaves the file as it was. One that is damaged, or from another edition of what made it, counts
as empty.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.keep.pack import DamagedError, packed, unpacked

_TABLES = "CREATE TABLE IF NOT EXISTS kept (kind TEXT, name TEXT, edition TEXT, content BLOB, PRIMARY KEY (kind, name)) WITHOUT ROWID"


class Store:
    """Values by kind and name, each under the edition of data, rules or theme that it was made with.

    Nothing is on the disk before `commit`. Without a `path` nothing is ever kept. A copy of the process (`generator.workers`)
    that asks has a connection of its own, and sees what was committed.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._here = self._open() if path else sqlite3.connect(":memory:")
        self._here.execute(_TABLES)
        self._process = os.getpid()
        self._left: list[sqlite3.Connection] = []

    @property
    def _base(self) -> sqlite3.Connection:
        """The connection of this process: SQLite allows none to be taken across a fork, nor to be closed there."""
        if self._path and self._process != os.getpid():
            self._left.append(self._here)
            self._here, self._process = self._connect(), os.getpid()
        return self._here

    def _open(self) -> sqlite3.Connection:
        """The file; made anew where it is no database or cannot be read."""
        assert self._path is not None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._connect()
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm", "-journal"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        assert self._path is not None
        base = sqlite3.connect(self._path, isolation_level=None)
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        base.execute("PRAGMA cache_size=-16000")
        base.execute("SELECT count(*) FROM sqlite_master").fetchone()
        base.execute("BEGIN")
        return base

    def get(self, kind: str, name: str, edition: str) -> Any | None:
        """What was kept; `None` where there is nothing, or nothing whole, of this edition."""
        try:
            query = "SELECT content FROM kept WHERE kind = ? AND name = ? AND edition = ?"
            found = self._base.execute(query, (kind, name, edition)).fetchone()
            return unpacked(found[0]) if found else None
        except (sqlite3.DatabaseError, DamagedError):
            return None

    def put(self, kind: str, name: str, edition: str, value: object) -> None:
        """Keep a value."""
        self.put_packed(kind, [(name, packed(value))], edition)

    def put_packed(self, kind: str, values: Iterable[tuple[str, bytes]], edition: str) -> None:
        """Keep values that are packed already, by name."""
        rows = ((kind, name, edition, content) for name, content in values)
        self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)

    def drop(self, kind: str, names: Iterable[str]) -> None:
        """Forget values by name."""
        self._base.executemany("DELETE FROM kept WHERE kind = ? AND name = ?", ((kind, name) for name in names))

    def commit(self) -> None:
        """Put on the disk, in one step, what was kept since the last time."""
        if self._path:
            self._base.execute("COMMIT")
            self._base.execute("BEGIN")

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        with suppress(sqlite3.Error):
            self._base.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
