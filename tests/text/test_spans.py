from __future__ import annotations

from generator.model import Block
from generator.text.spans import block_text, span_text

TEXT = "Trade  and\nfarming. - one\n- two a | b c | d"


def test_white_space_is_folded_across_slices() -> None:
    assert span_text(TEXT, [(0, 7), (7, 19)]) == "Trade and farming."


def test_a_list_has_an_item_a_line() -> None:
    block = Block(kind="list", direction="ltr", items=(((22, 25),), ((28, 31),)))
    assert block_text(TEXT, block) == "one\ntwo"


def test_a_table_has_a_row_a_line() -> None:
    block = Block(kind="table", direction="ltr", rows=((((32, 33),), ((36, 37),)), (((38, 39),), ((42, 43),))))
    assert block_text(TEXT, block) == "a | b\nc | d"
