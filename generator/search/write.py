"""The index on disk: kept beside the pages, out of MkDocs' sight, and copied into a site when it is built."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

KEPT = ".search"
"""The folder in `docs` that the index waits in; MkDocs passes over names that begin with a dot."""


def write_index(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write the files of an index under `folder`, only those that changed, and remove what it had of an older one."""
    written: set[Path] = set()
    for uri, content in files:
        path = folder / uri
        written.add(path)
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for path in folder.rglob("*"):
        if path.is_file() and path not in written:
            path.unlink()


def copy_index(docs: Path, site: Path) -> None:
    """Publish the index that waits in `docs`, if there is one."""
    if (docs / KEPT).is_dir():
        shutil.copytree(docs / KEPT, site, dirs_exist_ok=True)
