from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.settings import find_project, read_settings


def write(folder: Path, text: str) -> Path:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder


def test_options_of_the_plugin_are_read(tmp_path: Path) -> None:
    project = write(
        tmp_path,
        "site_name: Archive\ntheme: {name: material, language: fr}\nplugins:\n  - search\n  - chancery:\n"
        "      languages: [fr, ar]\n      rights: citation-only\n      coverage_from: 1992\n",
    )
    settings = read_settings(project)
    assert (settings.default_language, settings.languages) == ("fr", ("fr", "ar"))
    assert (settings.rights, settings.coverage_from) == ("citation-only", 1992)
    assert settings.seeds == tmp_path.resolve() / "seeds"


def test_folders_given_outrank_the_file(tmp_path: Path) -> None:
    settings = read_settings(write(tmp_path, "site_name: A\n"), docs=tmp_path / "d", site=tmp_path / "s", seeds=tmp_path / "t")
    assert [path.name for path in (settings.docs, settings.site, settings.seeds)] == ["d", "s", "t"]


@pytest.mark.parametrize(
    "text",
    ["- a list\n", "site_name: [\n", "theme: {language: ru}\n", "plugins: [{chancery: {rights: mine}}]\n"],
)
def test_what_cannot_be_used_is_a_usage_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError):
        read_settings(write(tmp_path, text))


def test_the_project_is_found_from_below(tmp_path: Path) -> None:
    write(tmp_path, "site_name: A\n")
    (tmp_path / "seeds").mkdir()
    assert find_project(tmp_path / "seeds") == tmp_path.resolve()
