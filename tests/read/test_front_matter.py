"""What a person states, and every way of getting it wrong (`tests/cases/read`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.check.words import word
from generator.errors import SeedRefusedError
from generator.model import Source
from generator.read import read_seed
from generator.read.stated import KEYS

CASES = Path(__file__).parent.parent / "cases" / "read"


def _cases(folder: str) -> list[Any]:
    """The cases of a folder, named by their files."""
    return [
        pytest.param(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), id=path.stem)
        for path in sorted((CASES / folder).glob("*.yml"))
    ]


def _plain(value: object) -> object:
    """A stated value as a case writes it."""
    if isinstance(value, Source):
        return [value.name, value.url or "null"]
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("case", _cases("faults"))
def test_faults(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(case["input"], encoding="utf-8")
    with pytest.raises(SeedRefusedError) as refused:
        read_seed(path, tmp_path)
    assert [f"{doubt.line} {doubt.code}" for doubt in refused.value.doubts] == case["faults"]
    assert all(doubt.level == "error" and doubt.seed == "x.txt" for doubt in refused.value.doubts)
    assert all("%(" not in word(doubt) for doubt in refused.value.doubts)


@pytest.mark.parametrize("case", _cases("good"))
def test_good(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(case["input"], encoding="utf-8")
    seed = read_seed(path, tmp_path)
    stated = {key: _plain(getattr(seed.stated, key)) for key in KEYS if getattr(seed.stated, key)}
    assert stated == case["stated"]
    assert set(seed.stated.lines) == set(stated)
    assert seed.text == case["text"]
    assert str(seed.first_line) == case["first_line"]
    assert seed.place(0) == (seed.first_line, 1)


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("\ufeff---\r\ntitle: Une\u2028visite\r\n\r\ndate: 2023\r\n---\r\nUn\rtexte\r\n".encode())
    seed = read_seed(path, tmp_path)
    assert seed.stated.lines == {"title": 2, "date": 4}
    assert seed.stated.title == "Une visite"
    assert (seed.text, seed.first_line) == ("Un\ntexte\n", 6)


@pytest.mark.parametrize(
    ("value", "code"),
    [("[" * 60_000, "D216"), ("{a: " * 15_000, "D216"), ("x" * 70_000, "D208"), ('"' * 60_000, "D203"), ("- " * 30_000, "D203")],
)
def test_huge_front_matter_is_refused_at_once(value: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(f"---\ntitle: {value}\n---\nUn texte.\n", encoding="utf-8")
    with pytest.raises(SeedRefusedError) as refused:
        read_seed(path, tmp_path)
    assert [doubt.code for doubt in refused.value.doubts] == [code]


def test_the_message_says_what_to_write(tmp_path: Path) -> None:
    path = tmp_path / "seeds" / "x.txt"
    path.parent.mkdir()
    path.write_text("---\ntitle: Visite\ndate: 2023-13-01\n---\nUn texte.\n", encoding="utf-8")
    with pytest.raises(SeedRefusedError) as refused:
        read_seed(path, tmp_path)
    (doubt,) = refused.value.doubts
    assert f"{doubt.seed}:{doubt.line}: {doubt.code}" == "seeds/x.txt:3: D201"
    assert word(doubt).startswith("the date 2023-13-01 has no month 13; write 2023-12")
