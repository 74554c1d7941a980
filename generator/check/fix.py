"""What can be mended without a person: encoding, line breaks, and keys of the front matter that a command writes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
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


def state_in_seed(path: Path, keys: Mapping[str, str]) -> bool:
    """Write keys into the front matter of a seed, in the place of those that stand there, and say whether that changed it.

    The values are YAML as it stands after the colon, of one line or more. Every other byte of a UTF-8 seed with LF
    stays. A refused seed is left as it is, and so is one whose front matter is one mapping in braces.
    """
    try:
        read_seed(path)
        text = read_text(path, Faults(shown_path(path))).text
    except SeedRefusedError:
        return False
    parts = split_front_matter(text)
    front, body = (parts.front, parts.body) if parts else ("", text)
    if front.lstrip().startswith("{"):
        return False
    for key, value in keys.items():
        front = _with_key(front, key, value)
    data = f"---\n{front}---\n{body}".encode()
    if data == path.read_bytes():
        return False
    _replace(path, data)
    return True


def _with_key(front: str, key: str, value: str) -> str:
    """Front matter in which a key of the top level has a value; a new key stands at the end."""
    line = f"{key}:{value if value.startswith(chr(10)) else f' {value}'}\n"
    standing = re.search(rf"^[\"']?{key}[\"']?[ \t]*:.*\n(?:(?:[ \t#-].*)?\n)*", front, re.MULTILINE)
    return f"{front[: standing.start()]}{line}{front[standing.end() :]}" if standing else front + line


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
