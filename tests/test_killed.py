"""A build that is killed at any moment leaves a whole site, the old or the new, and the next build makes good."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from generator.model import Settings
from tests.conftest import environment
from tests.test_incremental import REPORTS, archive

KILLS = int(os.environ.get("CHANCERY_KILLS", "3"))
"""How many builds are killed; `make audit` asks for 50."""
RECORDS = 6


def _command() -> list[str]:
    return [sys.executable, "-m", "generator", "build"]


def _build(home: Path, *, kill_after: float | None = None) -> float:
    """Run a build; returns the seconds it took. With `kill_after` it is killed then."""
    begin = time.monotonic()
    process = subprocess.Popen(
        _command(), cwd=home, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(timeout=kill_after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return time.monotonic() - begin


def _seeds(chosen: Settings, edition: int) -> None:
    """Every second edition has a seed more and another text in one of the others."""
    for place, report in enumerate(REPORTS[: RECORDS + edition % 2]):
        text = REPORTS[(place + edition % 2) % len(REPORTS)]["text"] if place == 0 else report["text"]
        path = chosen.seeds / f"{report['id']}.txt"
        if not path.exists() or path.read_text(encoding="utf-8") != f"{text}\n":
            path.write_text(f"{text}\n", encoding="utf-8")
    if not edition % 2:
        (chosen.seeds / f"{REPORTS[RECORDS]['id']}.txt").unlink(missing_ok=True)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    home = tmp_path / "archive"
    home.mkdir()
    chosen = archive(home)
    editions = []
    for edition in (0, 1):
        _seeds(chosen, edition)
        length = _build(home)
        editions.append(_files(chosen.site))
    assert editions[0] != editions[1]
    chance = random.Random(20261122)
    for number in range(KILLS):
        _seeds(chosen, number)
        _build(home, kill_after=chance.uniform(0.05, max(length, 0.2)))
        assert _files(chosen.site) in editions
        _build(home)
        assert _files(chosen.site) == editions[number % 2]
