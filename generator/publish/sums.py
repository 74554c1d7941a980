"""The hashes of a published site: `SHA256SUMS` at its root, one line a file, as `sha256sum --check` reads them too.

Lines stand in the order of the paths' code points. A path that holds a backslash or an end of line is written escaped,
behind a backslash at the start of its line, as GNU coreutils do (info node "cksum common options").
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SUMS = "SHA256SUMS"
Fault = Literal["changed", "missing", "unlisted", "unfit", "unreadable", "line"]
"""What is wrong with a file of a site: `unfit` is a link, a device or a pipe, `line` a line of the list that cannot be read."""
_LINE = re.compile(r"(\\?)([0-9a-f]{64})  (.+)")
_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_WRITTEN = {escaped: plain for plain, escaped in _ESCAPED.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One file, by its path from the site's root, and what is wrong with it; `line` counts from 1 for lines of the list."""

    path: str
    fault: Fault
    line: int | None = None


def sum_of(content: bytes) -> bytes:
    """The SHA-256 of a file's content."""
    return hashlib.sha256(content).digest()


def written(sums: Mapping[str, bytes]) -> bytes:
    """The list of a site's files, given the hash of each by its path from the root."""
    return "".join(_line(path, sums[path]) for path in sorted(sums)).encode("utf-8", "surrogateescape")


def _line(path: str, digest: bytes) -> str:
    if path.isprintable() and "\\" not in path:
        return f"{digest.hex()}  {path}\n"
    escaped = "".join(_ESCAPED.get(each, each) for each in path)
    return f"{'' if escaped == path else chr(92)}{digest.hex()}  {escaped}\n"


def write_sums(site: Path) -> None:
    """Hash every file of a folder and leave the list at its root."""
    files, _ = _files(site)
    files.pop(SUMS, None)
    (site / SUMS).write_bytes(written({path: _hashed(place) for path, place in files.items()}))


def verify(site: Path) -> Iterator[Finding]:
    """Everything in which a site is not as it was published; nothing for one that is whole. Links are never followed.

    Raises:
        OSError: when the list cannot be read.
    """
    listed, broken = _read((site / SUMS).read_bytes())
    yield from broken
    files, unfit = _files(site)
    files.pop(SUMS, None)
    for path in sorted(listed.keys() | files.keys() | unfit):
        fault = _fault(path, listed, files, unfit)
        if fault:
            yield Finding(path=path, fault=fault)


def hidden(site: Path) -> list[str]:
    """The names at the top of a site that begin with a dot: builds leave them alone, and no hash is kept of them."""
    return sorted(path.name for path in site.iterdir() if path.name.startswith("."))


def _fault(path: str, listed: Mapping[str, bytes], files: Mapping[str, Path], unfit: frozenset[str]) -> Fault | None:
    """What is wrong with one file."""
    if path in unfit:
        return "unfit"
    if path not in files:
        return "missing"
    if path not in listed:
        return "unlisted"
    try:
        return None if _hashed(files[path]) == listed[path] else "changed"
    except OSError:
        return "unreadable"


def _read(content: bytes) -> tuple[dict[str, bytes], list[Finding]]:
    """The hashes by path, and the lines that say none, or a path for the second time."""
    listed: dict[str, bytes] = {}
    broken = []
    for number, line in enumerate(content.decode("utf-8", "surrogateescape").split("\n")[:-1], 1):
        told = _LINE.fullmatch(line)
        path = _unescaped(told[3]) if told and told[1] else told[3] if told else ""
        if told and path not in listed:
            listed[path] = bytes.fromhex(told[2])
        else:
            broken.append(Finding(path=SUMS, fault="line", line=number))
    return listed, broken


def _unescaped(path: str) -> str:
    return re.sub(r"\\[\\nr]", lambda found: _WRITTEN[found[0]], path)


def _files(site: Path) -> tuple[dict[str, Path], frozenset[str]]:
    """The plain files below a folder by their paths from it, and the paths of what is neither file nor folder.

    What is hidden at the top belongs to whoever serves the site (`.git`, `.htaccess`), and is passed over.
    """
    files: dict[str, Path] = {}
    unfit = set()
    passed_over = {site / name for name in hidden(site)}
    for folder, folders, names in os.walk(site):
        places = [place for place in map(Path(folder).joinpath, (*folders, *names)) if place not in passed_over]
        folders[:] = [name for name in folders if Path(folder, name) not in passed_over]
        for place in places:
            kind = place.lstat().st_mode
            path = place.relative_to(site).as_posix()
            if stat.S_ISREG(kind):
                files[path] = place
            elif not stat.S_ISDIR(kind):
                unfit.add(path)
    return files, frozenset(unfit)


def _hashed(place: Path) -> bytes:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
