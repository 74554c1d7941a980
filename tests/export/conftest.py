"""The small archive of the page tests, with records whose titles try to break each format, as files of the export."""

from __future__ import annotations

import re
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
from tests.render import samples

HOSTILE = {
    "cdata": "Talks ]]> over <![CDATA[ rails",
    "script": "</script><script>alert(1)</script>",
    "title": "</title><script>alert(2)</script>",
    "quotes": "\"Double\" and 'single' `back` \\ slash",
    "formula": '=cmd|"/c calc"!A1',
    "nul": "before\x00after",
    "surrogate": "half \ud800 a pair",
    "braces": "} { unbalanced {{ 100 % & # $ ~ ^ _",
    "tag": "TY  - JOUR\nER  - \nTI  - second",
    "turned": "left \u202eright",
}
SITE = "https://archive.example/fork"
_EXPECTED = str.maketrans({"\x00": "\ufffd", "\ud800": "\ufffd"})


def plain(title: str) -> str:
    """A title as every format carries it: on one line, with U+FFFD for what no format can hold."""
    return re.sub("[ \n]+", " ", title).translate(_EXPECTED)


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
