"""Fixtures that several test folders share: the checkout, the sample texts beside it, and sites built once for all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publish.lock import locked

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


@dataclass(frozen=True, kw_only=True)
class Built:
    """A site that `chancery build` made, the Markdown it was made from, and what the command said."""

    docs: Path
    site: Path
    said: str


def environment(**changed: str) -> dict[str, str]:
    """The environment of a command under test; compiled modules are kept for the next where Python was told to write none."""
    kept = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **changed}
    if kept.pop("PYTHONDONTWRITEBYTECODE", None):
        kept["PYTHONPYCACHEPREFIX"] = str(PROJECT / ".cache" / "pycache")
    return kept


def chancery(*arguments: object, cwd: Path = PROJECT, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m generator` with the arguments; `changed` are variables of its environment."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment(**changed), capture_output=True, encoding="utf-8", timeout=300, check=False)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that `make` fills, by whichever test process asks first; all processes of one run share it."""
    home = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        home = home.parent  # the folder that the processes of one run have in common
    folder, mark = home / f"once-{name}", home / f"once-{name}.made"
    with locked(home / f"once-{name}.lock"):
        if not mark.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            mark.touch()
    return folder


def built(factory: pytest.TempPathFactory, name: str, seeds: Path) -> Built:
    """The site of a folder of seeds, made by `chancery build` once for all tests."""

    def make(folder: Path) -> None:
        result = chancery("build", "--seeds", seeds, "--docs", folder / "docs", "--site", folder / "site")
        assert result.returncode == 0, result.stderr
        (folder / "said.txt").write_text(result.stdout + result.stderr, encoding="utf-8")

    folder = once(factory, name, make)
    return Built(docs=folder / "docs", site=folder / "site", said=(folder / "said.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of sample texts beside the checkout; tests that need it are skipped elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("no sample texts beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def archive_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the project's own seeds. Read it, change nothing in it."""
    return built(tmp_path_factory, "own", PROJECT / "seeds")


@pytest.fixture(scope="session")
def sample_site(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the sample texts beside the checkout. Read it, change nothing in it."""
    return built(tmp_path_factory, "samples", shared / "seeds")


@pytest.fixture(scope="session")
def whole_sample(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All sample texts beside the checkout, the labelled ones too, in one folder of seeds."""

    def make(folder: Path) -> None:
        for text in (*(shared / "seeds").glob("*.txt"), *(shared / "corpus/texts").glob("*.txt")):
            shutil.copy(text, folder)

    return once(tmp_path_factory, "whole-seeds", make)


@pytest.fixture(scope="session")
def whole_sample_site(whole_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of all sample texts beside the checkout. Read it, change nothing in it."""
    return built(tmp_path_factory, "whole", whole_sample)


@contextmanager
def running(*command: object, cwd: Path, log: Path, **changed: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs until the block ends; what it says goes to `log`."""
    with log.open("wb") as target:
        process = subprocess.Popen(list(map(str, command)), cwd=cwd, env=environment(**changed), stdout=target, stderr=subprocess.STDOUT)
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def copied_project(target: Path, seeds: Path | None = PROJECT / "seeds") -> Path:
    """What a fork of the project begins with, in the folder `target`: settings, theme, hand-written pages, perhaps seeds."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", target)
    shutil.copytree(PROJECT / "theme_overrides", target / "theme_overrides")
    for page in (*PROJECT.glob("docs/*/about.md"), *PROJECT.glob("docs/*/contribute.md")):
        place = target / page.relative_to(PROJECT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, place)
    (target / "seeds").mkdir()
    for seed in sorted(seeds.glob("*.txt")) if seeds else ():
        shutil.copy(seed, target / "seeds")
    return target
