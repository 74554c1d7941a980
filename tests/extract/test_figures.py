from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curated import load
from generator.extract.amounts import parse_number
from generator.extract.figures import MOST, find_figures
from tests.extract.casefiles import cases
from tests.extract.plain import language, plain

CURATED = load()


@pytest.mark.parametrize("case", cases("figures", "texts"), ids=lambda case: case["text"])
def test_texts(case: dict[str, Any]) -> None:
    found = find_figures(plain(case["text"]), language(case["language"]), CURATED)
    assert [[f.value.value, f.value.unit, f.value.when] for f in found] == case["figures"]


def test_what_is_the_clause_as_written() -> None:
    text = "After long talks, French investment reached 18.7 billion dollars, the minister said."
    (figure,) = find_figures(plain(text), language("en"), CURATED)
    assert figure.value.what == "French investment reached 18.7 billion dollars"
    assert figure.evidence[0].quote == "18.7 billion dollars"


@pytest.mark.parametrize(
    ("written", "decimal", "value"),
    [
        ("18,7", ",", "18.7"),
        ("18,7", ".", "18.7"),
        ("18.7", ",", "18.7"),
        ("1,234", ".", "1234"),
        ("1.234", ",", "1234"),
        ("1.234", ".", "1.234"),
        ("0,125", ".", "0.125"),
        ("1,234,567.5", ".", "1234567.5"),
        ("1.234.567,5", ",", "1234567.5"),
        ("4 500 000", ",", "4500000"),
        ("18\u066b7", ".", "18.7"),
        ("1\u066c234", ".", "1234"),
    ],
)
def test_numbers_by_language(written: str, decimal: str, value: str) -> None:
    assert parse_number(written, decimal) == Decimal(value)


@given(
    st.text(alphabet=st.sampled_from("0123456789., %$€ bn million dollars\n١٫亿美元مليار-/:"), max_size=60),
    st.sampled_from(["en", "ar", "zh", "fr", "xx"]),
)
def test_any_text_is_read_without_error(text: str, code: str) -> None:
    found = find_figures(plain(text), language(code), CURATED)
    assert len(found) <= MOST
    for figure in found:
        assert figure.value.value > 0
        assert all(text[e.start : e.end] == e.quote for e in figure.evidence)
