"""The edition of data and rules: the same for the same bytes, another for any other."""

import time
from pathlib import Path

import pytest

from generator.curated import fingerprint


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "countries").mkdir(parents=True)
    (folder / "events.yml").write_text("a: b")
    (folder / "countries" / "kaz.yml").write_text("names: {}")
    return folder


def test_the_same_bytes_give_the_same(data: Path) -> None:
    before = fingerprint(data)
    (data / "events.yml").touch()
    (data / "note.txt").write_text("no data")
    assert fingerprint(data) == before


@pytest.mark.parametrize("change", ["content", "name", "new", "moved"])
def test_any_change_of_data_gives_another(data: Path, change: str) -> None:
    before = fingerprint(data)
    if change == "content":
        (data / "events.yml").write_text("a: c")
    elif change == "name":
        (data / "events.yml").rename(data / "event.yml")
    elif change == "moved":
        (data / "countries" / "kaz.yml").rename(data / "kaz.yml")
    else:
        (data / "countries" / "kgz.yml").write_text("")
    assert fingerprint(data) != before


def test_it_is_cheap_enough_for_each_start() -> None:
    fingerprint()
    begun = time.process_time()
    fingerprint()
    assert time.process_time() - begun < 0.3
