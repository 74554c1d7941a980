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
APART = [("ar", ["وزير", "سفير"]), ("en", ["port", "portable"]), ("fa", ["گاز", "گزارش"])]


def headings(language: str, words: list[str]) -> set[str]:
    made = Headings(load().language(language).search)
    return {heading for heading, _ in made.of({word: word for word in words}).values()}


@pytest.mark.parametrize(("language", "words"), TOGETHER)
def test_forms_of_a_word_share_a_heading(language: str, words: list[str]) -> None:
    assert len(headings(language, words)) == 1


@pytest.mark.parametrize(("language", "words"), APART)
def test_words_that_only_look_alike_do_not(language: str, words: list[str]) -> None:
    assert len(headings(language, words)) == len(words)


def test_a_clitic_comes_off_only_where_the_rest_is_a_word() -> None:
    arabic = Headings(load().language("ar").search)
    bare = {word: form for word, (_, form) in arabic.of({"وكازاخستان": "", "كازاخستان": "", "وزير": ""}).items()}
    assert bare == {"وكازاخستان": "كازاخستان", "كازاخستان": "كازاخستان", "وزير": "وزير"}
