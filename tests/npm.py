"""Checkers that npm ships, for tests that ask other people's tools: the Nu HTML Checker, and the schemas of sitemaps.

Run by `make test`, which fetches them once into `.cache/npm`, by the hashes of tests/node/package-lock.json; `package()`
serves the tests, which are skipped where there is no npm.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / ".cache" / "npm"
_WANTED = ("package.json", "package-lock.json")


def package(name: str) -> Path | None:
    """The folder of an installed package; `None` where it could not be fetched."""
    folder = FOLDER / "node_modules" / name
    return folder if _is_current() and folder.is_dir() else None


def _is_current() -> bool:
    """Whether what was installed is what the lock file asks for."""
    return all((FOLDER / name).is_file() and (FOLDER / name).read_bytes() == _source(name).read_bytes() for name in _WANTED)


def _source(name: str) -> Path:
    return PROJECT / "tests" / "node" / name


def install() -> bool:
    """Fetch them, without running anything of theirs; whether they are there now."""
    npm = shutil.which("npm")
    if npm is None:
        return False
    FOLDER.mkdir(parents=True, exist_ok=True)
    shutil.copy(_source("package.json"), FOLDER)
    shutil.copy(_source("package-lock.json"), FOLDER)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix", str(FOLDER)]
    done = subprocess.run(command, check=False, timeout=600, cwd=FOLDER)
    if done.returncode:
        shutil.rmtree(FOLDER / "node_modules", ignore_errors=True)
    return done.returncode == 0


if __name__ == "__main__" and package("vnu-jar") is None and not install():
    sys.stderr.write("npm or its packages are missing: the tests that ask the Nu HTML Checker and the schemas of sitemaps are skipped.\n")
