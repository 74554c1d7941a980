"""A Chromium, and two sites to read with it: the tiny one of tests/site and the project's own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.contributing import REPOSITORY
from tests.browser.reader import Site, served
from tests.browser.tiny_index import index_pages
from tests.chromium import find
from tests.conftest import Built, chancery, copied_project, environment, once

_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid or "browser" in Path(item.path).parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, headless; tests are skipped where there is none."""
    path = find()
    if path is None:
        pytest.skip("no Chromium; `make test` tries to install one")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tiny_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """tests/site built with the plugin, its pages taken as they stand, and an index of its records."""

    def make(folder: Path) -> None:
        index_pages(project / "tests/site/docs/records", build_tiny(project, folder / "site", plugin=True))

    with served(once(tmp_path_factory, "tiny", make) / "site") as site:
        yield site


@pytest.fixture(scope="session")
def built_site(archive_site: Built) -> Iterator[Site]:
    """The project's own seeds, built once with the command."""
    with served(archive_site.site) as site:
        yield site


@pytest.fixture(params=["tiny_site", "built_site"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the two sites in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


def build_tiny(project: Path, folder: Path, *, plugin: bool, options: str = "") -> Path:
    """tests/site built by MkDocs' own command into `folder`, with or without our plugin."""
    home = folder.parent
    text = (project / "tests/site/mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("../../theme_overrides", str(project / "theme_overrides")).replace(
        "docs_dir: docs", f"docs_dir: {project}/tests/site/docs"
    )
    if plugin:
        text = text.replace("plugins: [search]", "plugins: [{chancery: {generate: false}}]")
    (home / "mkdocs.yml").write_text(text + options, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(home / "mkdocs.yml"), "-d", str(folder)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def kept_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that says where its files are kept, built."""

    def make(folder: Path) -> None:
        home = copied_project(folder / "home", seeds=None)
        config = (home / "mkdocs.yml").read_text(encoding="utf-8")
        (home / "mkdocs.yml").write_text(f"repo_url: {REPOSITORY}\n{config}", encoding="utf-8")
        (home / "seeds/old.txt").write_text("France and Kazakhstan signed an agreement in Astana on 1 May 2022.\n")
        done = chancery("build", cwd=home)
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "contribute", make) / "home"


@pytest.fixture(scope="session")
def kept_site(kept_archive: Path) -> Iterator[Site]:
    with served(kept_archive / "site") as site:
        yield site
