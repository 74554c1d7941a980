"""The files of the index that are about all records: the manifest, columns, numbers, names."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.search.fragments import FACETS, column, packed_json
from generator.search.numbers import UNDATED, Numbering
from generator.search.postings import varint
from generator.search.shards import Outbox
from generator.search.state import State
from generator.search.tongues import Tongues

VERSION = 2
MANIFEST = "index.z"
BACKWARDS = "back.z"
_BETWEEN = "|"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The languages of the interface, and what words the name of a value (`c:KAZ`, `l:ar`) in one of them."""

    languages: tuple[str, ...]
    name: Callable[[str, str], str]


def base36(number: int) -> str:
    """A whole number in base 36, as `toString(36)` writes it."""
    digits = ""
    while number or not digits:
        digits = _DIGITS[number % 36] + digits
        number //= 36
    return digits


def fragment_file(number: int) -> str:
    """Where the fragment of a record stands."""
    return f"f/{base36(number)}.z"


def write_manifest(numbering: Numbering, state: State, tongues: Tongues, outbox: Outbox) -> None:
    """The manifest, and where the shards of words backwards begin."""
    languages = [name[2:] for name in state.held() if name.startswith("l:")]
    starts = {name: _BETWEEN.join(shard.start for shard in state.shards(name)) for name in "wpb"}
    manifest = {
        "v": VERSION,
        "n": len(numbering.numbers),
        "bits": numbering.bits,
        "stamp": f"{sum(known.stamp for known in state.known.values()) % (1 << 32):08x}",
        "languages": languages,
        "words": starts["w"],
        "posts": starts["p"],
        **tongues.affixes(languages),
    }
    outbox.write(MANIFEST, _packed(manifest))
    outbox.write(BACKWARDS, _packed(starts["b"]))


def write_columns(state: State, outbox: Outbox) -> None:
    """All records' numbers, as steps from one to the next, and a column for each facet."""
    rows = sorted((known.number, known.facets) for known in state.known.values())
    numbers = [number for number, _ in rows]
    steps = b"".join(varint(number - before) for before, number in pairwise([0, *numbers]))
    outbox.write("numbers.z", zlib.compress(steps, 9))
    for place, facet in enumerate(FACETS):
        outbox.write(f"facet-{facet}.z", zlib.compress(column([facets[place] for _, facets in rows]), 9))


def write_names(held: Iterable[str], shown: Shown, outbox: Outbox) -> None:
    """For each interface language the names of what records have."""
    named = [name for name in held if name[0] in "cople" or name.startswith("t:")]
    for language in shown.languages:
        outbox.write(f"names-{language}.z", _packed({name: shown.name(name, language) for name in named}))


def _packed(value: object | Mapping[str, object]) -> bytes:
    return zlib.compress(packed_json(value), 9)


__all__ = ["BACKWARDS", "MANIFEST", "UNDATED", "VERSION", "Shown", "fragment_file", "write_columns", "write_manifest", "write_names"]
