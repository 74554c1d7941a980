"""What stays between two runs, beside the index: analyses, counts and where shards begin. A database of SQLite."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.search.analysed import Analysed
from generator.search.concepts import Label
from generator.search.shards import Shard

_TABLES = """
create table if not exists facts (name text primary key, value text) without rowid;
create table if not exists known (whole blob);
create table if not exists records (id text primary key, packed blob) without rowid;
create table if not exists entries (entry text primary key, count integer) without rowid;
create table if not exists held (name text primary key, count integer) without rowid;
create table if not exists labels (language text, concept text, label text);
create index if not exists labels_by_language on labels (language);
create index if not exists labels_by_concept on labels (concept);
create table if not exists shards (shelf text, place integer, start text, head integer, primary key (shelf, place)) without rowid;
"""
_CLEAN = "clean"
_BESIDE = ("-wal", "-shm")
"""What SQLite writes beside a database while it is changed."""


class Known(NamedTuple):
    """A record as the last run left it; `facets` are its values of each."""

    number: int
    digest: str
    stamp: int
    facets: tuple[tuple[str, ...], ...]


class LostError(Exception):
    """The database has not what it should: somebody else was at it."""


class State:
    """The database; see `opened`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        database.executescript(_TABLES)
        row = database.execute("select whole from known").fetchone()
        self.known: dict[str, Known] = {name: Known(*facts) for name, facts in marshal.loads(row[0]).items()} if row else {}

    def begin(self) -> None:
        """From here on the index is being changed; unless `finish` is reached, the next run makes it anew."""
        self.database.execute("delete from facts where name = ?", (_CLEAN,))
        self.database.commit()

    def finish(self, fingerprint: str) -> None:
        """The index is whole again."""
        self.database.execute("delete from known")
        whole = marshal.dumps({name: tuple(known) for name, known in self.known.items()})
        self.database.execute("insert into known values (?)", (whole,))
        self.database.execute("insert or replace into facts values (?, ?)", (_CLEAN, fingerprint))
        self.database.commit()

    def is_of(self, fingerprint: str) -> bool:
        """Whether the index is whole and was made with these tables and settings."""
        found = self.database.execute("select value from facts where name = ?", (_CLEAN,)).fetchone()
        return found is not None and bool(found[0] == fingerprint)

    def analysed(self, record: str) -> Analysed:
        """The analysis of a record, without its fragment. Raises `LostError` where there is none, though there should be."""
        row = self.database.execute("select packed from records where id = ?", (record,)).fetchone()
        if row is None:
            raise LostError(record)
        return Analysed.unpacked(row[0])

    def keep(self, record: str, number: int, digest: str, analysed: Analysed) -> None:
        """Keep a record's analysis."""
        self.known[record] = Known(number, digest, analysed.stamp(), analysed.facets)
        self.database.execute("insert or replace into records values (?, ?)", (record, analysed.packed()))

    def renumber(self, record: str, number: int) -> None:
        """Give a record that is what it was another number."""
        self.known[record] = self.known[record]._replace(number=number)

    def forget(self, record: str) -> None:
        """Let go of a record."""
        del self.known[record]
        self.database.execute("delete from records where id = ?", (record,))

    def held(self) -> list[str]:
        """What records have that must have a name."""
        return [name for (name,) in self.database.execute("select name from held order by name")]

    def count(self, table: str, changes: Mapping[str, int]) -> Iterator[tuple[str, bool]]:
        """Change counts in a table (`entries` or `held`); yields what is new (true) and what is no more (false)."""
        column = {"entries": "entry", "held": "name"}[table]
        for name, change in sorted(changes.items()):
            if not change:
                continue
            row = self.database.execute(f"select count from {table} where {column} = ?", (name,)).fetchone()
            old = row[0] if row else 0
            if old + change > 0:
                self.database.execute(f"insert or replace into {table} values (?, ?)", (name, old + change))
            else:
                self.database.execute(f"delete from {table} where {column} = ?", (name,))
            if (old > 0) != (old + change > 0):
                yield name, old + change > 0

    def fill(self, table: str, rows: Iterable[tuple[str, int]]) -> None:
        """Put counts into an empty table."""
        self.database.executemany(f"insert into {table} values (?, ?)", rows)

    def shards(self, shelf: str) -> list[Shard]:
        """The shards of a shelf in their order."""
        return [Shard(*row) for row in self.database.execute("select start, head from shards where shelf = ? order by place", (shelf,))]

    def keep_shards(self, shelf: str, shards: Iterable[Shard]) -> None:
        """Keep where the shards of a shelf begin."""
        self.database.execute("delete from shards where shelf = ?", (shelf,))
        rows = ((shelf, place, shard.start, shard.head) for place, shard in enumerate(shards))
        self.database.executemany("insert into shards values (?, ?, ?, ?)", rows)

    def forget_all(self, labels: Iterable[Label]) -> None:
        """Begin anew with the names of concepts."""
        self.known = {}
        for table in ("records", "labels"):
            self.database.execute(f"delete from {table}")
        self.database.executemany("insert into labels values (?, ?, ?)", ((each.language, each.concept, each.text) for each in labels))

    def labels(self, *, language: str | None = None, concept: str | None = None) -> Iterator[Label]:
        """The names in a language, or of a concept."""
        column, value = ("language", language) if language is not None else ("concept", concept)
        for row in self.database.execute(f"select concept, language, label from labels where {column} = ?", (value,)):
            yield Label(*row)

    def clear(self) -> None:
        """Forget counts and shards; the analyses stay."""
        for table in ("entries", "held", "shards"):
            self.database.execute(f"delete from {table}")


@contextmanager
def opened(path: Path) -> Iterator[State]:
    """The state in a file; one that cannot be read is begun anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        database = _connected(path)
    except sqlite3.DatabaseError:
        for each in (path, *(path.with_name(path.name + end) for end in _BESIDE)):
            each.unlink(missing_ok=True)
        database = _connected(path)
    try:
        yield State(database)
    finally:
        database.close()


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    database.execute("pragma journal_mode = wal")  # whatever ends a run, the database is that of before or that of after
    database.execute("pragma synchronous = normal")
    database.execute("select count(*) from sqlite_master")
    return database
