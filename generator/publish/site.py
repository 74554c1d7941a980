"""A site brought up to date: pages as they are made, framed as the theme would, into the tree at rest; then shown in one step."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from generator.model import Asset, Page, Settings
from generator.publish.skeleton import Key, Parts, Sheet, fill, key_of
from generator.publish.tree import Held, Sums, Tree
from generator.text.escape import read_back

_KIND = "site"


class Press(Protocol):
    """MkDocs with the theme (`press.MkDocsPress`)."""

    @property
    def usable(self) -> bool:
        """Whether pages may be framed without MkDocs."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """Hand-written pages, the page for missing addresses, and files of the theme, by address."""

    def asked(self) -> tuple[str, ...]:
        """The keys of a page's front matter that the theme reads."""

    def extras(self, characters: str) -> tuple[tuple[str, bytes], ...]:
        """Stylesheet, faces and scripts for pages that write these characters of the Arabic script."""

    def skeleton(self, sheet: Sheet, uri: str) -> Parts:
        """The frame of a page and of all others of its kind."""

    def markdown(self, body: str) -> str:
        """A page's body as HTML."""


class Kept(Protocol):
    """What a site keeps between builds (`keep.Store`)."""

    def get(self, kind: str, name: str, edition: str) -> Any | None:
        """What was kept."""

    def put(self, kind: str, name: str, edition: str, value: object) -> None:
        """Keep a value."""

    def drop(self, kind: str, names: list[str]) -> None:
        """Forget values."""

    def commit(self) -> None:
        """Put everything on the disk."""


