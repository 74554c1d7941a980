"""A broken machine: whatever fails in a build, readers see the whole old site or the whole new one, and the next build heals."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from generator.model import Settings
from tests.alone.faulty import End, Fault, build
from tests.conftest import environment
from tests.test_incremental import REPORTS, archive

FAULTS = int(os.environ.get("CHANCERY_FAULTS", "4"))
"""How many calls are made to fail; `make audit` asks for every call in every way."""
PAIRS = int(os.environ.get("CHANCERY_PAIRS", "1"))
"""How many builds are started two at a time; `make audit` asks for 100 pairs."""
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not copy processes"),
    pytest.mark.timeout(120 + 20 * max(FAULTS, PAIRS)),
]
WAYS: tuple[Fault, ...] = ("kill", errno.ENOSPC, errno.EACCES, errno.EIO)
SIZES = (0, 100, 1_000, 5_000, 20_000, 100_000, 400_000) if FAULTS > 4 else (0, 400_000)
"""Bytes that a file may have, where the disk is full."""
RECORDS = 4


def state(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Archive:
    """A small archive with two editions of its seeds, and the site that each makes."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.chosen: Settings = archive(home)
        self.edition = 0
        self.sites = []
        for _ in range(2):
            self.turn()
            self.whole()
            self.sites.append(state(self.chosen.site))
        assert self.sites[0] != self.sites[1]

    def turn(self) -> None:
        """Go to the other edition: one text changed, one seed more or less."""
        self.edition += 1
        odd = self.edition % 2
        for place, report in enumerate(REPORTS[: RECORDS + 1]):
            path = self.chosen.seeds / f"{report['id']}.txt"
            text = REPORTS[(place + odd) % RECORDS]["text"] if place == 0 else report["text"]
            if place == RECORDS and odd:
                path.unlink(missing_ok=True)
            elif not path.exists() or path.read_text(encoding="utf-8") != f"{text}\n":
                path.write_text(f"{text}\n", encoding="utf-8")

    def whole(self) -> End:
        """Build without a fault."""
        end = build(self.home)
        assert end.code == 0, end.said
        return end

    def broken(self, fault: Fault, at: int, workers: int = 1) -> End:
        """A build of the other edition in which something fails, and the one that heals."""
        self.turn()
        end = build(self.home, fault, at, workers)
        told = (fault, at, end)
        assert "Traceback" not in end.said, told
        shown = state(self.chosen.site)
        assert shown in self.sites, told
        assert end.code != 0 or shown == self.sites[(self.edition + 1) % 2], told
        assert end.code in (0, 1, 2, -9), told
        assert end.code not in (1, 2) or end.said.startswith("chancery: "), told
        self.whole()
        assert state(self.chosen.site) == self.sites[(self.edition + 1) % 2], told
        return end


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive(tmp_path_factory.mktemp("faults"))


def test_whatever_call_fails_the_site_is_whole(small: Archive) -> None:
    small.turn()
    calls = small.whole().calls
    every = [(way, at) for at in range(1, calls + 1) for way in WAYS]
    chosen = every if len(every) <= FAULTS else random.Random(20261122).sample(every, FAULTS)
    assert {small.broken(way, at).code for way, at in chosen} >= {1, -9}


@pytest.mark.parametrize("bytes_", SIZES)
def test_a_full_disk_leaves_the_site_whole(small: Archive, bytes_: int) -> None:
    small.broken("size", bytes_)


def test_a_build_in_many_processes_is_killed(small: Archive) -> None:
    for at in range(1, 60, max(2, 300 // FAULTS)):
        small.broken("kill", at, workers=3)


def test_two_builds_at_once_leave_one_whole_site(small: Archive) -> None:
    command = [sys.executable, "-m", "generator", "build"]
    for _ in range(PAIRS):
        small.turn()
        both = [
            subprocess.Popen(command, cwd=small.home, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
            for _ in range(2)
        ]
        said = [each.communicate(timeout=300)[0] for each in both]
        assert [each.returncode for each in both] == [0, 0], said
        assert state(small.chosen.site) == small.sites[(small.edition + 1) % 2]


def test_a_lock_that_was_left_behind_stops_nobody(small: Archive) -> None:
    lock = small.chosen.site.with_name(f".{small.chosen.site.name}.lock")
    lock.write_text("999999")
    small.turn()
    small.whole()
    assert state(small.chosen.site) == small.sites[(small.edition + 1) % 2]
