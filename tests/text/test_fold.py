from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.fold import fold, fold_with_offsets

SAME = [
    ("L’Élysée", "l'elysee"),
    ("الصِّينُ", "الصين"),
    ("إلى أنقرة", "الي انقره"),
    ("کازاخستان", "كازاخستان"),
    ("قزاقســتان", "قزاقستان"),
    ("٢٠٢٣", "2023"),
    ("۱۴۰۲", "1402"),
    ("Œuvre", "oeuvre"),
    ("İstanbul", "istanbul"),
    ("ＦＵＬＬ", "full"),
    ("мой ёж", "мой еж"),
    ("א\u05b8ב", "אב"),
    ("می\u200cآید", "ميايد"),
]
KEPT = ["हिन्दी", "ไทย", "가나다", "がぎ", "中国", "й"]


@pytest.mark.parametrize(("written", "folded"), SAME)
def test_variants_become_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("text", KEPT)
def test_signs_that_are_letters_stay(text: str) -> None:
    assert fold(text) == text


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text())
def test_offsets_lead_back_into_the_text(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert list(offsets) == sorted(offsets)
