"""A stated day and what the text says of it."""

from __future__ import annotations

import pytest

from generator.resolve.stated import agrees


@pytest.mark.parametrize("inferred", ["2023-11-01", "XXXX-XX-01", "XXXX-11-01", "2023-11", "2023", "2023-11-XX"])
def test_the_same_or_the_same_with_less_agrees(inferred: str) -> None:
    assert agrees("2023-11-01", inferred)


@pytest.mark.parametrize("inferred", ["2023-11-02", "XXXX-12-01", "2022", "2023-11-01/2023-11-03"])
def test_anything_else_contradicts(inferred: str) -> None:
    assert not agrees("2023-11-01", inferred)


def test_a_text_that_says_more_contradicts_nothing_but_is_no_agreement() -> None:
    assert not agrees("2023", "2023-11-01")
