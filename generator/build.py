"""One build of the pages: every task that has to be done, and nothing that an earlier build did already."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from generator.archive import Read, Watch, gone_addresses
from generator.curated import Curated
from generator.export.files import Exports
from generator.export.outlet import Outlet
from generator.export.package import Facts, facts_of
from generator.keep import Store, Work
from generator.model import Archive, Asset, Page, Promises, Record, Settings, Task
from generator.render import Docs, Plan, Written, hand_written_copies, page_text, value_name
from generator.render.handwritten import NAMES, hand_written
from generator.render.sitemap import Sitemap
from generator.text.arabic import arabic_of
from generator.workers import in_order

_KIND = "build"


class Sink(Protocol):
    """Where pages go besides the docs folder: a site that is being published."""

    def page(self, page: Page, told: bytes) -> None:
        """A page that was made; `told` is the digest of its Markdown."""

    def asset(self, asset: Asset, told: bytes) -> None:
        """A file that was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The records with their texts, by id: what tells each by its content, itself, and itself as a line of data."""

    keys: Mapping[str, bytes]
    whole: Callable[[str], Record]
    line: Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a build left in the docs folder: how many files it wrote, the digest of each, and the Arabic characters in pages."""

    written: Written
    files: Mapping[str, bytes]
    arabic: str


class Build:
    """The pages of an archive, in the docs folder and, where there is a `sink`, there too."""

    def __init__(self, settings: Settings, curated: Curated, store: Store, edition: str, sink: Sink | None = None) -> None:
        self._settings = settings
        self._curated = curated
        self._store = store
        self._edition = edition
        self._sink = sink
        self._sitemap = Sitemap(settings, store.get(_KIND, "sitemap", edition) or {})
        self._arabic: dict[str, str] = store.get(_KIND, "arabic", edition) or {}
        self._facts: dict[str, Facts] = store.get(_KIND, "facts", edition) or {}

    def write(self, archive: Archive, digests: Mapping[str, bytes], promises: Promises, texts: Texts) -> Made:
        """Bring the docs folder up to date; `digests` tell what lists need of the records, by id."""
        watch = Watch(archive, digests)
        trusted = self._store.get(_KIND, "docs", self._edition)
        kept = self._store.get(_KIND, "files", self._edition)
        with Docs(self._settings.docs, kept, trusted or b"") as docs:
            work = Work(self._store, self._edition, watch.stamp, believed=docs.trusted)
            exports = Exports(self._outlet(watch.archive), archive, watch.digest)
            tasks = tuple(work.to_do(self._tasks(watch, archive, promises, texts, exports), docs.leave))
            for task, (made, asked) in zip(tasks, in_order(partial(_made, watch), tasks), strict=True):
                work.done(task, asked, {each.uri: self._put(docs, each) for each in made})
            files = dict(work.files)
            for each in self._last(exports, files):
                files[each.uri] = self._put(docs, each)
            written = docs.close()
            self._save(work, files, docs)
        return Made(written=written, files=files, arabic=arabic_of((*set(self._arabic.values()), *self._by_hand())))

    def _tasks(self, watch: Watch, archive: Archive, promises: Promises, texts: Texts, exports: Exports) -> Iterator[Task]:
        """Everything that makes a file, homes first."""
        plan = Plan(watch.archive, archive, self._settings, self._curated, watch.digest)
        yield from plan.homes()
        yield from plan.records(texts.keys, texts.whole)
        yield from plan.former(gone_addresses(promises.tombstones))
        yield from plan.lists()
        yield from exports.tasks(texts.keys, texts.line)

    def _put(self, docs: Docs, made: Page | Asset) -> bytes:
        """Write a file here and there."""
        if isinstance(made, Asset):
            told = docs.put(made.uri, made.content)
            if made.uri.startswith("data/"):
                self._facts[made.uri] = facts_of(made.content)
            if self._sink:
                self._sink.asset(made, told)
            return told
        text = page_text(made)
        told = docs.put(made.uri, text.encode())
        self._sitemap.note(made)
        self._arabic[made.uri] = sys.intern(arabic_of((text,)))
        if self._sink:
            self._sink.page(made, told)
        return told

    def _last(self, exports: Exports, files: Mapping[str, bytes]) -> Iterator[Asset]:
        """What is made from other files: the sitemap, the package of data; and copies of hand-written pages."""
        self._sitemap.keep(files)
        self._facts = {path: facts for path, facts in self._facts.items() if path in files}
        self._arabic = {uri: found for uri, found in self._arabic.items() if uri in files}
        yield from (Asset(uri=uri, content=content) for uri, content in self._sitemap.files())
        yield from exports.package(self._facts)
        copies = hand_written_copies(self._settings.docs, self._settings.project / "docs", self._settings.languages)
        yield from (Asset(uri=uri, content=content) for uri, content in copies)

    def _by_hand(self) -> Iterator[str]:
        """The texts of hand-written pages."""
        for language in self._settings.languages:
            for name in NAMES:
                path = hand_written(self._settings.project / "docs", language, name)
                if path.is_file():
                    yield path.read_text(encoding="utf-8")

    def _outlet(self, archive: Archive) -> Outlet:
        return Outlet(archive=archive, settings=self._settings, curated=self._curated, name=partial(named, self._curated))

    def _save(self, work: Work, files: Mapping[str, bytes], docs: Docs) -> None:
        work.save()
        put = partial(self._store.put, _KIND)
        put("files", self._edition, files)
        put("docs", self._edition, docs.edition)
        put("sitemap", self._edition, self._sitemap.parts)
        put("facts", self._edition, self._facts)
        put("arabic", self._edition, self._arabic)


def _made(watch: Watch, task: Task) -> tuple[tuple[Page | Asset, ...], frozenset[Read]]:
    """What a task makes, and what it asked of the archive."""
    watch.start()
    return tuple(task.make()), watch.asked()


def named(curated: Curated, key: str, language: str) -> str:
    """The name of a value by kind and id (`c:KAZ`) in a language."""
    return value_name(key, language, curated)
