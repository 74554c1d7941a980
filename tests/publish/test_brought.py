"""What people put into the docs folder is published as MkDocs publishes it, by the quick way too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish.brought import brought
from tests.conftest import chancery, copied_project, environment
from tests.test_incremental import differences

GENERATED = ("index.md", "sitemap.xml", "en/index.md", "en/countries/kaz.md", "records/a.md", "data/records.csv")


def test_files_that_nobody_generated_are_found(tmp_path: Path) -> None:
    mine = ("CNAME", "_headers", "en/map.png", "en/pictures/a/b.png", "pictures/deep/c.png")
    others = (".hidden", "en/.hidden", "en/about.md", "en/contribute.md", "templates/x.html", *GENERATED)
    for uri in (*mine, *others):
        (tmp_path / uri).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / uri).touch()
    assert brought(tmp_path, ("en", "fr"), GENERATED) == mine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = copied_project(tmp_path_factory.mktemp("brought") / "archive", seeds=None)
    (home / "seeds/a.txt").write_text("France and Kazakhstan signed an agreement in Astana.\n")
    (home / "docs/pictures").mkdir()
    (home / "docs/pictures/one.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (home / "docs/CNAME").write_text("archive.example\n")
    return home


def plain(home: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(home / "plain")]
    subprocess.run(command, cwd=home, env=environment(), check=True, timeout=300)
    return home / "plain"


@pytest.mark.xdist_group("brought")
def test_they_are_published_changed_and_taken_away(home: Path) -> None:
    assert chancery("build", cwd=home).returncode == 0
    assert (home / "site/CNAME").read_text() == "archive.example\n"
    assert differences(home / "site", plain(home)) == []
    (home / "docs/CNAME").write_text("another.example\n")
    (home / "docs/pictures/one.svg").unlink()
    assert chancery("build", cwd=home).returncode == 0
    assert (home / "site/CNAME").read_text() == "another.example\n"
    assert not (home / "site/pictures").exists()


@pytest.mark.xdist_group("brought")
def test_pages_that_people_write_are_built_by_mkdocs(home: Path) -> None:
    page = home / "docs/en/history.md"
    page.write_text("# The history of this archive\n")
    assert chancery("build", cwd=home).returncode == 0
    assert "The history of this archive" in (home / "site/en/history/index.html").read_text(encoding="utf-8")
    assert differences(home / "site", plain(home)) == []
    page.unlink()
    assert chancery("build", cwd=home).returncode == 0
    assert not (home / "site/en/history").exists()
