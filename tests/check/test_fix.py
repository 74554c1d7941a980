"""Mending encodings without a person."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.check import fix_seed, state_in_seed
from generator.read import read_seed

TEXT = "Les ministres ont évoqué l’énergie\nà Almaty, où ils se sont réunis.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("cp1252"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_fix(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    path.chmod(0o640)
    assert fix_seed(path)
    assert path.read_bytes() == TEXT.encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["x.txt"]
    assert not fix_seed(path)


@pytest.mark.parametrize("data", [TEXT.encode(), b"", b"a\0b", "é".encode() + b"\n\xff"])
def test_what_is_good_or_hopeless_is_left(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert not fix_seed(path)
    assert path.read_bytes() == data


def test_links_are_left(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(TEXT.encode("cp1252"))
    (tmp_path / "x.txt").symlink_to(target)
    assert not fix_seed(tmp_path / "x.txt")
    assert target.read_bytes() == TEXT.encode("cp1252")


def test_front_matter_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(("---\r\ntitle: Énergie\r\n---\r\n" + TEXT).encode("cp1252"))
    assert fix_seed(path)
    assert path.read_text(encoding="utf-8") == "---\ntitle: Énergie\n---\n" + TEXT


@pytest.mark.parametrize("front", ["", "---\ntitle: Énergie\n---\n", "---\nsource:\n  name: Example\n---\n"])
def test_state(front: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(front + TEXT, encoding="utf-8")
    before = read_seed(path)
    assert state_in_seed(path, {"added": "2023-11-01"})
    after = read_seed(path)
    assert (after.stated.added, after.text) == ("2023-11-01", before.text)
    assert (after.stated.title, after.stated.source) == (before.stated.title, before.stated.source)
    assert not state_in_seed(path, {"added": "2023-11-01"})


def test_a_key_that_stands_is_replaced_with_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(f"---\ncorrected:\n  - {{key: date, was: a}}\n# remark\nchanged: 2020-01-01\ntitle: T\n---\n{TEXT}", encoding="utf-8")
    assert state_in_seed(path, {"changed": "2021-01-01", "corrected": "\n  - {key: date, was: b}"})
    assert path.read_text(encoding="utf-8") == f"---\ncorrected:\n  - {{key: date, was: b}}\nchanged: 2021-01-01\ntitle: T\n---\n{TEXT}"


@pytest.mark.parametrize("front", ["---\ncolour: red\n---\n", '---\n{"title": "T"}\n---\n'])
def test_nothing_is_stated_in_a_refused_seed_or_in_braces(front: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(front + TEXT, encoding="utf-8")
    assert not state_in_seed(path, {"added": "2023-11-01"})
    assert path.read_text(encoding="utf-8") == front + TEXT
