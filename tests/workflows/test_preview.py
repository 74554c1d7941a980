"""What is posted under the rights of the archive: the summary of `chancery report` as it is, a stranger's file made harmless."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.conftest import PROJECT
from tests.report.conftest import Repository, repository  # noqa: F401 - a fixture
from tests.report.test_report import ARABIC, HOSTILE

SCRIPT = PROJECT / ".github" / "preview.py"
RUN = "https://github.com/someone/archive/actions/runs/123"
LIVE = (
    "<script>alert(1)</script>",
    "![x](https://evil.example/x.png)",
    "[here](https://evil.example)",
    "<https://evil.example>",
    "https://evil.example www.evil.example",
    "@everyone look at #12 and GH-12 and someone/archive#1",
    "| a | <img src=x onerror=alert(1)> |",
    "| &#64;everyone |",
    "&#x40;everyone &commat;everyone &#00064;everyone",
    "<!-- chancery summary --> <details>",
    "[x]: https://evil.example",
    "```",
    "~~~ html",
    "\u202etxt.exe\u2066",
    "$\\href{javascript:alert(1)}{x}$",
    "# [x](y)",
    "\x00\x1b[31m\U000e0041",
)


def posted(summary: bytes, folder: Path, run: str = RUN) -> subprocess.CompletedProcess[str]:
    path = folder / "summary.md"
    path.write_bytes(summary)
    return subprocess.run([sys.executable, SCRIPT, path, run], capture_output=True, encoding="utf-8", timeout=60, check=False)


def script() -> dict[str, Callable[[str], str]]:
    names: dict[str, Callable[[str], str]] = {"__name__": "preview"}  # type: ignore[dict-item]
    exec(compile(SCRIPT.read_text(encoding="utf-8"), str(SCRIPT), "exec"), names)
    return names


def dead(line: str) -> bool:
    """Whether Markdown makes of a line nothing but text, headings, tables and line breaks, and nobody is called."""
    html = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"]).render(f"x\n\n{line}\n")
    tags = set(re.findall(r"<(/?[a-z0-9]+)", re.sub(r"<br>", "", html)))
    plain = re.sub("<[^>]*>", "", html)
    allowed = {"p", "/p", "table", "/table", "thead", "/thead", "tbody", "/tbody", "tr", "/tr", "th", "/th", "td", "/td", "br"}
    allowed |= {f"{end}h{level}" for end in ("", "/") for level in range(1, 7)} | {
        "ul",
        "/ul",
        "ol",
        "/ol",
        "li",
        "/li",
        "hr",
        "pre",
        "/pre",
        "code",
        "/code",
    }
    return tags <= allowed and not re.search(r"@\w|#\d|GH-\d|://|www\.\w|[\u202a-\u202e]", plain, re.IGNORECASE)


def test_the_summary_passes_as_it_is(repository: Callable[..., Repository], tmp_path: Path) -> None:  # noqa: F811
    made = repository()
    made.seed("ziyara.txt", ARABIC)
    made.seed("a`b|<i>@all.txt", HOSTILE)
    (made.folder / "seeds/old.txt").unlink()
    summary = made.report("HEAD")
    done = posted(summary.encode(), tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("<!-- chancery summary -->\n" + summary)
    assert f"[The whole run]({RUN})" in done.stdout


@pytest.mark.parametrize("line", LIVE)
def test_what_is_alive_is_shown_as_text(line: str, tmp_path: Path) -> None:
    done = posted(line.encode(), tmp_path)
    body = done.stdout.split("\n")[1]
    assert dead(body), body
    assert "`" not in body
    assert not re.search("[\x00-\x08\x1b\U000e0000-\U000e007f]", body)


def test_the_oracle_sees_what_is_alive() -> None:
    assert [line for line in LIVE[:7] if dead(line)] == []
    assert dead("| a | b&#64;&#8288;c <br> d |")


HARMLESS = script()["harmless"]


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("@#|`<>&;[]()!*_~:/\\$-.1 axw\u202e\u2067\u2069"), st.characters(exclude_categories=("Cs",))),
        max_size=60,
    )
)
def test_any_line_is_dead(line: str) -> None:
    for each in line.splitlines():
        assert dead(HARMLESS(each)), HARMLESS(each)


@given(st.text(alphabet=st.sampled_from("| -:.()é،«»" + "ab"), max_size=40).map(lambda inside: f"| {inside} |"))
def test_harmless_lines_are_left_alone_or_text(line: str) -> None:
    shown = HARMLESS(line)
    assert shown == line.rstrip() or "&#" in shown


def test_a_long_summary_is_cut_at_a_line(tmp_path: Path) -> None:
    done = posted(b"| word |\n" * 20_000, tmp_path)
    assert len(done.stdout) < 60_000
    assert "The summary is longer" in done.stdout


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    done = posted(os.urandom(5000), tmp_path)
    assert done.returncode == 0, done.stderr
    assert all(dead(line) for line in done.stdout.split("\n---\n")[0].splitlines()[1:])


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "summary.md").symlink_to("/etc/passwd")
    done = subprocess.run([sys.executable, SCRIPT, tmp_path / "summary.md", RUN], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stdout == ""


@pytest.mark.parametrize("run", ["https://evil.example/", "javascript:alert(1)", f"{RUN})[x](y", "", f"{RUN}\n@all"])
def test_only_the_address_of_a_run_is_linked(run: str, tmp_path: Path) -> None:
    done = posted(b"x", tmp_path, run)
    assert (done.returncode, done.stdout) == (1, "")
