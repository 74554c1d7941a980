from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.tokens import surfaces, tokens

CASES = [
    ("L’énergie d'abord", ["energie", "abord"]),
    ("the minister's visit", ["the", "minister", "visit"]),
    ("17 000 tonnes, 1,300 km", ["17000", "tonnes", "1300", "km"]),
    ("١٨٫٧ أو 18,7", ["18.7", "او", "18.7"]),
    ("01.05.2023", ["01", "05", "2023"]),
    ("in 2023 100 people", ["in", "2023", "100", "people"]),
    ("راه‌آهن", ["راهاهن", "راه", "اهن"]),
    ("o‘zbek", ["ozbek"]),
    ("Abou-Dabi", ["aboudabi", "abou", "dabi"]),
    ("中国石油", ["中国", "国石", "石油", "油"]),
    ("الســفيرة", ["السفيره"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_words_of_a_text(text: str, wanted: list[str]) -> None:
    assert [surface for token in tokens(text) for surface, _ in surfaces(token)] == wanted


@given(st.text())
def test_any_text_has_words_without_blanks(text: str) -> None:
    for token in tokens(text):
        assert all(surface and not any(map(str.isspace, surface)) for surface, _ in surfaces(token))