class Site:
    """Takes pages and files while they are made (`build.Sink`), and the rest from the docs folder when all are."""

    def __init__(self, settings: Settings, kept: Kept, edition: str, press: Callable[[], Press]) -> None:
        self._settings = settings
        self._kept = kept
        self._edition = edition
        self._start = press
        self._root = f"{settings.site_url.rstrip('/')}/" if settings.site_url else ""
        self._homes: list[tuple[Page, bytes]] = []
        self._skeletons: dict[Key, Parts] = kept.get(_KIND, "skeletons", edition) or {}
        self._new = False
        self._tree = Tree(settings.site, _Trees(kept, edition))

    @cached_property
    def _press(self) -> Press:
        return self._start()

    @property
    def usable(self) -> bool:
        """Whether pages may be framed here; else MkDocs has to build the site."""
        return bool(self._once("usable", lambda: self._press.usable))

    @cached_property
    def _frames(self) -> Mapping[str, bytes]:
        """What MkDocs makes by itself: hand-written pages, the page for missing addresses, files of the theme."""
        found: Mapping[str, bytes] = self._once("frames", lambda: self._press.files)
        return found

    @cached_property
    def _asked(self) -> frozenset[str]:
        return frozenset(self._once("asked", lambda: self._press.asked()))  # noqa: PLW0108 – the press starts only when it is asked

    def _extras(self, characters: str) -> tuple[tuple[str, bytes], ...]:
        found, made = self._once("extras", lambda: (characters, self._press.extras(characters)))
        if found != characters:
            made = self._press.extras(characters)
            self._kept.put(_KIND, "extras", self._edition, (characters, made))
        return tuple(made)

    def _once(self, name: str, make: Callable[[], Any]) -> Any:
        """What an earlier build made under the same edition, else what is made now."""
        known = self._kept.get(_KIND, name, self._edition)
        if known is None:
            known = make()
            self._kept.put(_KIND, name, self._edition, known)
        return known

    # --- while pages are made ---

    def page(self, page: Page, told: bytes) -> None:
        """Frame a page. Homes wait for each other, and for hand-written pages: every frame has words of all of them."""
        if page.front_matter.get("kind") == "home":
            self._homes.append((page, told))
            return
        if _written_by_hand(page.uri):
            return
        self._flush()
        self._framed(page, told)

    def asset(self, asset: Asset, told: bytes) -> None:
        """Take a file."""
        self._flush()
        if not asset.uri.endswith(".md"):
            self._file(asset.uri, asset.content, told)

    def _flush(self) -> None:
        waiting, self._homes = self._homes, []
        for page, told in waiting:
            self._framed(page, told)

    def _framed(self, page: Page, told: bytes) -> None:
        address = address_of(page.uri)
        html = self._press.markdown(page.body) if page.html is None else page.html
        sheet = Sheet(address=address, front=read_back(page.front_matter), html=html)
        self._tree.put(f"{address}index.html", self._html(sheet, page.uri).encode("utf-8", "xmlcharrefreplace"), told)

    def _html(self, sheet: Sheet, uri: str) -> str:
        key = key_of(sheet, self._asked)
        if key not in self._skeletons:
            self._skeletons[key] = self._press.skeleton(sheet, uri)
            self._new = True
        return fill(self._skeletons[key], sheet, self._root)

    def _file(self, uri: str, content: bytes, told: bytes) -> None:
        self._tree.put(uri, content, told)
        if uri == "sitemap.xml":
            self._tree.put(f"{uri}.gz", gzip.compress(content, mtime=0), told)

    # --- when all are made ---

    def publish(self, files: Mapping[str, bytes], brought: Iterable[str], characters: str, index: Path) -> bool:
        """Take what was not made now from the docs folder, add what is no page, and show the site; `False` if nothing changed.

        `files` are those that were generated into the docs folder with their digests, `brought` those that people put there,
        `characters` those of the Arabic script that its pages write, `index` the folder of the search index.
        """
        self._flush()
        wanted = self._wanted(files, characters, index)
        for uri in brought:
            path = self._settings.docs / uri
            wanted[uri] = (_traits(path.stat()), path.read_bytes)
        if not self._tree.written and self._tree.shown() == {uri: told for uri, (told, _) in wanted.items()}:
            self._kept.commit()
            return False
        for uri, (told, make) in wanted.items():
            if not self._tree.has(uri, told) and not self._tree.adopt(uri, told):
                self._tree.put(uri, make(), told)
        self._tree.publish()
        if self._new:
            self._kept.put(_KIND, "skeletons", self._edition, self._skeletons)
        self._kept.commit()
        return True

    def _wanted(self, files: Mapping[str, bytes], characters: str, index: Path) -> dict[str, tuple[bytes, Callable[[], bytes]]]:
        """Every file of the site: what tells where it comes from, and how to have it; later ones stand before earlier ones."""
        wanted: dict[str, tuple[bytes, Callable[[], bytes]]] = {}
        for uri, content in (*self._frames.items(), *self._extras(characters)):
            wanted[uri] = (blake2b(content, digest_size=16).digest(), lambda content=content: content)  # type: ignore[misc]
        for uri, told in files.items():
            if not uri.endswith(".md"):
                wanted[uri] = (told, lambda uri=uri: (self._settings.docs / uri).read_bytes())  # type: ignore[misc]
            elif not _written_by_hand(uri):
                wanted[f"{address_of(uri)}index.html"] = (told, lambda uri=uri: self._again(uri))  # type: ignore[misc]
        if "sitemap.xml" in files:
            path = self._settings.docs / "sitemap.xml"
            wanted["sitemap.xml.gz"] = (files["sitemap.xml"], lambda: gzip.compress(path.read_bytes(), mtime=0))
        for path, told in _files(index):
            wanted[path.relative_to(index).as_posix()] = (told, path.read_bytes)
        return wanted

    def _again(self, uri: str) -> bytes:
        """A page as its file in the docs folder has it."""
        text = (self._settings.docs / uri).read_text(encoding="utf-8")
        front, _, body = text.removeprefix("---\n").partition("\n---\n")
        meta = {json.loads(key): json.loads(value) for key, _, value in (line.partition(": ") for line in front.split("\n"))}
        sheet = Sheet(address=address_of(uri), front=meta, html=self._press.markdown(body.strip("\n")))
        return self._html(sheet, uri).encode("utf-8", "xmlcharrefreplace")


class _Trees:
    """What trees hold, in what a site keeps (`tree.Memory`)."""

    def __init__(self, kept: Kept, edition: str) -> None:
        self._kept = kept
        self._edition = edition

    def recall(self, name: str) -> tuple[Held, Sums] | None:
        """What a tree holds."""
        found: tuple[Held, Sums] | None = self._kept.get("tree", name, self._edition)
        return found

    def remember(self, name: str, held: Held, sums: Sums) -> None:
        """Keep what a tree holds."""
        self._kept.put("tree", name, self._edition, (held, sums))
        self._kept.commit()

    def forget(self, name: str) -> None:
        """Forget a tree."""
        self._kept.drop("tree", [name])
        self._kept.commit()


def address_of(uri: str) -> str:
    """The address from the site's root of a Markdown file: `fr/countries/kaz.md` → `fr/countries/kaz/`."""
    stem = uri.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def _written_by_hand(uri: str) -> bool:
    return uri.count("/") == 1 and uri.endswith(("/about.md", "/contribute.md"))


def _files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """The files below a folder, each with its size and times."""
    if folder.is_dir():
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _files(Path(entry.path))
            else:
                yield Path(entry.path), _traits(entry.stat())


def _traits(found: os.stat_result) -> bytes:
    """The size and times of a file."""
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ino}".encode()
