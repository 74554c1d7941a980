"""What people put into the docs folder beside the pages: pictures of hand-written pages, `CNAME`, `_headers`.

MkDocs publishes such files as they stand, and so does a site without it. Names that begin with a dot are left out, and a folder
`templates` at the top, as MkDocs does by itself.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

HAND_WRITTEN = ("about.md", "contribute.md")
"""Pages that people write in the folder of each language."""


def brought(docs: Path, languages: Collection[str], generated: Collection[str]) -> tuple[str, ...]:
    """Their paths in `docs`, where the generator wrote the files `generated`; folders that hold one of those are not searched deeper.

    The folders of the languages hold both.
    """
    tops = {uri.partition("/")[0] for uri in generated}
    inner = {"/".join(uri.split("/", 2)[:2]) for uri in generated if uri.partition("/")[0] in languages}
    found: list[str] = []
    for name in _names(docs, ""):
        if name in languages and (docs / name).is_dir():
            known = inner.union(f"{name}/{each}" for each in HAND_WRITTEN)
            found += (each for inside in _names(docs, f"{name}/") if inside not in known for each in _below(docs, inside))
        elif name not in tops and name != "templates":
            found += _below(docs, name)
    return tuple(sorted(found))


def _names(docs: Path, folder: str) -> Iterator[str]:
    """What lies in a folder, by its path in `docs`."""
    with os.scandir(docs / folder) as entries:
        yield from (f"{folder}{entry.name}" for entry in entries if not entry.name.startswith("."))


def _below(docs: Path, path: str) -> Iterator[str]:
    """The file, or those in the folder."""
    if not (docs / path).is_dir():
        yield path
        return
    for each in _names(docs, f"{path}/"):
        yield from _below(docs, each)
