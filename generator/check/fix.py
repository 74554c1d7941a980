"""What `check --fix` mends without a person: encoding and line breaks, and the day a seed was added."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.errors import SeedRefusedError
from generator.read import read_seed, read_text
from generator.read.front_matter import Faults, split_front_matter
from generator.read.names import shown_path


def fix_seed(path: Path) -> bool:
    """Write a seed again as UTF-8 without a mark, with LF, and say whether that changed it.

    Whoever looks sees the whole old file or the whole new one. A file that cannot be read as text,
    or is a link, is left as it is.
    """
    try:
        data = read_text(path, Faults(shown_path(path))).text.encode("utf-8")
    except SeedRefusedError:
        return False
    if data == path.read_bytes():
        return False
    _replace(path, data)
    return True


def stamp_seed(path: Path, day: str) -> bool:
    """State `added: DAY` (`2023-11-01`) in a seed that does not, and say whether that changed it.

    A refused seed is left as it is; every other byte of a UTF-8 seed with LF stays.
    """
    try:
        if read_seed(path).stated.added:
            return False
        text = read_text(path, Faults(shown_path(path))).text
    except SeedRefusedError:
        return False
    parts = split_front_matter(text)
    front, body = (parts.front, parts.body) if parts else ("", text)
    _replace(path, f"---\n{front}added: {day}\n---\n{body}".encode())
    return True


def _replace(path: Path, data: bytes) -> None:
    """Exchange the content of a file in one step, keeping its permissions."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, path.stat().st_mode & 0o7777)
        os.replace(name, path)
    except OSError:
        os.unlink(name)
        raise
