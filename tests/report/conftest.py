"""An archive under git, and what its report says."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import chancery

TEXT = "France and Kazakhstan signed an agreement in Astana on 1 November 2023.\n"
_AUTHOR = ("-c", "user.name=Keeper", "-c", "user.email=keeper@archive.example", "-c", "core.hooksPath=/dev/null")


@dataclass(frozen=True, kw_only=True)
class Repository:
    """A folder under git with `mkdocs.yml` and `seeds/`."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """What git answers; a refusal fails the test."""
        command = ["git", "-C", str(self.folder), *_AUTHOR, *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()

    def seed(self, name: str, text: str | bytes = TEXT) -> Path:
        """A seed in the working tree."""
        path = self.folder / "seeds" / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def commit(self) -> str:
        """Everything in the working tree as a commit; its id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "a change")
        return self.git("rev-parse", "HEAD")

    def report(self, base: str) -> str:
        """The summary of `chancery report`."""
        done = chancery("report", "--base", base, cwd=self.folder)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Callable[..., Repository]:
    """Makes an archive whose first commit on `main` holds one seed, `old.txt`."""

    def make(name: str = "archive") -> Repository:
        made = Repository(folder=tmp_path / name)
        (made.folder / "seeds").mkdir(parents=True)
        (made.folder / "mkdocs.yml").write_text("site_name: Example\nplugins: [{chancery: {languages: [ar, fr, en]}}]\n")
        made.git("init", "--quiet", "--initial-branch", "main")
        made.seed("old.txt")
        made.commit()
        return made

    return make
