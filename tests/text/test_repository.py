"""Addresses in the repository, whatever it and the seeds are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Settings
from generator.text.repository import edit_file, new_file


def settings(repo_url: str | None, seeds: str = "/a/seeds", branch: str = "main") -> Settings:
    folder = Path("/a")
    return Settings(
        project=folder, seeds=Path(seeds), docs=folder, site=folder, site_name="x", default_language="en", languages=("en",),
        repo_url=repo_url, branch=branch,
    )  # fmt: skip


@pytest.mark.parametrize(
    "repo_url",
    [
        "https://github.com/o/r",
        "https://github.com/o/r/",
        "https://github.com/o/r.git",
        "https://github.com/o/r?x=1#y",
        "https://u@github.com/o/r",
    ],
)
def test_a_repository_in_every_spelling(repo_url: str) -> None:
    assert new_file(settings(repo_url)) == "https://github.com/o/r/new/main/seeds"
    assert edit_file(settings(repo_url), "seeds/x.txt") == "https://github.com/o/r/edit/main/seeds/x.txt"


@pytest.mark.parametrize(
    "repo_url",
    [
        None,
        "",
        "javascript:alert(1)",
        "https://git.example/o/r",
        "https://github.example.evil",
        "https://github.com/o",
        "https://github.com/o/r/tree/x",
        "http://[",
        "github.com/o/r",
    ],
)
def test_of_anything_else_nothing_is_claimed(repo_url: str | None) -> None:
    assert new_file(settings(repo_url)) is None
    assert edit_file(settings(repo_url), "seeds/x.txt") is None


def test_a_host_of_ones_own() -> None:
    assert new_file(settings("https://github.ministry.example:8443/o/r")) == "https://github.ministry.example:8443/o/r/new/main/seeds"


def test_another_branch_and_folder() -> None:
    assert (
        new_file(settings("https://github.com/o/r", "/a/texts/new ones", "release/1"))
        == "https://github.com/o/r/new/release/1/texts/new%20ones"
    )
    assert new_file(settings("https://github.com/o/r", "/elsewhere/seeds")) == "https://github.com/o/r/new/main/seeds"


def test_signs_in_a_name_are_only_signs() -> None:
    assert (
        edit_file(settings("https://github.com/o/r", branch="a#b?c"), 'seeds/"<x>#?.txt')
        == "https://github.com/o/r/edit/a%23b%3Fc/seeds/%22%3Cx%3E%23%3F.txt"
    )
