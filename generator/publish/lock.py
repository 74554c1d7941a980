"""One builder at a time for one site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without advisory locks builds unguarded
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path` while the block runs; waits for another holder.

    The lock belongs to the process: a builder that was killed leaves a file behind, but no lock.
    """
    if fcntl is None:
        yield
        return
    handle = _acquire(path)
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            path.unlink()
        os.close(handle)


def _acquire(path: Path) -> int:
    """An open, locked file at `path`; tries again when the holder before took the file away."""
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if _still_there(path, handle):
            return handle
        os.close(handle)


def _still_there(path: Path, handle: int) -> bool:
    """Whether the open file is the one that `path` names now."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except FileNotFoundError:
        return False
