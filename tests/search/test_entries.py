from __future__ import annotations

import pytest

from generator.search.entries import heading_ref, is_word, word_entries


@pytest.mark.parametrize(
    ("key", "heading", "ref"),
    [
        ("port", "port", "en"),
        ("negotiations", "negoti", "en.6"),
        ("alport", "port", "en.2+4"),
        ("ran", "run", "en.1.un"),
        ("x", "yz", "en.0.yz"),
    ],
)
def test_a_heading_is_written_beside_its_key(key: str, heading: str, ref: str) -> None:
    assert heading_ref(key, heading, "en") == ref


def test_a_word_leads_to_its_heading_and_so_does_its_beginning() -> None:
    assert set(word_entries("deliveries", {"deliveri": "deliveries"}, "en")) == {"deliveries\ten.8", "deliveri\t~en", "deliver\t~en.7.i"}


def test_the_rest_behind_a_clitic_is_no_word_by_itself() -> None:
    found = set(word_entries("وزير", {"وزير": "وزير", "زير": "زير"}, "ar"))
    assert found == {"وزير\tar", "وزير\tar.1+3", "زير\t~ar"}


@pytest.mark.parametrize(
    ("key", "refs", "expected"),
    [("port", ("en",), True), ("port", ("~en",), False), ("por", ("en",), False), ("2023", ("en",), False), ("port", ("c:X", "~en"), True)],
)
def test_a_word_that_may_be_mistyped(key: str, refs: tuple[str, ...], expected: bool) -> None:
    assert is_word(key, refs) is expected
