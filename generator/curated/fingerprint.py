"""The edition of data and rules as a short text: when it changes, whatever was made with the former ones is stale."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
DATA = PACKAGE / "data"
_SKIPPED = frozenset({"__pycache__", "data"})


def fingerprint(folder: Path = DATA) -> str:
    """A hash over the bytes of every data file, of every module of this package, and the version of Python.

    Cheap enough for each start (some 20 ms); no clock and no time of a file has a part in it.
    """
    digest = blake2b(repr(tuple(sys.version_info)).encode(), digest_size=16)
    for root, suffix, skipped in ((folder, ".yml", frozenset[str]()), (PACKAGE, ".py", _SKIPPED)):
        for path in sorted(_files(root, suffix, skipped)):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def rules() -> str:
    """The fingerprint of this package's own data and modules, as this process found them when it first asked."""
    return fingerprint()


def _files(folder: Path, suffix: str, skipped: frozenset[str]) -> Iterator[Path]:
    """Every file below a folder with this suffix; none in folders of the skipped names."""
    for entry in folder.iterdir():
        if entry.suffix == suffix:
            yield entry
        elif entry.name not in skipped and "." not in entry.name and entry.is_dir():
            yield from _files(entry, suffix, skipped)
