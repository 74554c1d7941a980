"""Mending encodings without a person."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.check import fix_seed, stamp_seed
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
def test_stamp(front: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(front + TEXT, encoding="utf-8")
    before = read_seed(path)
    assert stamp_seed(path, "2023-11-01")
    after = read_seed(path)
    assert (after.stated.added, after.text) == ("2023-11-01", before.text)
    assert (after.stated.title, after.stated.source) == (before.stated.title, before.stated.source)
    assert not stamp_seed(path, "2024-01-01")


def test_a_refused_seed_is_not_stamped(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("---\ncolour: red\n---\n" + TEXT, encoding="utf-8")
    assert not stamp_seed(path, "2023-11-01")
