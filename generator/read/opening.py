"""The bytes of a seed, or why they are not read: never through a link, never from a device."""

from __future__ import annotations

import os
import stat
from pathlib import Path

LARGEST = 1_000_000
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class UnreadableError(Exception):
    """Why a file is not read: a doubt's code and values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def read_bytes(path: Path, root: Path) -> bytes:
    """The content of a plain file of at most a megabyte.

    Raises:
        UnreadableError: for a link (the file's own, or a folder's between `root` and it), anything that is
            no plain file, one too large, or one that the system refuses.
    """
    try:
        _look(path, root)
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            found = os.fstat(file.fileno())  # what was opened, should it have been exchanged since
            _weigh(found)
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError("D110", reason=error.strerror or type(error).__name__) from error
    except ValueError as error:  # a NUL in the path
        raise UnreadableError("D110", reason=str(error)) from error
    if len(data) > LARGEST:
        raise UnreadableError("D104", size=str(len(data)))
    return data


def _look(path: Path, root: Path) -> None:
    """Refuse links and what is no plain file before anything is opened."""
    if path.is_relative_to(root):
        for folder in path.parents[: len(path.parents) - len(root.parents) - 1]:
            if folder.is_symlink():
                raise UnreadableError("D101")
    found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode):
        raise UnreadableError("D101")
    _weigh(found)


def _weigh(found: os.stat_result) -> None:
    """Refuse what is no plain file or too large."""
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError("D102")
    if found.st_size > LARGEST:
        raise UnreadableError("D104", size=str(found.st_size))
