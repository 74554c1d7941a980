"""File names that collide."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.check import twins


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (("visite.txt", "accord.txt"), []),
        (("visite.txt", "Visite.txt"), ["D115", "D115"]),
        (("été.txt", unicodedata.normalize("NFD", "été.txt")), ["D115", "D115"]),
        (("a_b.txt", "a-b.txt"), ["D500", "D500"]),
        (("🙂.txt", "---.txt"), []),
    ],
)
def test_twins(names: tuple[str, ...], codes: list[str]) -> None:
    assert [doubt.code for doubt in twins([Path("seeds") / name for name in names])] == codes


def test_only_what_is_checked_is_reported() -> None:
    (doubt,) = twins([Path("seeds/a_b.txt")], [Path("seeds/a-b.txt"), Path("seeds/c.txt")])
    assert (doubt.seed.split("/")[-1], doubt.values["other"]) == ("a_b.txt", "a-b.txt")
