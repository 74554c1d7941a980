from __future__ import annotations

import pytest

from generator.extract.body import fold_body
from generator.extract.clitics import forms_of
from generator.extract.terms import compile_terms, language_key
from tests.extract.plain import plain


def found(patterns: list[str], text: str, code: str) -> list[tuple[str, str]]:
    body = fold_body(plain(text))
    return [(patterns[hit.term], body.evidence(hit.start, hit.end).quote) for hit in compile_terms(patterns, code).find(body)]


@pytest.mark.parametrize(
    ("code", "pattern", "text", "quote"),
    [
        ("en", "visit", "A visit.", "visit"),
        ("en", "visit*", "They visited.", "visited"),
        ("de", "*vertrag", "Der Zollvertrag gilt.", "Zollvertrag"),
        ("en", "summon* ... ambassador*", "It summoned the new Belgian ambassador.", "summoned the new Belgian ambassador"),
        ("ar", "زيارة", "بِالزِّيَارَةِ", "بِالزِّيَارَةِ"),
        ("ar", "اللجنة المشتركة", "دورة للجنة المشتركة", "للجنة المشتركة"),
        ("he", "פגישה", "ובפגישה", "ובפגישה"),
        ("zh", "建交 ... 周年", "庆祝建交五十周年。", "建交五十周年"),
        ("ko", "정상회담", "정상 회담", "정상 회담"),
        ("fr", "l'ambassadeur", "L’ambassadeur arrive", "L’ambassadeur"),
    ],
)
def test_patterns(code: str, pattern: str, text: str, quote: str) -> None:
    assert found([pattern], text, code) == [(pattern, quote)]


@pytest.mark.parametrize(
    ("code", "pattern", "text"),
    [
        ("en", "visit", "Visitors came."),
        ("en", "summon* ... ambassador*", "It summoned aid. The ambassador slept."),
        ("en", "summon* ... ambassador*", "It summoned one two three four five ambassadors."),
        ("ar", "زار", "وزارة"),
        ("zh", "建交 ... 周年", "建交。五十周年"),
    ],
)
def test_patterns_that_do_not_fit(code: str, pattern: str, text: str) -> None:
    assert found([pattern], text, code) == []


def test_the_longest_term_wins_and_its_words_count_once() -> None:
    assert found(["talks", "peace talks", "peace"], "The peace talks ended; talks about peace.", "en") == [
        ("peace talks", "peace talks"),
        ("talks", "talks"),
        ("peace", "peace"),
    ]


def test_short_words_keep_their_letters() -> None:
    assert forms_of("ولد", "ar") == ("ولد",)
    assert forms_of("word", "en") == ("word",)


def test_relatives_share_terms() -> None:
    assert [language_key(code) for code in ("pt-BR", "nb", "hr", "zh-Hant", "ms")] == ["pt", "no", "sr", "zh", "id"]
