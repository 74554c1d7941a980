"""The same seeds give the same bytes: whatever the place, the hour, the locale, the hash seed, and the command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Built, chancery, copied_project, environment

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "fr", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "86400"}


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The names of files that one side lacks or has with other bytes."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, built in another place under other circumstances."""
    home = copied_project(tmp_path_factory.mktemp("elsewhere") / "an archive")
    result = chancery("build", cwd=home, **ELSEWHERE)
    assert result.returncode == 0, result.stderr
    return home


@pytest.mark.xdist_group("elsewhere")
def test_another_place_hour_locale_and_hash_seed_change_nothing(archive_site: Built, elsewhere: Path) -> None:
    # What is kept between builds; the first lists the copies of hand-written pages too, where these stand in another folder.
    own = {".chancery-manifest", ".search.db"}
    assert set(different(snapshot(archive_site.docs), snapshot(elsewhere / "docs"))) <= own
    assert different(snapshot(archive_site.site), snapshot(elsewhere / "site")) == []


@pytest.mark.xdist_group("elsewhere")
def test_mkdocs_itself_gives_the_same_site(archive_site: Built, elsewhere: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(elsewhere / "plain")]
    result = subprocess.run(command, cwd=elsewhere, env=environment(), capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert different(snapshot(archive_site.site), snapshot(elsewhere / "plain")) == []


@pytest.mark.xdist_group("elsewhere")
def test_a_second_build_writes_no_page(elsewhere: Path) -> None:
    before = snapshot(elsewhere / "site")
    result = chancery("build", cwd=elsewhere)
    assert ", 0 pages written, " in result.stdout
    assert different(before, snapshot(elsewhere / "site")) == []
