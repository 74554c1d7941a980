"""Writing pages into the docs folder: only bytes that changed, never over a file that is not ours."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.errors import UsageError
from generator.model import Page
from generator.render.handwritten import MANIFEST, NAMES
from generator.text.escape import front_matter

File = tuple[str, bytes]
"""A file that is no page: its place in the docs folder, and its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many files were written, stood as they were, and were removed because no page is theirs any more."""

    written: int
    unchanged: int
    removed: int


def page_text(page: Page) -> str:
    """A page as the text of its file."""
    return f"{front_matter(page.front_matter)}\n{page.body}\n"


class Docs:
    """The docs folder while a build writes it.

    The manifest in it lists what is ours. A line is added to it before anything is written, so that a run which was cut
    short is known by it and mended by the next. `kept` tells the files that the last build wrote or left, by their digests: they are
    believed where the manifest is the one that it left (`edition`), else each file is looked at.
    """

    def __init__(self, folder: Path, kept: Mapping[str, bytes] | None = None, edition: bytes = b"") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._manifest = folder / MANIFEST
        self._before = _manifest_of(folder)
        self.trusted = bool(kept) and edition == self.edition
        self._kept: Mapping[str, bytes] = kept if kept and self.trusted else {}
        self._ours: set[str] = set()
        self._ledger = _Ledger(self._manifest)
        self._written = self._unchanged = 0

    def __enter__(self) -> Docs:
        self._ledger.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._ledger.__exit__()

    @property
    def edition(self) -> bytes:
        """Which state the folder is in: every build that writes a file writes the manifest too, and gives it another time."""
        try:
            found = self._manifest.stat()
        except FileNotFoundError:
            return b""
        return f"{found.st_ino}-{found.st_size}-{found.st_mtime_ns}".encode()

    def put(self, uri: str, content: bytes) -> bytes:
        """Write a file where its bytes changed; returns their digest.

        Raises:
            UsageError: when the file is not ours, or two of ours have one place.
        """
        told = digest_of(content)
        self._claim(uri)
        if self._kept.get(uri) != told and _put(self._folder, uri, content, self._before, self._ledger):
            self._written += 1
        else:
            self._unchanged += 1
        return told

    def leave(self, uri: str) -> None:
        """Let a file of the last build stand as it is."""
        self._claim(uri)
        self._unchanged += 1

    def _claim(self, uri: str) -> None:
        if uri in self._ours:
            raise UsageError(f"two pages claim {uri}")
        self._ours.add(uri)

    def close(self) -> Written:
        """Remove what no page is any more, and write the manifest."""
        orphans = sorted(self._before - self._ours)
        if orphans:
            self._ledger.begin()
        removed = sum(_remove(self._folder, uri) for uri in orphans)
        _write_manifest(self._manifest, self._ours)
        return Written(written=self._written, unchanged=self._unchanged, removed=removed)


def digest_of(content: bytes) -> bytes:
    """The digest of a file's bytes."""
    return blake2b(content, digest_size=16).digest()


def hand_written_copies(docs: Path, hand_written: Path, languages: Iterable[str]) -> Iterator[File]:
    """The pages that people wrote in another folder than `docs`, for the languages that have a home."""
    if docs.resolve() == hand_written.resolve():
        return
    ours = _manifest_of(hand_written)
    for language in sorted(languages):
        for name in NAMES:
            path = hand_written / language / f"{name}.md"
            if path.is_file() and f"{language}/{name}.md" not in ours:
                yield f"{language}/{name}.md", path.read_bytes()


class _Ledger:
    """Notes in the manifest that files are being written, and new ones by name, before they are."""

    def __init__(self, manifest: Path) -> None:
        self._manifest = manifest
        self._begun = False

    def __enter__(self) -> _Ledger:
        self._file = self._manifest.open("a", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def begin(self) -> None:
        """Note, once, that the folder is being changed: an empty line, which no file is called."""
        if not self._begun:
            self._begun = True
            self.add("")

    def add(self, uri: str) -> None:
        """Note a file; the line is on the disk before the file is."""
        self._file.write(f"{uri}\n")
        self._file.flush()


def _manifest_of(folder: Path) -> frozenset[str]:
    path = folder / MANIFEST
    return frozenset(path.read_text(encoding="utf-8").splitlines()) if path.is_file() else frozenset()


def _put(docs: Path, uri: str, content: bytes, before: frozenset[str], ledger: _Ledger) -> bool:
    """Write one file; `False` where it holds these bytes already."""
    path = docs / uri
    mode = _mode(path)
    if stat.S_ISLNK(mode) or (mode and uri not in before):
        raise UsageError(f"{path} is no page of the generator's and is not overwritten; move it away or rename it")
    if stat.S_ISREG(mode) and path.read_bytes() == content:
        return False
    ledger.begin()
    if uri not in before:
        ledger.add(uri)
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return True


def _mode(path: Path) -> int:
    """What stands at a place, as the system tells it; 0 for nothing."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _remove(docs: Path, uri: str) -> int:
    """Delete a page that is no more, and the folders that it leaves empty."""
    path = docs / uri
    if not path.resolve().is_relative_to(docs.resolve()) or not path.is_file():
        return 0
    path.unlink()
    for folder in path.relative_to(docs).parents:
        if folder != Path() and not any((docs / folder).iterdir()):
            (docs / folder).rmdir()
    return 1


def _write_manifest(manifest: Path, ours: set[str]) -> None:
    text = "".join(f"{uri}\n" for uri in sorted(ours))
    if manifest.read_text(encoding="utf-8") != text:  # as it is after anything was written
        manifest.write_text(text, encoding="utf-8")
