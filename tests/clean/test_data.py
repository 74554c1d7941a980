"""Faults in the phrase and outlet files are found, with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.curated import DATA
from generator.curated.boilerplate import read_boilerplate
from generator.curated.sources import read_sources
from generator.curated.tree import Faults, read_branch


def faults_of(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "data" / "xx.yml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    faults = Faults(path.parent)
    read_boilerplate(read_branch(path, faults).branch("boilerplate"))
    return faults.lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("boilerplate:\n  rules:\n    shares: [Share]\n", "unknown key 'shares'"),
        ("boilerplate:\n  rules:\n    share: ['…']\n", "has no word"),
        ("boilerplate:\n  rules:\n    share: Share\n", "must be a list of texts"),
        ("boilerplate:\n  networks: {a: b}\n", "must be a list of texts"),
    ],
)
def test_faults_of_phrases(tmp_path: Path, text: str, said: str) -> None:
    (line,) = faults_of(tmp_path, text)
    assert said in line


def test_an_agency_is_wire_or_photo(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text("abc:\n  names: [ABC]\n  agency: radio\n", encoding="utf-8")
    faults = Faults(tmp_path)
    read_sources(path, faults)
    assert faults.lines == [f"{tmp_path.name}/sources.yml:3: agency must be wire or photo"]


def test_outlets_have_names_and_no_name_means_two() -> None:
    sources = read_sources(DATA / "sources.yml", Faults(DATA))
    assert all(source.names for source in sources)
    names = [(name, source.id) for source in sources for name in source.names]
    assert len({name for name, _ in names}) == len(names)
    hosts = [host for source in sources for host in source.hosts]
    assert len(set(hosts)) == len(hosts)
