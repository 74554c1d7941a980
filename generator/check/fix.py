"""What `check --fix` mends without a person: the encoding and the line breaks of a seed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.errors import SeedRefusedError
from generator.read import read_text
from generator.read.front_matter import Faults
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
