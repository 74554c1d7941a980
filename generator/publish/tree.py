"""Two trees of a site: the one that is looked at, and one at rest that the next build brings up to date and exchanges for it.

Files that are the same in both are one file on the disk (hard links); a file is never written in place, so that a
change of one tree is none of the other. Each tree lists the hashes of its files (`sums.py`). What a tree holds is kept
under a name that its folder has from the system (the folder's inode, with inode and time of its first page), and is
forgotten while the tree is changed: a build that is killed leaves a tree that nobody knows, and that is made anew.
"""

from __future__ import annotations

import os
import shutil
from functools import cached_property
from pathlib import Path
from typing import Protocol

from generator.publish.exchange import exchange
from generator.publish.sums import SUMS, sum_of, written

Held = dict[str, bytes]
"""Of a tree: each file with what tells where its content came from."""
Sums = dict[str, bytes]
"""Of a tree: each file with the SHA-256 of its content."""


class Memory(Protocol):
    """Keeps what trees hold, by their names."""

    def recall(self, name: str) -> tuple[Held, Sums] | None:
        """What a tree holds; `None` where that is not known."""

    def remember(self, name: str, held: Held, sums: Sums) -> None:
        """Keep what a tree holds, on the disk when the call returns."""

    def forget(self, name: str) -> None:
        """Forget a tree, on the disk when the call returns."""


class Tree:
    """The tree at rest beside `site`, while it is brought up to date; nothing is touched before something is put."""

    def __init__(self, site: Path, memory: Memory) -> None:
        self._site = site
        self._rest = site.with_name(f".{site.name}.next")
        self._memory = memory
        self._folders: set[Path] = set()
        self._wanted: Held = {}
        self._sums: Sums = {}
        self.written = self.removed = 0

    @cached_property
    def _held(self) -> tuple[Held, Sums]:
        """What the tree at rest holds; where that is not known it is made anew from the one that is looked at."""
        name = _name_of(self._rest)
        held = self._memory.recall(name) if name else None
        if name:
            self._memory.forget(name)
        if held is not None:
            return held
        shutil.rmtree(self._rest, ignore_errors=True)
        self._rest.mkdir(parents=True)
        told, sums = self._shown
        linked = [uri for uri in told if self._link(uri)]
        return {uri: told[uri] for uri in linked}, {uri: sums[uri] for uri in linked}

    def shown(self) -> Held:
        """What the tree that is looked at holds; empty where that is not known."""
        return self._shown[0]

    @cached_property
    def _shown(self) -> tuple[Held, Sums]:
        name = _name_of(self._site)
        return (self._memory.recall(name) if name else None) or ({}, {})

    def _link(self, uri: str) -> bool:
        """Take over a file of the tree that is looked at; `False` where it is gone or the system has no links."""
        path = self._rest / uri
        self._folder(path.parent)
        try:
            os.link(self._site / uri, path)
        except OSError:
            return False
        return True

    def has(self, uri: str, told: bytes) -> bool:
        """Whether the tree holds a file made from what `told` tells; it then stays."""
        if self._wanted.get(uri) == told:
            return True
        held, sums = self._held
        if held.get(uri) != told:
            return False
        self._wanted[uri], self._sums[uri] = told, sums[uri]
        return True

    def put(self, uri: str, content: bytes, told: bytes) -> None:
        """Write a file that was made from what `told` tells, unless it stands already."""
        if self.has(uri, told):
            return
        self._write(uri, content)
        self._wanted[uri], self._sums[uri] = told, sum_of(content)
        self.written += 1

    def _write(self, uri: str, content: bytes) -> None:
        path = self._rest / uri
        self._folder(path.parent)
        path.unlink(missing_ok=True)
        path.write_bytes(content)

    def adopt(self, uri: str, told: bytes) -> bool:
        """Take a file over from the tree that is looked at, where that holds it as `told` tells."""
        if self.shown().get(uri) != told:
            return False
        (self._rest / uri).unlink(missing_ok=True)
        if not self._link(uri):
            return False
        self._wanted[uri], self._sums[uri] = told, self._shown[1][uri]
        return True

    def publish(self) -> None:
        """Remove what is no part of the site any more, list the rest, and show the tree in the place of the other."""
        for uri in self._held[0].keys() - self._wanted.keys():
            self._remove(uri)
        self._write(SUMS, written(self._sums))
        name = _name_of(self._rest)
        if name:
            self._memory.remember(name, self._wanted, self._sums)
        exchange(self._rest, self._site, rest=True)

    def _remove(self, uri: str) -> None:
        path = self._rest / uri
        path.unlink(missing_ok=True)
        self.removed += 1
        for folder in path.parents:
            if folder == self._rest or any(folder.iterdir()):
                break
            folder.rmdir()
            self._folders.discard(folder)

    def _folder(self, folder: Path) -> None:
        if folder not in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


def _name_of(tree: Path) -> str | None:
    """The name of a tree; `None` for one without a first page."""
    try:
        folder, page = os.stat(tree), os.lstat(tree / "index.html")
    except OSError:
        return None
    return f"{folder.st_dev}-{folder.st_ino}-{page.st_ino}-{page.st_mtime_ns}"
