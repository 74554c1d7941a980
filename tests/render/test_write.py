from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.model import Page
from generator.render import Docs, Written, hand_written_copies, page_text, render
from generator.render.handwritten import MANIFEST
from tests.render import samples


def _page(uri: str, body: str = "text") -> Page:
    return Page(uri=uri, front_matter={"title": uri}, body=body)


def write_pages(pages: Iterable[Page], docs: Path, hand_written: Path) -> Written:
    """What a build does with pages and hand-written ones, all of them made anew."""
    with Docs(docs) as folder:
        languages: set[str] = set()
        for page in pages:
            if page.uri.endswith("/index.md"):
                languages.add(page.uri.split("/")[0])
            folder.put(page.uri, page_text(page).encode())
        for uri, content in hand_written_copies(docs, hand_written, languages):
            folder.put(uri, content)
        return folder.close()


def _write(folder: Path, *pages: Page) -> tuple[int, int, int]:
    done = write_pages(pages, folder / "docs", folder / "docs")
    return done.written, done.unchanged, done.removed


def test_only_bytes_that_changed_are_written(tmp_path: Path) -> None:
    assert _write(tmp_path, _page("en/a.md"), _page("en/b.md")) == (2, 0, 0)
    assert _write(tmp_path, _page("en/a.md"), _page("en/b.md", "new")) == (1, 1, 0)


def test_orphans_go_and_strangers_stay(tmp_path: Path) -> None:
    _write(tmp_path, _page("en/x/a.md"), _page("b.md"))
    (tmp_path / "docs/mine.md").write_text("mine")
    assert _write(tmp_path, _page("b.md")) == (0, 1, 1)
    assert (tmp_path / "docs/mine.md").read_text() == "mine"
    assert not (tmp_path / "docs/en").exists()
    assert (tmp_path / "docs" / MANIFEST).read_text() == "b.md\n"


def test_a_strangers_file_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("mine")
    with pytest.raises(UsageError, match=r"a\.md"):
        _write(tmp_path, _page("a.md"))
    assert (tmp_path / "docs/a.md").read_text() == "mine"


def test_a_run_cut_short_is_mended_by_the_next(tmp_path: Path) -> None:
    def interrupted() -> object:
        yield _page("a.md")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pages(interrupted(), tmp_path / "docs", tmp_path / "docs")  # type: ignore[arg-type]
    assert _write(tmp_path, _page("a.md", "newer")) == (1, 0, 0)


def test_hand_written_pages_are_copied_and_a_language_without_one_shows_the_default(tmp_path: Path) -> None:
    for language, text in (("en", "---\ntitle: About\n---\nWhat this is.\n"), ("ar", "---\ntitle: عن\n---\nنص.\n")):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "about.md").write_text(text, encoding="utf-8")
    settings = samples.settings(tmp_path)
    pages = list(render(samples.archive(tmp_path), samples.records(), settings, samples.CURATED))
    write_pages(pages, tmp_path / "elsewhere", tmp_path / "docs")
    assert (tmp_path / "elsewhere/en/about.md").read_text() == "---\ntitle: About\n---\nWhat this is.\n"
    french = (tmp_path / "elsewhere/fr/about.md").read_text(encoding="utf-8")
    assert "What this is." in french
    assert 'lang="en"' in french
    write_pages(pages, tmp_path / "docs", tmp_path / "docs")
    again = render(samples.archive(tmp_path), samples.records(), settings, samples.CURATED)
    assert write_pages(again, tmp_path / "docs", tmp_path / "docs").written == 0
    assert (tmp_path / "docs/ar/about.md").read_text(encoding="utf-8").endswith("نص.\n")
