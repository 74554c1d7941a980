"""Addresses from names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.slug import LONGEST, heading_slug, record_uri, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("001_e0d0", "001-e0d0"),
        ("visite-d-etat", "visite-d-etat"),
        ("Réunion à Almaty", "reunion-a-almaty"),
        ("زيارة", "zyr"),
        ("Визит", "vizit"),
        ("a&amp;b", "a-amp-b"),
        ("../etc/passwd", "etc-passwd"),
        ("---", ""),
        ("", ""),
        ("🙂", ""),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=200))
def test_a_slug_is_safe_in_an_address_and_stable(name: str) -> None:
    found = slug(name)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", found)
    assert len(found) <= LONGEST
    assert slug(found) == found


def test_record_uri() -> None:
    assert record_uri("001-e0d0") == "records/001-e0d0.md"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("اختبار الأرشيف", "اختبار-الأرشيف"),
        ("L’énergie & le commerce", "lénergie-le-commerce"),
        ("नमस्ते दुनिया", "नमस्ते-दुनिया"),
        ("<b>x</b>", "bxb"),
        ("!!!", ""),
    ],
)
def test_heading_slug_keeps_letters(heading: str, expected: str) -> None:
    assert heading_slug(heading, "-") == expected
