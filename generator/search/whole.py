"""The shelves made anew from the analyses of all records, one after the other, in memory that does not grow with them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.search.analysed import Analysed
from generator.search.cuts import Shelf
from generator.search.entries import SEPARATOR, is_word
from generator.search.postings import packed_list
from generator.search.runs import Runs
from generator.search.shards import Entry, Outbox, write_shelf
from generator.search.state import State
from generator.search.tongues import Tongues

_AT_ONCE = 400_000
"""Postings that are gathered before they are put aside, sorted."""
_WEIGHT_BITS = 5


class Gathered:
    """Postings and entries of records that come in the order of their numbers."""

    def __init__(self) -> None:
        self.posts, self.entries = Runs(), Runs()
        self.lists: dict[str, array[int]] = {}
        self.counts: Counter[str] = Counter()
        self.held: Counter[str] = Counter()
        self.size = 0

    def add(self, number: int, analysed: Analysed) -> None:
        """Take in one record."""
        for key, weight in analysed.posts.items():
            if key not in self.lists:
                self.lists[key] = array("Q")
            self.lists[key].append(number << _WEIGHT_BITS | weight)
        self.counts.update(analysed.entries)
        self.held.update(analysed.held)
        self.size += len(analysed.posts)
        if self.size >= _AT_ONCE:
            self.put_aside()

    def put_aside(self) -> None:
        """Sort what is at hand and put it on disk."""
        self.posts.add({key: found.tobytes() for key, found in self.lists.items()})
        self.entries.add(self.counts)
        self.lists, self.counts, self.size = {}, Counter(), 0


def write_whole(gathered: Gathered, state: State, tongues: Tongues, shelves: dict[str, Shelf], outbox: Outbox) -> None:
    """Write the three shelves, and keep counts and shards."""
    gathered.counts.update(_standing(gathered.held, tongues))
    gathered.put_aside()
    state.clear()
    state.fill("held", sorted(gathered.held.items()))
    backwards = Runs()
    shards = {
        "p": write_shelf(shelves["p"], _postings(gathered), outbox),
        "w": write_shelf(shelves["w"], _dictionary(gathered, state, backwards), outbox),
    }
    shards["b"] = write_shelf(shelves["b"], ((key, b"") for key, _ in backwards.merged()), outbox)
    for name, found in shards.items():
        state.keep_shards(name, found)


def _standing(held: Iterable[str], tongues: Tongues) -> Iterator[str]:
    """The entries that no word brings: names of states and of what records have, beginnings of names."""
    yield from tongues.name_entries({*held, *tongues.states()})
    for language in (name[2:] for name in held if name.startswith("l:")):
        yield from tongues.tongue(language).own_entries


def _postings(gathered: Gathered) -> Iterator[Entry]:
    for key, runs in gathered.posts.merged():
        found: array[int] = array("Q")
        for run in runs:
            found.frombytes(run)
        yield key, packed_list([(each >> _WEIGHT_BITS, each & (1 << _WEIGHT_BITS) - 1) for each in found])


def _dictionary(gathered: Gathered, state: State, backwards: Runs) -> Iterator[Entry]:
    """The lines of the dictionary; entries are kept with their counts, words go `backwards` too."""
    lines = _lines(gathered)
    rows: list[tuple[str, int]] = []
    words: dict[str, None] = {}
    for key, line in lines:
        rows += line
        refs = sorted(each[len(key) + 1 :] for each, _ in line)
        if is_word(key, refs):
            words[key[::-1]] = None
        if len(rows) > 20_000:
            state.fill("entries", rows)
            backwards.add(words)
            rows, words = [], {}
        yield key, " ".join(refs).encode()
    state.fill("entries", rows)
    backwards.add(words)


def _lines(gathered: Gathered) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Each key with its entries and how often each is needed."""
    last, line = "", list[tuple[str, int]]()
    for each, counts in gathered.entries.merged():
        key = each.partition(SEPARATOR)[0]
        if key != last:
            if line:
                yield last, line
            last, line = key, []
        line.append((each, sum(counts)))
    if line:
        yield last, line
