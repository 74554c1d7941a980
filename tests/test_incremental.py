"""A build that does again only what changed gives the bytes of one that does everything, after any edits."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from generator.keep import Store, kept_in
from generator.model import Settings
from generator.pipeline import Report, generate
from generator.publication import publish
from generator.publish.build import build_site
from generator.publish.press import MkDocsPress
from generator.settings import read_settings
from tests.conftest import PROJECT

REPORTS = yaml.safe_load((PROJECT / "tests/cases/clusters/reports.yml").read_text(encoding="utf-8"))["reports"]
KEPT_BY_SEARCH = ".search.db"
"""What search keeps between builds, in the docs folder beside what it publishes."""
SEQUENCES = int(os.environ.get("CHANCERY_SEQUENCES", "2"))
"""How many sequences of edits are tried; `make audit` asks for 200."""
_HEADS = (
    "",
    "---\ndate: 2019-03-12\n---\n",
    "---\ntitle: Another title\nadded: 2026-02-03\n---\n",
    "---\nparties: [FRA, KAZ]\nevent: visit\n---\n",
    "---\nrights: citation-only\n---\n",
    "---\naliases: [former-name]\n---\n",
    "---\nsource:\n  name: Invented Gazette\n---\n",
    "---\ndate: 2019-13-01\n---\n",
)


def archive(home: Path) -> Settings:
    """A small project in a folder of its own."""
    shutil.copytree(PROJECT / "theme_overrides", home / "theme_overrides")
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").replace("languages: [ar, fr, en, ru]", "languages: [ar, en]")
    (home / "mkdocs.yml").write_text(text, encoding="utf-8")
    (home / "seeds").mkdir()
    return read_settings(home)


def build(chosen: Settings) -> Report:
    return publish(chosen, partial(MkDocsPress, chosen), partial(build_site, chosen))


def differences(one: Path, other: Path) -> list[str]:
    """Files that one folder lacks or has with other bytes."""
    files = [{path.relative_to(each): path for path in each.rglob("*") if path.is_file()} for each in (one, other)]
    names = files[0].keys() | files[1].keys()
    return sorted(
        str(name) for name in names if not all(name in each for each in files) or files[0][name].read_bytes() != files[1][name].read_bytes()
    )


class Edits(RuleBasedStateMachine):
    """Seeds come, change and go; after each edit a build of what changed is held against a build of everything."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="chancery-"))
        self.chosen = archive(self.home)
        self.edits = 0

    def path(self, number: int) -> Path:
        return self.chosen.seeds / f"{REPORTS[number]['id']}.txt"

    @rule(number=st.integers(0, len(REPORTS) - 1), head=st.sampled_from(_HEADS))
    def write(self, number: int, head: str) -> None:
        self.path(number).write_text(f"{head}{REPORTS[number]['text']}\n", encoding="utf-8")

    @rule(number=st.integers(0, len(REPORTS) - 1), other=st.integers(0, len(REPORTS) - 1))
    def write_another_text(self, number: int, other: int) -> None:
        self.path(number).write_text(f"{REPORTS[other]['text']}\n", encoding="utf-8")

    @rule(number=st.integers(0, len(REPORTS) - 1))
    def remove(self, number: int) -> None:
        self.path(number).unlink(missing_ok=True)

    @rule(number=st.integers(0, len(REPORTS) - 1), other=st.integers(0, len(REPORTS) - 1))
    def rename(self, number: int, other: int) -> None:
        if self.path(number).exists():
            self.path(number).rename(self.path(other))

    @rule()
    def lose_a_page(self) -> None:
        """The manifest goes: nothing that was kept is believed then."""
        (self.chosen.docs / ".chancery-manifest").unlink(missing_ok=True)
        shutil.rmtree(self.chosen.docs, ignore_errors=True)

    @invariant()
    def both_are_the_same(self) -> None:
        self.edits += 1
        if self.edits == 1:
            return
        build(self.chosen)
        whole = self.home / "whole"
        shutil.rmtree(whole, ignore_errors=True)
        fresh = replace(self.chosen, docs=whole / "docs", site=whole / "site")
        for site in (False, True):
            kept_in(fresh, site=site).unlink(missing_ok=True)
        build(fresh)
        assert differences(self.chosen.site, fresh.site) == []
        assert set(differences(self.chosen.docs, fresh.docs)) <= {KEPT_BY_SEARCH}

    def teardown(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)


def test_edits_in_any_order_give_what_a_whole_build_gives() -> None:
    chosen = settings(max_examples=SEQUENCES, stateful_step_count=4, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    run_state_machine_as_test(Edits, settings=chosen)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("second", ["the same pages", "other pages"])
def test_an_edit_that_was_half_built_and_taken_back_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second: str) -> None:
    chosen = archive(tmp_path)
    seed = chosen.seeds / "visit.txt"
    first = f"{REPORTS[0]['text']}\n"
    edited = f"{first}\nOne line more.\n" if second == "the same pages" else f"{REPORTS[1]['text']}\n"
    seed.write_text(first, encoding="utf-8")
    generate(chosen)
    before = {path: path.read_bytes() for path in chosen.docs.rglob("*.md")}
    seed.write_text(edited, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "commit", _killed)
        with pytest.raises(KeyboardInterrupt):
            generate(chosen)
    seed.write_text(first, encoding="utf-8")
    generate(chosen)
    assert {path: path.read_bytes() for path in chosen.docs.rglob("*.md")} == before


def _killed(store: Store) -> None:
    """The end of a build that is killed before what it did is kept."""
    raise KeyboardInterrupt
