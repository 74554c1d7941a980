"""`chancery add` as a person types it: files, pipes, names, and what it says."""

from __future__ import annotations

import builtins
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.read import read_seed

TEXT = "The foreign ministers of Norway and Peru met in Lima on 3 April 2021 and spoke about fish.\n"
PAGE = f"<!doctype html><title>Fish</title><meta property='og:site_name' content='The Courier'><h1>Fish</h1><p>{TEXT * 3}</p>"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def add(*arguments: str, piped: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["add", *arguments], input=piped)


def test_a_text_is_named_by_day_sides_and_event(home: Path) -> None:
    (home / "x.txt").write_text(TEXT)
    result = add("x.txt", "--url", "https://www.reuters.com/fish")
    assert result.exit_code == 0, result.output
    path = home / "seeds/2021-04-03-nor-per-meeting.txt"
    seed = read_seed(path)
    assert (seed.text, seed.stated.title) == (TEXT, None)
    assert seed.stated.source is not None
    assert (seed.stated.source.name, seed.stated.source.url) == ("Reuters", "https://www.reuters.com/fish")
    assert seed.stated.added is not None
    assert "D245 " in result.stdout


def test_standard_input_and_a_name_that_is_taken(home: Path) -> None:
    assert add("-", piped=TEXT).exit_code == 0
    assert add("-", piped=TEXT.replace("fish", "ports")).exit_code == 0
    assert sorted(path.name for path in (home / "seeds").iterdir()) == [
        "2021-04-03-nor-per-meeting-2.txt",
        "2021-04-03-nor-per-meeting.txt",
    ]


def test_what_the_text_states_already_stays(home: Path) -> None:
    assert add("-", piped=f"---\ntitle: Fish\nadded: 2020-01-01\nrights: open\n---\n{TEXT}").exit_code == 0
    (path,) = (home / "seeds").iterdir()
    stated = read_seed(path).stated
    assert (stated.title, stated.added, stated.rights) == ("Fish", "2020-01-01", "open")


def test_a_page_from_a_pipe(home: Path) -> None:
    assert add("-", piped=PAGE).exit_code == 0
    (path,) = (home / "seeds").iterdir()
    stated = read_seed(path).stated
    assert stated.title == "Fish"
    assert stated.source is not None
    assert stated.source.name == "The Courier"


def test_legacy_text_is_written_as_utf8_without_what_nobody_sees(home: Path) -> None:
    text = "La réunion a été présidée à Genève par le délégué français. " * 4
    assert add("-", piped=f"{text}\r\nFin\u00ad\u202e.".encode("utf-16")).exit_code == 0
    (path,) = (home / "seeds").iterdir()
    assert path.read_text(encoding="utf-8").endswith(f"{text.rstrip()}\nFin.\n")


@pytest.mark.parametrize("piped", ["", " \n", b"\0\1\2\0"])
def test_what_is_no_text_is_told(home: Path, piped: str | bytes) -> None:
    result = add("-", piped=piped)
    assert result.exit_code == 2
    assert "text" in result.stderr
    assert not (home / "seeds").exists()


def test_without_the_extra_pages_say_what_to_install_and_texts_work(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: Any) -> Any:
        if name.split(".")[0] in ("trafilatura", "lxml"):
            raise ModuleNotFoundError(name)
        return real(name, *arguments)

    for name in [name for name in sys.modules if name.split(".")[0] in ("trafilatura", "lxml") or name.startswith("generator.add")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    result = add("-", piped=PAGE)
    assert (result.exit_code, "[html]" in result.stderr) == (2, True)
    assert add("-", piped=TEXT).exit_code == 0
