"""Builds of one archive under other circumstances, from nothing: each gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import PROJECT, copied_project, environment
from tests.test_incremental import differences

pytestmark = pytest.mark.xdist_group("variations")
OTHER_MACHINE = str(PROJECT / "tests/cases/other_machine")
NOBODY = 65534
SEEDS = 8
PYTHONS = tuple(filter(None, os.environ.get("CHANCERY_PYTHONS", "").split(os.pathsep)))
"""Other interpreters in which the requirements are installed."""


@dataclass(frozen=True, kw_only=True)
class Variation:
    """What is other than usual: variables, the folder, the mask of new files, the user, the interpreter."""

    variables: dict[str, str] = field(default_factory=dict)
    folder: str = "archive"
    umask: int = -1
    user: int | None = None
    python: str = sys.executable


VARIATIONS = {
    "order and day": Variation(variables={"PYTHONPATH": OTHER_MACHINE, "OTHER_ORDER": "1", "OTHER_DAY": "1", "SOURCE_DATE_EPOCH": "86400"}),
    "workers": Variation(variables={"CHANCERY_WORKERS": "5"}),
    "one worker": Variation(variables={"CHANCERY_WORKERS": "1"}),
    "time zone": Variation(variables={"TZ": "Pacific/Kiritimati"}),
    "locale C": Variation(variables={"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    "locale ar": Variation(variables={"LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "ar"}),
    "locale tr": Variation(variables={"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    "hash seed": Variation(variables={"PYTHONHASHSEED": "4711"}),
    "umask": Variation(umask=0o077),
    "path": Variation(folder="an archive – أرشيف"),
    "user": Variation(user=NOBODY),
    **{f"python {python}": Variation(python=python) for python in PYTHONS},
}
CHOSEN = VARIATIONS if "CHANCERY_AUDIT" in os.environ else dict(list(VARIATIONS.items())[:2])


def built(home: Path, variation: Variation) -> Path:
    """A copy of the project with a few seeds in many languages, built from nothing."""
    home = copied_project(home / variation.folder, seeds=None)
    seeds = sorted((PROJECT / "seeds").glob("*.txt"))
    for seed in seeds[:: len(seeds) // SEEDS]:
        shutil.copy(seed, home / "seeds")
    changed = dict(variation.variables)
    if "PYTHONPATH" in changed and "PYTHONPATH" in os.environ:
        changed["PYTHONPATH"] += os.pathsep + os.environ["PYTHONPATH"]
    if variation.user is not None:
        for path in (home, *home.rglob("*")):
            os.chown(path, variation.user, variation.user)
        changed["HOME"] = str(home)
    done = subprocess.run(
        [variation.python, "-m", "generator", "build"],
        cwd=home,
        env=environment(**changed),
        umask=variation.umask,
        user=variation.user,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("usual"), Variation())


@pytest.mark.parametrize("name", CHOSEN)
def test_the_bytes_are_the_same(usual: Path, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    variation = VARIATIONS[name]
    folder = tmp_path_factory.mktemp("other")
    if variation.user is not None:
        if os.getuid():
            pytest.skip("only root may become somebody else")
        if not all(each.stat().st_mode & 0o001 for each in (*Path(sys.executable).resolve().parents, *PROJECT.parents)):
            pytest.skip("the interpreter or the project lies where only its owner may go")
        for each in (folder, *folder.parents):
            if each.owner() == "root" and not each.stat().st_mode & 0o001:
                each.chmod(0o711)
    other = built(folder, variation)
    assert differences(usual / "site", other / "site") == []
    assert [each for each in differences(usual / "docs", other / "docs") if each != ".search.db"] == []


def test_there_are_many() -> None:
    assert len(VARIATIONS) >= 9
