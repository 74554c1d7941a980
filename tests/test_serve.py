"""The live site: an edited seed shows after one rebuild, and then there is rest."""

from __future__ import annotations

import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import copied_project, running

REST = 4.0  # seconds without another rebuild
SEED = "---\nparties: [FRA, KAZ]\ndate: 2023-11-01\nsource: {name: Example}\n---\nFrance and Kazakhstan signed an agreement on WORD.\n"
BUILT = {"mkdocs": "Documentation built in", "generator": " written, in "}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(condition: Callable[[], bool], log: Path, seconds: float = 90) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, log.read_text(encoding="utf-8")
        time.sleep(0.1)


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, OSError):
        return ""


@pytest.mark.parametrize(
    "command", [("mkdocs", "serve", "-a", "127.0.0.1:PORT"), ("generator", "serve", "--port", "PORT")], ids=lambda words: words[0]
)
def test_an_edited_seed_shows_after_one_rebuild(tmp_path: Path, command: tuple[str, ...]) -> None:
    home = copied_project(tmp_path / "archive", seeds=None)
    seed = home / "seeds/agreement.txt"
    seed.write_text(SEED.replace("WORD", "irrigation"))
    port, log = free_port(), tmp_path / "log"
    address = f"http://127.0.0.1:{port}/records/agreement/"
    with running(sys.executable, "-m", *(word.replace("PORT", str(port)) for word in command), cwd=home, log=log):
        wait(lambda: "irrigation" in page(address), log)
        time.sleep(1)
        started = log.read_text(encoding="utf-8").count(BUILT[command[0]])
        seed.write_text(SEED.replace("WORD", "turbines"))
        wait(lambda: "turbines" in page(address), log)
        time.sleep(REST)
        said = log.read_text(encoding="utf-8")
    assert (started, said.count(BUILT[command[0]])) == (1, 2), said
    assert "Traceback" not in said
