"""A site held against the hashes it was published with."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.sums import SUMS, Finding, hidden, sum_of, verify, write_sums, written

NAMES = ("index.html", "fr/index.html", "fr/pays/قطر/index.html", "a b.txt", "back\\slash.txt", "line\nend.txt", "cr\rhere.txt")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    write_sums(folder)
    return folder


def faults(site: Path) -> list[tuple[str, str]]:
    return [(each.path, each.fault) for each in verify(site)]


def test_a_site_as_it_was_published(site: Path) -> None:
    assert faults(site) == []


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="GNU coreutils are not there")
def test_sha256sum_reads_the_list(site: Path) -> None:
    told = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=site, capture_output=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, b"", b"")


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="GNU coreutils are not there")
def test_sha256sum_writes_the_same_lines(site: Path) -> None:
    told = subprocess.run(["sha256sum", "--", *NAMES], cwd=site, capture_output=True, check=True)
    assert sorted(told.stdout.splitlines()) == sorted((site / SUMS).read_bytes().splitlines())


def test_what_was_changed_added_and_lost_is_named(site: Path) -> None:
    (site / "index.html").write_text("INDEX.HTML")
    (site / "fr" / "index.html").unlink()
    (site / "fr" / "more.html").write_text("")
    assert faults(site) == [("fr/index.html", "missing"), ("fr/more.html", "unlisted"), ("index.html", "changed")]


def test_nothing_outside_is_read(site: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "index.html").write_text("fr/index.html")
    shutil.rmtree(site / "fr")
    (site / "fr").symlink_to(tmp_path / "outside", target_is_directory=True)
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "outside" / "index.html")
    assert faults(site) == [("fr", "unfit"), ("fr/index.html", "missing"), ("fr/pays/قطر/index.html", "missing"), ("index.html", "unfit")]


@pytest.mark.parametrize("path", ["../outside", "/etc/passwd", "fr/../../outside", "./index.html", "fr//index.html"])
def test_a_path_that_leaves_the_site_is_missing_from_it(site: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "outside").write_text("outside")
    with (site / SUMS).open("a") as file:
        file.write(f"{sum_of(b'outside').hex()}  {path}\n")
    assert faults(site) == [(path, "missing")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes by name")
def test_a_pipe_is_not_waited_for(site: Path) -> None:
    os.mkfifo(site / "pipe")
    assert faults(site) == [("pipe", "unfit")]


@pytest.mark.parametrize("line", ["", "hash  path", "g" * 64 + "  path", "0" * 64 + " path", "0" * 63 + "  path", "0" * 64 + "  ", "\x00"])
def test_a_line_that_says_nothing(site: Path, line: str) -> None:
    lines = (site / SUMS).read_text(encoding="utf-8")
    (site / SUMS).write_text(f"{lines}{line}\n", encoding="utf-8")
    assert list(verify(site)) == [Finding(path=SUMS, fault="line", line=len(NAMES) + 1)]


def test_a_path_named_twice(site: Path) -> None:
    lines = (site / SUMS).read_text(encoding="utf-8")
    (site / SUMS).write_text(lines + lines.splitlines(keepends=True)[0], encoding="utf-8")
    assert [each.fault for each in verify(site)] == ["line"]


def test_a_last_line_without_its_end_does_not_count(site: Path) -> None:
    content = (site / SUMS).read_bytes()
    (site / SUMS).write_bytes(content[:-1])
    assert [each.fault for each in verify(site)] == ["unlisted"]


def test_no_list(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(verify(tmp_path))


@given(st.dictionaries(st.text(min_size=1).filter(lambda name: "\x00" not in name), st.binary(min_size=32, max_size=32)))
def test_each_file_has_one_line_whatever_it_is_called(sums: dict[str, bytes]) -> None:
    assert written(sums).count(b"\n") == len(sums)


@given(st.binary())
def test_any_list_is_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / SUMS).write_bytes(content)
    assert all(each.fault in ("line", "missing") for each in verify(folder))


def test_what_is_hidden_at_the_top_is_not_the_sites(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    (site / ".htaccess").write_text("AddCharset utf-8 .md")
    assert hidden(site) == [".git", ".htaccess"]
    assert faults(site) == []
    write_sums(site)
    assert b".git" not in (site / SUMS).read_bytes()
    (site / "en").mkdir(exist_ok=True)
    (site / "en" / ".hidden").write_text("deeper it counts")
    assert faults(site) == [("en/.hidden", "unlisted")]
