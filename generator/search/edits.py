"""What some changed records change on the shelves, and nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from generator.search.analysed import Analysed
from generator.search.cuts import Shelf
from generator.search.entries import SEPARATOR, is_word
from generator.search.postings import edited_list
from generator.search.shards import Edit, Outbox, edit_shelf
from generator.search.state import State
from generator.search.tongues import Tongues


@dataclass(slots=True)
class Edits:
    """What is taken out and put in; everything is taken out before anything is put in."""

    posts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    entries: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)

    def take_out(self, number: int, analysed: Analysed) -> None:
        """A record that is no more, or no more what or where it was."""
        for key in analysed.posts:
            self.posts[key][number] = 0
        self.entries.subtract(analysed.entries)
        self.held.subtract(analysed.held)

    def put_in(self, number: int, analysed: Analysed) -> None:
        """A record as it now is."""
        for key, weight in analysed.posts.items():
            self.posts[key][number] = weight
        self.entries.update(analysed.entries)
        self.held.update(analysed.held)


def apply(edits: Edits, state: State, tongues: Tongues, shelves: dict[str, Shelf], outbox: Outbox) -> bool:
    """Bring the shelves up to date; returns whether records now have other things that must have a name."""
    held = list(state.count("held", edits.held))
    _name(held, edits.entries, tongues)
    changed: dict[str, dict[str, bool]] = defaultdict(dict)
    for each, there in state.count("entries", edits.entries):
        key, _, ref = each.partition(SEPARATOR)
        changed[key][ref] = there
    backwards: dict[str, Edit] = {}
    posts: dict[str, Edit] = {key: partial(edited_list, changes=changes) for key, changes in edits.posts.items()}
    words: dict[str, Edit] = {key: partial(_edited_line, key, refs, backwards) for key, refs in changed.items()}
    for name, found in (("p", posts), ("w", words), ("b", backwards)):
        state.keep_shards(name, edit_shelf(shelves[name], state.shards(name), found, outbox))
    return bool(held)


def _name(held: Iterable[tuple[str, bool]], entries: Counter[str], tongues: Tongues) -> None:
    """The names of what records now have, or have no more, come or go with it."""
    states = set(tongues.states())
    for name, there in held:
        found = tongues.tongue(name[2:]).own_entries if name.startswith("l:") else ()
        change = Counter([*found, *(tongues.name_entries([name]) if name not in states else ())])
        (entries.update if there else entries.subtract)(change)


def _edited_line(key: str, changes: Mapping[str, bool], backwards: dict[str, Edit], line: bytes | None) -> bytes | None:
    """A line of the dictionary with refs put in or taken out; what this means for the word backwards is noted."""
    old = tuple(line.decode().split(" ")) if line else ()
    new = tuple(sorted({ref for ref in old if changes.get(ref, True)} | {ref for ref, there in changes.items() if there}))
    if (is_now := bool(new) and is_word(key, new)) != (bool(old) and is_word(key, old)):
        backwards[key[::-1]] = (lambda _: b"") if is_now else (lambda _: None)
    return " ".join(new).encode() if new else None
