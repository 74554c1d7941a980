"""A page of every kind and language in the Nu HTML Checker: no error, and no warning that is not named here."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.reader import Site
from tests.npm import package

pytestmark = pytest.mark.xdist_group("html")


def checked(pages: list[Path]) -> list[str]:
    """What the checker says of pages, one line a message of the level of an error."""
    folder, java = package("vnu-jar"), shutil.which("java")
    if folder is None or java is None:
        pytest.skip("no Java, or no npm to fetch the checker: `python tests/npm.py`")
    command = [java, "-Xss1m", "-jar", str(folder / "build/dist/vnu.jar"), "--format", "json", "--errors-only", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False, timeout=600)
    found = json.loads(done.stderr)["messages"]
    return [f"{each['url'].partition('/site/')[2] or each['url']}:{each.get('lastLine')}: {each['message']}" for each in found]


def test_every_kind_of_page_in_every_language_is_valid(built_site: Site) -> None:
    sample = built_site.sample()
    assert {language for _, language in sample} == {"ar", "en", "fr", "ru"}
    files = [built_site.folder / path for path in (*sample.values(), "404.html")]
    pages = [path / "index.html" if path.is_dir() else path for path in files]
    assert len(pages) > 60
    assert checked(pages) == []


def test_records_of_the_tiny_site_are_valid(tiny_site: Site) -> None:
    assert checked([tiny_site.folder / path / "index.html" for path in tiny_site.readable()]) == []


def test_the_checker_would_say_so(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>x</title><p><div>y</div></p><time>soon</time>', encoding="utf-8")
    assert len(checked([page])) >= 2
