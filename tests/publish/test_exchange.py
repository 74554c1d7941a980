from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from generator.publish.exchange import _step_by_step, exchange
from generator.publish.exchange import exchange as package_export


def tree(root: Path, word: str) -> Path:
    (root / "sub").mkdir(parents=True)
    (root / "sub/page.html").write_text(word)
    (root / "index.html").write_text(word)
    return root


def words(root: Path) -> set[str]:
    return {path.read_text() for path in root.rglob("*.html")}


def test_new_tree_takes_the_place_of_the_old(tmp_path: Path) -> None:
    site, new = tree(tmp_path / "site", "old"), tree(tmp_path / "new", "new")
    (site / "gone.html").write_text("old")
    exchange(new, site)
    assert words(site) == {"new"}
    assert not new.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_first_site_has_no_old_one(tmp_path: Path) -> None:
    exchange(tree(tmp_path / "new", "new"), tmp_path / "site")
    assert words(tmp_path / "site") == {"new"}


def test_hidden_files_at_the_top_stay(tmp_path: Path) -> None:
    site, new = tree(tmp_path / "site", "old"), tree(tmp_path / "new", "new")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    (site / ".stamp").write_text("old")
    (new / ".stamp").write_text("new")
    exchange(new, site)
    assert (site / ".git/HEAD").read_text() == "ref"
    assert (site / ".stamp").read_text() == "new"


def test_three_renames_do_the_same_elsewhere(tmp_path: Path) -> None:
    site, new = tree(tmp_path / "site", "old"), tree(tmp_path / "new", "new")
    _step_by_step(new, site)
    assert (words(site), words(new)) == ({"new"}, {"old"})
    assert len(list(tmp_path.iterdir())) == 2


def test_old_site_comes_back_when_the_new_one_is_missing(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        _step_by_step(tmp_path / "nowhere", site)
    assert words(site) == {"old"}


def test_whoever_looks_sees_a_whole_site(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", "0")
    seen: list[int] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            seen.append(len(os.listdir(site)))

    watcher = threading.Thread(target=look)
    watcher.start()
    for number in range(1, 60):
        exchange(tree(tmp_path / "new", str(number)), site)
    stop.set()
    watcher.join()
    assert words(site) == {"59"}
    # A listing that began in the tree just taken away may find it emptied; the path itself is never missing.
    assert seen


def test_package_names_it() -> None:
    assert package_export is exchange
