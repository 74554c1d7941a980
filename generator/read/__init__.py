"""The reading room: a file becomes a `Seed`, or is refused with every fault that it has."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.model import Seed, Stated
from generator.read.decode import Decoded, UndecodableError, decode
from generator.read.front_matter import Faults, parse_front_matter, split_front_matter
from generator.read.names import LEDGER, name_fault, passed_over, project_of, seed_id, seed_paths, shown_name, shown_path
from generator.read.opening import UnreadableError, read_bytes
from generator.read.promises import ledger_text, read_promises
from generator.read.stated import state
from generator.read.unknown import unknown_ids

__all__ = ["LEDGER", "ledger_text", "passed_over", "read_promises", "read_seed", "read_text", "seed_paths", "unknown_ids"]

_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u061c\u00ad]")


def read_seed(path: Path, root: Path | None = None) -> Seed:
    """The seed in a file.

    No folder between `root` and the file may be a link; `root` is the folder of seeds, or by default the
    project that the file lies in. `Seed.path` is relative to that project, or `FOLDER/NAME` outside any.

    Raises:
        SeedRefusedError: with every fault of the file and its front matter.
    """
    faults = Faults(shown_path(path))
    name = seed_id(path)
    if found := name_fault(name):
        level, code = found
        faults.add(1, 1, code, level, name=shown_name(path.name))
    decoded = read_text(path, faults, root)
    stated, text, first_line = _divide(decoded.text, faults)
    faults.stop()
    return Seed(id=name, path=faults.path, text=text, stated=stated, first_line=first_line, doubts=tuple(faults.found))


def read_text(path: Path, faults: Faults, root: Path | None = None) -> Decoded:
    """The decoded text of a file, line breaks as LF; a legacy encoding is a warning among the faults.

    Raises:
        SeedRefusedError: for a file that cannot be read, or that is no text.
    """
    whole = Path(os.path.abspath(path))
    base = Path(os.path.abspath(root)) if root else project_of(whole) or whole.parent
    try:
        decoded = decode(read_bytes(whole, base))
    except UnreadableError as error:
        raise faults.refuse(1, error.code, **error.values) from error
    except UndecodableError as error:
        code = "D105" if error.binary else "D106" if error.encoding else "D114"
        raise faults.refuse(error.line, code, encoding=error.encoding) from error
    if decoded.legacy:
        faults.add(1, 1, "D107", "warning", encoding=decoded.encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not _VISIBLE.search(text):
        raise faults.refuse(1, "D103")
    return Decoded(text=text, encoding=decoded.encoding, legacy=decoded.legacy)


def _divide(text: str, faults: Faults) -> tuple[Stated, str, int]:
    """What is stated, the text without it, and the line at which that begins."""
    parts = split_front_matter(text)
    if parts is None:
        return Stated(), text, 1
    if not parts.closed:
        faults.add(1, 1, "D202")
    elif not _VISIBLE.search(parts.body):
        faults.add(parts.first_line, 1, "D111")
    node = parse_front_matter(parts.front, faults)
    return state(node, faults), parts.body, parts.first_line
