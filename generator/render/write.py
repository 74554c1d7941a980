"""Writing pages into the docs folder: only bytes that changed, never over a file that is not ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


def write_pages(pages: Iterable[Page], docs: Path, hand_written: Path, files: Iterable[File] = ()) -> Written:
    """Write pages and `files` into `docs`, and copies of the hand-written ones where these stand in another folder.

    The manifest in `docs` lists what is ours. It is written before anything new is, so that a run
    which was cut short is mended by the next.

    Raises:
        UsageError: when a page would overwrite a file that the generator did not write.
    """
    docs.mkdir(parents=True, exist_ok=True)
    manifest = docs / MANIFEST
    before = _manifest_of(docs)
    ours: set[str] = set()
    written = unchanged = 0
    with _Ledger(manifest) as ledger:
        for uri, content in _contents(pages, files, docs, hand_written):
            if uri in ours:
                raise UsageError(f"two pages claim {uri}")
            ours.add(uri)
            if _put(docs, uri, content, before, ledger):
                written += 1
            else:
                unchanged += 1
    removed = sum(_remove(docs, uri) for uri in sorted(before - ours))
    _write_manifest(manifest, ours)
    return Written(written=written, unchanged=unchanged, removed=removed)


class _Ledger:
    """Notes new files in the manifest before they are written."""

    def __init__(self, manifest: Path) -> None:
        self._manifest = manifest

    def __enter__(self) -> _Ledger:
        self._file = self._manifest.open("a", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, uri: str) -> None:
        """Note a file; the line is on the disk before the file is."""
        self._file.write(f"{uri}\n")
        self._file.flush()


def _contents(pages: Iterable[Page], files: Iterable[File], docs: Path, hand_written: Path) -> Iterator[File]:
    """Address and bytes of every file: the pages, what stands beside them, then copies of hand-written pages in their languages."""
    languages: set[str] = set()
    for page in pages:
        if page.uri.endswith("/index.md"):
            languages.add(page.uri.split("/")[0])
        yield page.uri, page_text(page).encode()
    yield from files
    if docs.resolve() == hand_written.resolve():
        return
    ours = _manifest_of(hand_written)
    for language in sorted(languages):
        for name in NAMES:
            path = hand_written / language / f"{name}.md"
            if path.is_file() and f"{language}/{name}.md" not in ours:
                yield f"{language}/{name}.md", path.read_bytes()


def _manifest_of(folder: Path) -> frozenset[str]:
    path = folder / MANIFEST
    return frozenset(path.read_text(encoding="utf-8").splitlines()) if path.is_file() else frozenset()


def _put(docs: Path, uri: str, content: bytes, before: frozenset[str], ledger: _Ledger) -> bool:
    """Write one file; `False` where it holds these bytes already."""
    path = docs / uri
    if path.is_symlink() or (path.exists() and uri not in before):
        raise UsageError(f"{path} is no page of the generator's and is not overwritten; move it away or rename it")
    if path.is_file() and path.read_bytes() == content:
        return False
    if uri not in before:
        ledger.add(uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


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
    if manifest.read_text(encoding="utf-8") != text:
        manifest.write_text(text, encoding="utf-8")
