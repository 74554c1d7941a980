"""What git, editors and pre-commit are told, and the guides that contributors read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT
from tests.report.conftest import Repository, repository  # noqa: F401 - a fixture

GUIDES = ("CONTRIBUTING.md", "CONTRIBUTING.ar.md", "CONTRIBUTING.fr.md")


@pytest.mark.parametrize("turning", ["true", "input", "false"])
def test_git_leaves_the_bytes_of_a_seed_alone(repository: Callable[..., Repository], turning: str) -> None:  # noqa: F811
    made = repository()
    shutil.copy(PROJECT / ".gitattributes", made.folder)
    made.git("config", "core.autocrlf", turning)
    bytes_of = {
        "windows.txt": b"France\r\nand\rKazakhstan\n",
        "utf-16.txt": "\ufeffFrance \u0d0a\r\nKazakhstan".encode("utf-16-le"),
        "cyrillic.txt": "Франция\r\n".encode("cp1251"),
    }
    for name, content in bytes_of.items():
        made.seed(name, content)
    made.commit()
    for name in bytes_of:
        (made.folder / "seeds" / name).unlink()
    made.git("checkout", "--", "seeds")
    assert {name: (made.folder / "seeds" / name).read_bytes() for name in bytes_of} == bytes_of


def test_git_writes_other_texts_with_line_feeds(repository: Callable[..., Repository]) -> None:  # noqa: F811
    made = repository()
    shutil.copy(PROJECT / ".gitattributes", made.folder)
    (made.folder / "x.yml").write_bytes(b"a: b\r\n")
    made.commit()
    (made.folder / "x.yml").unlink()
    made.git("-c", "core.autocrlf=true", "checkout", "--", "x.yml")
    assert (made.folder / "x.yml").read_bytes() == b"a: b\n"


def test_the_hook_checks_seeds_and_nothing_else() -> None:
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text())
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    assert hook["entry"] == "chancery check"
    assert re.search(hook["files"], "seeds/x.txt")
    assert not any(
        re.search(hook["files"], path) for path in ("seeds/README.md", "seeds/inner/x.txt", "tests/seeds/x.txt", "seeds/x.txt.gone.yml")
    )


def test_every_guide_tells_the_three_things_on_one_page() -> None:
    commands = []
    for name in GUIDES:
        text = (PROJECT / name).read_text(encoding="utf-8")
        assert len(re.findall("^## ", text, re.MULTILINE)) == 3, name
        assert text.count("\n") < 70, name
        assert {other for other in GUIDES if other != name} == set(re.findall(r"\]\((CONTRIBUTING[.\w]*)\)", text))
        commands.append(re.findall(r"chancery (\w+)", text))
        for link in re.findall(r"\]\(([\w./-]+?)(?:#[\w-]+)?\)", text):
            assert (PROJECT / link).exists(), (name, link)
    assert commands[0] == commands[1] == commands[2]


def test_what_the_guides_call_things_is_what_they_are_called(project: Path) -> None:
    """The links and buttons that a guide names are those of the interface."""
    from generator.text.catalogue import translator

    for name, language in zip(GUIDES, ("en", "ar", "fr"), strict=True):
        text = (project / name).read_text(encoding="utf-8")
        for message in ("Continue on GitHub", "Suggest a correction"):
            assert translator(language).gettext(message) in text, (name, message)


def test_editors_do_not_trim_texts() -> None:
    sections = re.split(r"^\[(.+)\]$", (PROJECT / ".editorconfig").read_text(), flags=re.MULTILINE)
    told = dict(zip(sections[1::2], sections[2::2], strict=True))
    assert "charset = utf-8" in told["*"]
    assert "end_of_line = lf" in told["*"]
    (seeds,) = (rules for pattern, rules in told.items() if pattern.startswith("{seeds,"))
    assert "trim_trailing_whitespace = false" in seeds
    assert "insert_final_newline = false" in seeds
