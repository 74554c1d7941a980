"""Kinds of stated values, right and wrong."""

from __future__ import annotations

import pytest

from generator.read import values
from generator.read.values import WrongError


@pytest.mark.parametrize(
    ("tag", "spelled"),
    [
        ("ar", "ar"),
        ("EN", "en"),
        ("pt-br", "pt-BR"),
        ("ZH-HANS", "zh-Hans"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("de-CH-1996", "de-CH-1996"),
        ("en-us-x-mine", "en-US-x-mine"),
        ("kaa", "kaa"),
    ],
)
def test_language(tag: str, spelled: str) -> None:
    assert values.language(tag) == spelled


@pytest.mark.parametrize("tag", ["", "a", "x-mine", "french", "Arabic", "en_US", "fr-", "fr--FR", "ар", "en-US.UTF-8", "ar EG"])
def test_no_language(tag: str) -> None:
    with pytest.raises(WrongError):
        values.language(tag)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/a/b.html?c=d&e=%20#f",
        "https://مثال.example/خبر",
        "https://[2001:db8::1]/a",
        "HTTPS://example.org/a",
    ],
)
def test_url(url: str) -> None:
    assert values.url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "", "example.org", "//example.org", "ftp://example.org", "javascript:alert(1)", "data:text/html,x", "http:", "http://",
        "http:///a", "http://:80", "https://a@example.org", "https://example.org:0", "https://example.org:x", "http://[::1",
        "https://example.org/a b", "https://example.org/\n", "https://example.org/\u202e", "https://example.org\\@a", "https://a/`",
        "https://.example.org",
    ],
)  # fmt: skip
def test_no_url(url: str) -> None:
    with pytest.raises(WrongError):
        values.url(url)


@pytest.mark.parametrize(
    ("value", "write"), [("kaz", "KAZ"), ("eu", "EU"), ("Kazakhstan", "KAZ, EU"), ("K", "KAZ, EU"), ("КАЗ", "KAZ, EU")]
)
def test_no_party_and_what_to_write(value: str, write: str) -> None:
    with pytest.raises(WrongError) as wrong:
        values.party(value)
    assert wrong.value.values["write"] == write


@pytest.mark.parametrize("value", ["KAZ", "EU", "G20", "BRICS", "UN-WOMEN"])
def test_party(value: str) -> None:
    assert values.party(value) == value


def test_text_is_folded() -> None:
    assert values.text("  a\n b\tc ") == "a b c"
