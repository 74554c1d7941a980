from __future__ import annotations

import pytest

from generator.curated import load
from generator.search.headings import Headings

TOGETHER = [
    ("ar", ["اتفاقيه", "الاتفاقيه", "اتفاقيات", "وبالاتفاقيات"]),
    ("ar", ["سفيره", "السفير", "سفيرات"]),
    ("fr", ["journal", "journaux"]),
    ("en", ["negotiation", "negotiating", "negotiations"]),
    ("ru", ["поставка", "поставках", "поставки"]),
    ("fa", ["كتاب", "كتابهاي", "كتابها"]),
    ("uk", ["угода", "угоди", "угоду"]),
    ("kk", ["келісім", "келісімдер", "келісімнің"]),
]
APART = [("ar", ["وزير", "سفير"]), ("en", ["port", "portable"]), ("fa", ["گاز", "گزارش"]), ("kk", ["ауыл", "ауа"])]


def headings(language: str, words: list[str]) -> set[str]:
    made = Headings(load().language(language).search)
    return {made.stem(word, word) for word in words}


@pytest.mark.parametrize(("language", "words"), TOGETHER)
def test_forms_of_a_word_share_a_heading(language: str, words: list[str]) -> None:
    assert len(headings(language, words)) == 1


@pytest.mark.parametrize(("language", "words"), APART)
def test_words_that_only_look_alike_do_not(language: str, words: list[str]) -> None:
    assert len(headings(language, words)) == len(words)


@pytest.mark.parametrize(
    ("word", "rests"), [("وكازاخستان", ["كازاخستان"]), ("وزير", ["زير"]), ("الوزير", []), ("ومن", []), ("سفير", ["فير"]), ("نرويج", [])]
)
def test_a_letter_that_may_be_a_clitic_comes_off_where_three_are_left(word: str, rests: list[str]) -> None:
    assert list(Headings(load().language("ar").search).rests(word)) == rests


def test_a_word_stands_under_both_readings() -> None:
    arabic = Headings(load().language("ar").search)
    assert arabic.stem("كازاخستان", "كازاخستان") in {arabic.stem(rest, rest) for rest in arabic.rests("وكازاخستان")}
