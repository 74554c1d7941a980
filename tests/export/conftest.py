"""The small archive of the page tests, with records whose titles try to break each format, as files of the export."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from generator.archive import assemble
from generator.curated import load
from generator.export.files import export_files
from generator.model import Archive, Record, Settings, Source
from generator.render import value_name
from tests.conftest import once
from tests.export.hostile import HOSTILE, plain
from tests.export.machines import Head, catalogued, make
from tests.render import samples

__all__ = ["HOSTILE", "SITE", "exported", "plain", "records", "settings"]

SITE = "https://archive.example/fork"


def records() -> tuple[Record, ...]:
    """The records of the sample archive, one with a whole event, and the hostile ones."""
    more = [
        Record(
            entry=samples.entry(
                f"bad-{name}",
                "en",
                title,
                date=samples.stated("2020-05-04"),
                parties=(samples.stated("FRA"), samples.stated("MAR")),
                event=samples.stated("visit"),
                source=samples.stated(Source(name=title, url="https://press.example/a?b={c}&d=%C3%A9")),
                added="2026-02-03",
                changed="2026-02-04",
            ),
            text="",
            body=(),
            removed=(),
        )
        for name, title in HOSTILE.items()
    ]
    return (*samples.records(), *more)


def settings(**more: object) -> Settings:
    """Settings of the sample archive at an address of its own, unless told otherwise."""
    return replace(samples.settings(Path(tempfile.gettempdir())), **{"site_url": SITE, **more})  # type: ignore[arg-type]


def exported(made: tuple[Record, ...], **more: object) -> dict[str, bytes]:
    """The files of an archive of these records, by address."""
    curated = replace(samples.CURATED, events=load().events, topics=load().topics)
    chosen = settings(**more)
    archive = archive_of(made, chosen)
    named = partial(value_name, curated=curated)
    pairs = list(export_files(archive, made, chosen, curated, named))
    assert len(pairs) == len(dict(pairs))
    return dict(pairs)


def archive_of(made: tuple[Record, ...], chosen: Settings) -> Archive:
    return assemble((record.entry for record in made), chosen)


@pytest.fixture(scope="session")
def archive() -> Archive:
    return archive_of(records(), settings())


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return exported(records())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an address and hostile titles, as `chancery build` made it. Read it, change nothing in it."""
    return once(tmp_path_factory, "machines", make) / "archive" / "site"


@pytest.fixture(scope="session")
def heads(site: Path) -> dict[str, Head]:
    pages = site.rglob("index.html")
    return {path.relative_to(site).as_posix().removesuffix("index.html"): Head(path.read_text(encoding="utf-8")) for path in pages}


@pytest.fixture(scope="session")
def catalogue(site: Path) -> dict[str, dict]:
    return catalogued(site)
