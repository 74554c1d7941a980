"""Stated ids that no table has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.check import unknown_ids, word
from generator.curated import Curated
from generator.model import Seed

Make = Callable[[str], Seed]


@pytest.mark.parametrize(
    ("line", "code", "write"),
    [
        ("parties: [KAZ, SPA]", "D230", "ESP"),
        ("parties: [KAZ, GER]", "D230", "DEU"),
        ("parties: [UAE]", "D230", "ARE"),
        ("parties: [KAZ, QQQ]", "D231", None),
        ("parties: [ASEA]", "D230", "ASEAN"),
        ("organisations: [FRA]", "D231", None),
        ("people: [exemple-ane]", "D230", "exemple-anne"),
        ("people: [personne-inconnue]", "D231", None),
    ],
)
def test_unknown(line: str, code: str, write: str | None, seed: Make, curated: Curated) -> None:
    (doubt,) = unknown_ids(seed(f"---\ntitle: Visite\n{line}\n---\nUn texte.\n"), curated)
    assert (doubt.seed, doubt.line, doubt.level, doubt.code) == ("x.txt", 3, "error", code)
    assert doubt.values.get("write") == write
    assert "%" not in word(doubt)


def test_known_ids_and_empty_tables_are_silent(seed: Make, curated: Curated) -> None:
    stated = "parties: [KAZ, EU]\norganisations: [ASEAN]\npeople: [exemple-anne]\nevent: visit\ntopics: [07]"
    assert not list(unknown_ids(seed(f"---\n{stated}\n---\nUn texte.\n"), curated))


@pytest.mark.parametrize(("code", "codes"), [("fr", []), ("zh-Hans", []), ("sr-Latn-RS", []), ("xx", ["D232"]), ("qq-FR", ["D232"])])
def test_languages_are_those_that_cldr_names(code: str, codes: list[str], seed: Make, curated: Curated) -> None:
    doubts = unknown_ids(seed(f"---\nlanguage: {code}\n---\nUn texte.\n"), curated)
    assert [doubt.code for doubt in doubts] == codes
