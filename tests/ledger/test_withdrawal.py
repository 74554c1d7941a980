"""The way of a text whose owner asks for it: from `citation-only` to the tombstone, and what is left in the site."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import chancery, copied_project

NAME = "2021-04-03-nor-per-meeting"
TEXT = (
    "The foreign ministers of Norway and Peru met in Lima on 3 April 2021 and spoke about fish.\n"
    "The quagmire of zarzuela quotas was left for the committee of Xylophagou, the Brontosaur Gazette heard.\n"
)
FRONT = 'title: "Ministers weigh zugzwang quotas"\nsource: {name: Brontosaur Gazette, url: "https://brontosaur.example/zugzwang"}\n'
BODY = ("quagmire", "zarzuela", "xylophagou")
CARD = ("zugzwang", "brontosaur")
OTHER = "---\nrights: open\n---\nKenya and Latvia opened talks on student visas in Riga on 27 September 2022.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of two records in a folder of its own, with an address, so that every export is made."""
    project = copied_project(tmp_path_factory.mktemp("withdrawal") / "archive", seeds=None)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("# site_url: https://archive.example/", "site_url: https://archive.example/"))
    (project / "seeds/other.txt").write_text(OTHER)
    return project


def build(home: Path) -> None:
    result = chancery("build", cwd=home)
    assert result.returncode == 0, result.stderr


def holders(home: Path, *words: str) -> dict[str, list[str]]:
    """The files of the site, and of the Markdown it is made from, in which each word stands; no words that stand nowhere."""
    files = dict(_files(home))
    found = {word: sorted(path for path, data in files.items() if word in data) for word in words}
    return {word: paths for word, paths in found.items() if paths}


def _files(home: Path) -> Iterator[tuple[str, str]]:
    for folder in ("site", "docs"):
        for path in sorted((home / folder).rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                data = gzip.decompress(data) if path.suffix == ".gz" else data
                yield path.relative_to(home).as_posix(), data.decode("latin-1").lower()


def test_from_published_to_citation_only_to_withdrawn(home: Path) -> None:
    seed = home / f"seeds/{NAME}.txt"
    seed.write_text(f"---\n{FRONT}rights: open\n---\n{TEXT}")
    assert chancery("publish-ledger", cwd=home).returncode == 0
    build(home)
    assert set(holders(home, *BODY, *CARD)) == {*BODY, *CARD}

    seed.write_text(f"---\n{FRONT}rights: citation-only\n---\n{TEXT}")
    build(home)
    assert holders(home, *BODY) == {}
    assert set(holders(home, *CARD)) == set(CARD)

    seed.unlink()
    assert chancery("build", cwd=home).returncode == 1
    assert set(holders(home, *CARD)) == set(CARD)  # the promise is broken: the old site stands

    (home / f"seeds/{NAME}.gone.yml").write_text("reason: rights-holder\nday: 2026-01-31\n")
    build(home)
    assert holders(home, *BODY, *CARD) == {}
    page = (home / f"site/records/{NAME}/index.html").read_text()
    assert all(f'id="gone-{language}"' in page for language in ("ar", "en", "fr", "ru"))

    seed.write_text(f"---\n{FRONT}---\n{TEXT}")
    build(home)
    assert holders(home, *BODY, *CARD) == {}
