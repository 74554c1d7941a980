from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.search.numbers import LAST_YEAR, UNDATED, numbering

DATES = st.one_of(
    st.none(),
    st.sampled_from(["2023", "2023-05", "1648-10-24", "XXXX-08-25", "2023-05-01/2023-05-03", "9999-01-01", "-3000"]),
    st.builds("{:04}-{:02}-{:02}".format, st.integers(1990, 2026), st.integers(1, 12), st.integers(1, 28)),
)


@given(st.dictionaries(st.text(min_size=1, max_size=6), DATES, max_size=80))
def test_every_record_has_a_number_of_its_own_in_the_order_of_time(dates: Mapping[str, str | None]) -> None:
    found = numbering(dates)
    assert found.numbers.keys() == dates.keys()
    assert len(set(found.numbers.values())) == len(dates)
    whole = sorted((date, found.numbers[name]) for name, date in dates.items() if date and len(date) == 10 and date[:4].isdecimal())
    assert all(one[0] == other[0] or one[1] > other[1] for one, other in pairwise(whole))
    for date, number in whole:
        assert date == "9999-01-01" or LAST_YEAR - (number >> found.bits) == int(date[:4])
    undated = [number for name, number in found.numbers.items() if dates[name] in (None, "XXXX-08-25")]
    assert all(number >> found.bits >= UNDATED for number in undated)


def test_one_more_record_moves_hardly_any() -> None:
    dates: dict[str, str | None] = {f"r{place}": f"2{place % 20:03}-{1 + place % 12:02}-{1 + place % 28:02}" for place in range(2000)}
    dates |= {f"u{place}": None if place % 2 else "2010" for place in range(300)}
    before = numbering(dates).numbers
    moved = 0
    for place in range(50):
        after = numbering({**dates, f"new{place}": [None, "2010", "2010-03-03"][place % 3]}).numbers
        moved += sum(after[name] != number for name, number in before.items())
    assert moved <= 100  # two, where a dozen records share a day


def test_many_records_of_one_day_stay_in_their_year() -> None:
    found = numbering({f"r{place}": "2020-12-31" if place % 2 else "2020-01-01" for place in range(500)})
    assert {LAST_YEAR - (number >> found.bits) for number in found.numbers.values()} == {2020}
