"""The days that `check --fix` writes, with git to tell what a seed was; and the corrections that its card shows."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.model import Correction, Settings
from generator.pipeline import generate
from generator.read import read_seed, seed_paths
from generator.settings import read_settings
from generator.stamp import stamp_seeds

TEXT = "France and Kazakhstan signed an agreement in Astana on 1 November 2023.\n"
DAY = "2026-01-31"


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    """An archive in a repository, whose two seeds are committed."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [chancery: {languages: [en, fr]}]\n")
    (tmp_path / "seeds").mkdir()
    put(tmp_path, "visit", "added: 2020-02-02\nparties: [FRA, KAZ]\n")
    put(tmp_path, "other", "title: Other\n")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return read_settings(tmp_path)


def put(project: Path, name: str, front: str, text: str = TEXT) -> None:
    (project / "seeds" / f"{name}.txt").write_text(f"---\n{front}---\n{text}", encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    person = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *person, *arguments], check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "seeds")
    git(folder, "commit", "-q", "-m", "x")


def stamp(home: Settings) -> list[str]:
    return [path.stem for path in stamp_seeds(seed_paths(home.seeds), home, DAY)]


def stated(home: Settings, name: str) -> tuple[str | None, str | None, tuple[Correction, ...]]:
    found = read_seed(home.seeds / f"{name}.txt").stated
    return found.added, found.changed, found.corrected


def test_what_stands_as_it_was_committed_is_left(home: Settings) -> None:
    assert stamp(home) == []


def test_a_new_seed_gets_the_day_it_was_added(home: Settings) -> None:
    put(home.project, "new", "title: New\n")
    assert (stamp(home), stated(home, "new")) == (["new"], (DAY, None, ()))
    assert stamp(home) == []


def test_a_changed_text_gets_the_day_of_the_change(home: Settings) -> None:
    put(home.project, "visit", "added: 2020-02-02\nparties: [FRA, KAZ]\n", f"{TEXT}More.\n")
    assert (stamp(home), stated(home, "visit")) == (["visit"], ("2020-02-02", DAY, ()))


@pytest.mark.parametrize(
    ("front", "corrections"),
    [
        ("parties: [FRA, UZB]\n", (Correction(key="parties", was="FRA, KAZ", on=DAY),)),
        ("parties: [KAZ, FRA]\ndate: 2023-10-31\n", (Correction(key="date", was="2023-11-01", on=DAY),)),
        ("parties: [FRA, KAZ]\ndate: 2023-11-01\n", ()),
        ("parties: [FRA, KAZ]\nnote: A remark.\n", ()),
        ("rights: open\n", ()),
    ],
)
def test_facts_that_replaced_others_are_told(home: Settings, front: str, corrections: tuple[Correction, ...]) -> None:
    put(home.project, "visit", f"added: 2020-02-02\n{front}")
    assert (stamp(home), stated(home, "visit")) == (["visit"], ("2020-02-02", DAY, corrections))
    assert stamp(home) == []


def test_earlier_corrections_are_kept(home: Settings) -> None:
    put(home.project, "visit", "added: 2020-02-02\nparties: [FRA, KAZ]\ndate: 2023-10-31\n")
    stamp(home)
    commit(home.project)
    (home.seeds / "visit.txt").write_text((home.seeds / "visit.txt").read_text().replace("date: 2023-10-31", "date: 2023-10-30"))
    stamp(home)
    assert [(each.key, each.was) for each in stated(home, "visit")[2]] == [("date", "2023-11-01"), ("date", "2023-10-31")]


def test_outside_a_repository_only_the_first_day_is_written(home: Settings) -> None:
    (home.project / ".git").rename(home.project / "no-git")
    assert stamp(home) == ["other"]
    assert stated(home, "other") == (DAY, None, ())


def test_the_card_shows_what_stood_there_and_the_day(home: Settings) -> None:
    put(home.project, "visit", "added: 2020-02-02\nparties: [FRA, UZB]\ndate: 2023-10-31\n")
    stamp(home)
    generate(home)
    page = (home.docs / "records/visit.md").read_text()
    assert 'Corrected on <time datetime="2026-01-31">31 January 2026</time>; before it was <bdi>1 November 2023</bdi>' in page
    assert "before it was <bdi>France, Kazakhstan</bdi>" in page
    assert page.count("Corrected on") == 2


def test_a_statement_against_the_text_is_a_correction_of_the_day_it_was_made(home: Settings) -> None:
    put(home.project, "visit", "date: 2023-10-31\nchanged: 2026-01-30\n")
    generate(home)
    page = (home.docs / "records/visit.md").read_text()
    assert 'Corrected on <time datetime="2026-01-30">30 January 2026</time>; the text was read as <bdi>1 November 2023</bdi>' in page
