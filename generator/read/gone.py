"""Tombstones: `NAME.gone.yml` says that the record NAME was withdrawn, and why."""

from __future__ import annotations

import os
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

import yaml

from generator.errors import Doubt, SeedRefusedError
from generator.model import Tombstone
from generator.read import values
from generator.read.decode import UndecodableError, decode
from generator.read.front_matter import Faults, parse_front_matter
from generator.read.names import GONE, shown_path
from generator.read.opening import UnreadableError, read_bytes
from generator.read.stated import entries, many, one

KEYS = ("reason", "day", "note", "aliases")
REASONS = ("rights-holder", "source", "error", "duplicate", "privacy", "law", "other")
"""Why a record may be withdrawn; `generator/render/gone.py` words them."""
_OPENING, _CLOSING = "---\n", "\n---"


def read_tombstone(path: Path) -> Tombstone:
    """The tombstone in a file.

    Raises:
        SeedRefusedError: with every fault of the file, each at its line.
    """
    faults = Faults(shown_path(path))
    try:
        text = decode(read_bytes(Path(os.path.abspath(path)), path.parent)).text.replace("\r\n", "\n")
    except UnreadableError as error:
        raise faults.refuse(1, error.code, **error.values) from error
    except UndecodableError as error:
        raise faults.refuse(error.line, "D114") from error
    bare, text = not text.startswith(_OPENING), text.rstrip().removesuffix(_CLOSING) + "\n"
    try:
        return _stone(path, parse_front_matter(text if bare else text.removeprefix(_OPENING), faults), faults)
    except SeedRefusedError as refusal:
        raise SeedRefusedError(tuple(map(_line_up, refusal.doubts)) if bare else refusal.doubts) from refusal


def _line_up(doubt: Doubt) -> Doubt:
    """A fault of a file without an opening `---`: front matter is told to begin on the second line, this on the first."""
    return replace(doubt, line=max(doubt.line - 1, 1))


def _stone(path: Path, node: yaml.MappingNode | None, faults: Faults) -> Tombstone:
    """The tombstone of a mapping."""
    found: dict[str, str | None] = {}
    aliases: tuple[str, ...] = ()
    checks = {"reason": _reason, "day": values.day, "note": values.text}
    for key, _, value in entries(node, KEYS, faults):
        if key == "aliases":
            aliases = many(key, value, values.record, faults)
        else:
            found[key] = one(key, value, checks[key], faults)
    if "reason" not in found and not faults.found:
        faults.add(2, 1, "D251", write=", ".join(REASONS))
    faults.stop()
    return Tombstone(
        name=path.name.removesuffix(GONE),
        path=faults.path,
        reason=found["reason"] or "other",
        day=found.get("day"),
        note=found.get("note"),
        aliases=aliases,
    )


def _reason(value: str) -> str:
    """One of the reasons."""
    if value not in REASONS:
        raise values.WrongError("D252", value=value, write=next(iter(get_close_matches(value, REASONS, n=1)), ", ".join(REASONS)))
    return value
