"""EDTF: valid and invalid values, their order, and the words for what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.edtf import explain, html_datetime, parse

VALID = [
    "2023", "2023-11", "2023-11-01", "2024-02-29", "2000-02-29", "2023-21", "-0043", "Y17000", "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30+04:30", "201X", "20XX", "2023-XX", "2023-11-XX", "2023-XX-XX", "2023?", "2023-11~", "2023-11-01%",
    "2019/2021", "2019-05/..", "../2021", "/2021", "2019/", "2023-11-01/2023-11-03", "2004-06-XX/2004-07-03",
]  # fmt: skip
OURS = ["XXXX-08-25", "XXXX-XX-01", "XXXX-02-29", "XXXX-11", "2023-XX-31", "1X99", "XXXX"]
INVALID = [
    "2023-13", "2023-13-01", "2023-00-10", "2023-02-29", "1900-02-29", "2023-02-30", "2023-04-31", "2023-11-00", "XXXX-02-30",
    "XXXX-04-31", "23-11-01", "2023-1-1", "2023/11/01", "01.11.2023", "2021/2019", "/", "../..", "-0000", "2023-11-01T25:00:00",
    "2023-25-01", "2023-21-01", "abc", "2023-11-01x",
]  # fmt: skip


@pytest.mark.parametrize("value", VALID + OURS)
def test_valid(value: str) -> None:
    assert parse(value) is not None
    assert explain(value) is None


@pytest.mark.parametrize("value", [*INVALID, "", " ", "2023 ", "٢٠٢٣"])
def test_invalid_is_explained(value: str) -> None:
    assert parse(value) is None
    assert explain(value)


def test_the_edtf_package_agrees() -> None:
    edtf = pytest.importorskip("edtf")
    for value in VALID:
        assert edtf.parse_edtf(value), value
    for value in ("2023-13", "2023-13-01", "abc", "23-11-01", "2023-1-1", "2023/11/01"):
        with pytest.raises(edtf.parser.edtf_exceptions.EDTFParseException):
            edtf.parse_edtf(value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2023-13-01", "2023-13-01 has no month 13; write 2023-12 or 2023"),
        ("2023-02-30", "2023-02-30 has no such day, the month has 28; write 2023-02-28 or 2023-02"),
        ("2021/2019", "2021/2019 ends before it begins; write 2019/2021"),
        ("2023/11/01", "2023/11/01 is not written as EDTF; write 2023-11-01"),
        ("25.11.2023", "25.11.2023 is not written as EDTF; write 2023-11-25"),
        ("2023-1-5", "2023-1-5 is not written as EDTF; write 2023-01-05"),
        ("xxxx-08-25", "xxxx-08-25 is not written as EDTF; write XXXX-08-25"),
        ("2023-11-01/2023-13", "2023-13 has no month 13; write 2023-12 or 2023"),
    ],
)
def test_explain(value: str, said: str) -> None:
    assert explain(value) == said


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "parts"),
    [
        ("2023-11", (2023, 11, 1), (2023, 11, 30), (2023, 11, None)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), (2024, 2, None)),
        ("201X", (2010, 1, 1), (2019, 12, 31), (None, None, None)),
        ("XXXX-08-25", None, None, (None, 8, 25)),
        ("XXXX-XX-01", None, None, (None, None, 1)),
        ("2023-23", (2023, 9, 1), (2023, 11, 30), (2023, None, None)),
        ("2023-11-01/2023-11-03", (2023, 11, 1), (2023, 11, 3), (2023, 11, None)),
        ("2023-11-01/..", (2023, 11, 1), None, (None, None, None)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), (-43, 3, 15)),
    ],
)
def test_parts(value: str, earliest: object, latest: object, parts: object) -> None:
    found = parse(value)
    assert found is not None
    assert (found.earliest, found.latest, (found.year, found.month, found.day)) == (earliest, latest, parts)


def test_order_puts_the_undated_last() -> None:
    values = ["-0043", "2019/..", "2023-11-01", "2023-11-02", "2024", "XXXX-08-25", "XXXX-11", "XXXX-XX-01"]
    shuffled = [*values[4:], *values[:4]]
    assert sorted(shuffled, key=lambda value: parse(value).sort_key) == values  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "html"), [("2023", "2023"), ("2023-11-01", "2023-11-01"), ("XXXX-08-25", None), ("2023-21", None), ("2023-02-30", None)]
)
def test_html_datetime(value: str, html: str | None) -> None:
    assert html_datetime(value) == html


@given(st.dates())
def test_every_day_is_valid(day: object) -> None:
    found = parse(str(day))
    assert found is not None
    assert found.earliest == found.latest


@given(st.text(alphabet="0123456789X-/.?~%TYxu ", max_size=24))
def test_never_fails_and_always_explains(value: str) -> None:
    assert (parse(value) is None) == (explain(value) is not None)
