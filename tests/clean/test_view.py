"""Control characters, isolates and tags leave the view, and the reading order stays as it is."""

from __future__ import annotations

from tests.clean.conftest import Cleaner, words_of

LONG = "The ministers of both countries met in the capital and agreed to open a bridge."


def test_control_characters_are_removals(cleaned: Cleaner) -> None:
    text = f"{LONG[:20]}\x00\x07{LONG[20:]} \u202eNew\u202c order.\ufeff"
    result = cleaned(text, "en")
    assert [removal.text for removal in result.removed] == ["\x00", "\x07", "\u202e", "\u202c", "\ufeff"]
    assert {removal.rule for removal in result.removed} == {"control"}
    assert words_of(text, result.blocks[0]) == f"{LONG} New order."


def test_joiners_marks_and_balanced_isolates_stay(cleaned: Cleaner) -> None:
    text = "می\u200cآید e\u0301 \u2068name\u2069 \u200f در این دیدار دو وزیر درباره همکاری گفت‌وگو کردند و بیانیه دادند."
    assert cleaned(text, "fa").removed == ()


def test_isolates_left_open_are_removals(cleaned: Cleaner) -> None:
    text = f"{LONG} \u2067open\n{LONG} close\u2069"
    assert [(removal.text, removal.rule) for removal in cleaned(text, "en").removed] == [("\u2067", "control"), ("\u2069", "control")]


def test_each_block_has_its_direction(cleaned: Cleaner) -> None:
    text = (
        f"{LONG}\nالتقى وزيرا خارجية البلدين اليوم في العاصمة وبحثا سبل تعزيز التعاون في مجالات الطاقة.\n12 345 678 910 — 11 12 13 14 15 16"
    )
    assert [block.direction for block in cleaned(text, "ar").blocks] == ["ltr", "rtl", "rtl"]


def test_what_only_looks_like_a_tag_stays(cleaned: Cleaner) -> None:
    text = f"{LONG} a < b and c > d, <unknown> too."
    assert words_of(text, cleaned(text, "en").blocks[0]) == text


def test_scripts_and_comments_go_with_what_is_in_them(cleaned: Cleaner) -> None:
    text = f"<script type='a'>var x = 1;</SCRIPT>{LONG}<!-- hidden --> And more."
    assert words_of(text, cleaned(text, "en").blocks[0]) == f"{LONG} And more."


def test_what_is_never_closed_stays(cleaned: Cleaner) -> None:
    text = f"{LONG} <!-- never closed"
    assert words_of(text, cleaned(text, "en").blocks[0]) == text
