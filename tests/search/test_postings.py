from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.analyse import weight
from generator.search.postings import edited_list, packed_list, read_varint, unpacked_list, varint

LISTS = st.dictionaries(st.integers(0, 1 << 30), st.integers(1, 31))


@pytest.mark.parametrize(("number", "written"), [(0, [0]), (127, [127]), (128, [128, 1]), (300, [172, 2])])
def test_numbers_are_written_seven_bits_a_byte(number: int, written: list[int]) -> None:
    assert list(varint(number)) == written
    assert read_varint(bytes(written), 0) == (number, len(written))


@given(LISTS)
def test_a_list_is_read_as_it_was_written(found: dict[int, int]) -> None:
    assert list(unpacked_list(packed_list(sorted(found.items())))) == sorted(found.items())


@given(LISTS, st.dictionaries(st.integers(0, 40), st.integers(0, 31)))
def test_an_edited_list_is_the_list_written_anew(found: dict[int, int], changes: dict[int, int]) -> None:
    wanted = {number: weight for number, weight in {**found, **changes}.items() if weight}
    before = packed_list(sorted(found.items())) if found else None
    assert edited_list(before, changes) == (packed_list(sorted(wanted.items())) if wanted else None)


def test_weights_hang_on_the_record_alone() -> None:
    assert weight(1, 100) > weight(1, 600)
    assert weight(3, 100) > weight(1, 100)
    assert 1 <= weight(1, 100_000) <= weight(255, 10) <= 31
