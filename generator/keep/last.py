"""The last build of a site as a whole: whether anything that it came from or made has been touched since."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Doubt
from generator.keep.pack import digest
from generator.keep.store import Store
from generator.model import Settings

_KIND = "last"
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is written again must have another time."""
_MADE = (".chancery-manifest",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """What the last build said: records, seeds set aside, files of the docs folder, doubts; and files that people put there."""

    records: int
    refused: int
    files: int
    doubts: tuple[Doubt, ...]
    brought: tuple[str, ...] = ()


def standing_still(settings: Settings) -> bytes | None:
    """The state of everything that a build reads in folders, as a digest; `None` while a file is too new to be sure of it."""
    told, newest = [], 0
    for path, traits in _seen(settings.seeds):
        told.append(f"{path}\0{traits[:3]}")
        newest = max(newest, *traits[1:3])
    return None if newest > time.time_ns() - _SETTLED else digest("\n".join(told).encode("utf-8", "surrogateescape"))


def made(settings: Settings, brought: Iterable[str]) -> bytes:
    """The state of what a build made and of what people brought, as far as a look at the folders tells."""
    docs = settings.docs
    places = [docs / name for name in (*_MADE, *settings.languages, *brought)] + [docs, settings.site, settings.site / "index.html"]
    return repr([_traits(place) for place in places]).encode()


def recall(store: Store, edition: str, settings: Settings) -> Last | None:
    """What the last build said, where nothing has been touched since; else `None`."""
    kept = store.get(_KIND, "", edition)
    if kept is None or kept[0] is None or kept[:2] != (standing_still(settings), made(settings, kept[6])):
        return None
    return Last(records=kept[2], refused=kept[3], files=kept[4], doubts=kept[5], brought=kept[6])


def remember(store: Store, edition: str, settings: Settings, before: bytes | None, last: Last) -> None:
    """Keep what a build said; `before` is the state of what it read when it began."""
    store.put(_KIND, "", edition, (before, made(settings, last.brought), last.records, last.refused, last.files, last.doubts, last.brought))
    store.commit()


def _seen(folder: Path) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Every name in a folder with size and times."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            found = entry.stat(follow_symlinks=False)
            yield f"{entry.name}\0{found.st_ino}\0{found.st_mode}", (found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _traits(path: Path) -> tuple[int, ...]:
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns
