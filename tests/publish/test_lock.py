from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

from generator.publish.lock import locked


def _hold(path: Path, log: Path, name: str) -> None:
    with locked(path):
        with log.open("a") as stream:
            stream.write(f"{name} in\n")
        time.sleep(0.15)
        with log.open("a") as stream:
            stream.write(f"{name} out\n")


def test_holders_follow_one_another(tmp_path: Path) -> None:
    lock, log = tmp_path / ".lock", tmp_path / "log"
    context = multiprocessing.get_context("spawn")
    builders = [context.Process(target=_hold, args=(lock, log, name)) for name in "abc"]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join(10)
    lines = log.read_text().split("\n")[:-1]
    pairs = list(zip(lines[::2], lines[1::2], strict=True))
    assert len(pairs) == 3
    assert all(first.split()[0] == second.split()[0] for first, second in pairs)
    assert not lock.exists()


def test_a_file_left_behind_does_not_block(tmp_path: Path) -> None:
    lock = tmp_path / ".lock"
    lock.write_text("left by a builder that was killed")
    with locked(lock):
        assert lock.exists()
    assert not lock.exists()
