"""What holds for any text: every character accounted for, nothing twice, the same again for the same text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.clean.line import key_of, split_lines
from generator.clean.view import view_of
from generator.curated import Curated
from generator.model import Seed, Stated
from tests.clean.conftest import assert_accounted, language_of

PIECES = [
    "Leave a Reply",
    "Related articles",
    "Read also: A bridge",
    "تعليق",
    "مواضيع ذات صلة",
    "|",
    "---|---",
    "- ",
    "1. ",
    "> ",
    "## ",
    "\n",
    "\n\n",
    "<p>",
    "</p>",
    "<b>",
    "[a](https://a.example/b)",
    "![a](b)",
    "\u202e",
    "\u2067",
    "\u2069",
    "\ufeff",
    "\x00",
    "\u200d",
    "e\u0301",
    "example.com",
    "A sentence of some length that ends with a stop, as sentences do. ",
    "12",
    "2024-03-05",
    "(AFP)",
    "…",
    "《",
    " ",
    "\t",
    "\u3000",
    "\u2028",
    "ﷺ",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=24).map("".join))
CODES = st.sampled_from(["en", "ar", "zh", "xx"])


@settings(max_examples=250, deadline=None)
@given(text=TEXTS, code=CODES)
def test_every_character_is_accounted_for_once(curated: Curated, text: str, code: str) -> None:
    seed = Seed(id="x", path="x.txt", text=text, stated=Stated())
    result = clean(seed, language_of(code), curated)
    assert_accounted(result)
    assert result == clean(seed, language_of(code), curated)


@given(text=TEXTS)
def test_the_view_keeps_every_offset(text: str) -> None:
    view, cuts = view_of(text)
    assert len(view) == len(text)
    assert all(view[line.start : line.end] == line.text for line in split_lines(view))
    kept = [at for at in range(len(text)) if not any(cut.start <= at < cut.end for cut in cuts)]
    assert all(view[at] == text[at] for at in kept)


@given(text=st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key_of(key_of(text)) == key_of(text)
