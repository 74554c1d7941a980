from __future__ import annotations

import pytest

from generator.text.bidi import direction_of, language_direction, majority_direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("France", "ltr"),
        ("فرنسا", "rtl"),
        ("שלום world!", "ltr"),
        ("مرحبا C++ 2023", "rtl"),
        ("123 – 45", None),
        ("", None),
    ],
)
def test_majority_of_strong_characters(text: str, direction: str | None) -> None:
    assert majority_direction(text) == direction


@pytest.mark.parametrize(
    ("code", "direction"),
    [("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("az-Arab", "rtl"), ("ks-Deva", "ltr"), ("en", "ltr"), ("und", "ltr"), ("ug", "rtl")],
)
def test_direction_of_a_language(code: str, direction: str) -> None:
    assert language_direction(code) == direction


def test_a_text_without_letters_follows_its_language() -> None:
    assert direction_of("2023", "ar") == "rtl"
    assert direction_of("2023", "fr") == "ltr"
