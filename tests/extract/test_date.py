"""Dates of the event and of publication: cases in many languages, negatives, and properties."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curated import DATA, Curated
from generator.curated.languages import read_languages
from generator.curated.tree import Faults
from generator.extract.dates import Dates, find_dates
from generator.extract.dates.calendars import hijri, jalali
from generator.extract.dates.lexicon import lexicon
from generator.language import identify
from generator.model import Block, CleanText
from generator.text.edtf import parse
from generator.text.fold import fold

CASES = yaml.load((Path(__file__).parent.parent / "cases/date/cases.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def tables() -> Curated:
    return Curated(
        countries={},
        organisations={},
        people={},
        languages=read_languages(DATA / "languages", Faults(DATA)),
        events={},
        topics={},
        sources=(),
    )


def plain(text: str) -> CleanText:
    """A clean text of one paragraph a line."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(kind="paragraph", direction="ltr", spans=((start, start + len(line.rstrip())),)))
        start += len(line)
    return CleanText(text=text, blocks=tuple(blocks), removed=())


def dates_of(text: str, tables: Curated) -> Dates:
    return find_dates(plain(text), text, identify(text), tables)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['name']}")
def test_cases(case: dict[str, Any], tables: Curated) -> None:
    found = dates_of(case["text"], tables)
    wanted = {key: None if case.get(key) in (None, "null") else case[key] for key in ("event", "published")}
    assert {"event": found.event and found.event.value, "published": found.published and found.published.value} == wanted
    assert {*case.get("doubts", ())} <= {code for code, _, _ in found.doubts}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['name']}")
def test_evidence_holds(case: dict[str, Any], tables: Curated) -> None:
    found = dates_of(case["text"], tables)
    for value in (found.event, found.published):
        if value is not None:
            assert parse(value.value)
            assert value.evidence
            assert all(case["text"][each.start : each.end] == each.quote and each.quote.strip() == each.quote for each in value.evidence)


@given(st.text(max_size=120) | st.text(alphabet="0123456789./-年月日 ,\nавгуст mayحتىنوفمبر", max_size=120))
@settings(max_examples=60)
def test_never_fails(text: str) -> None:
    tables = Curated(countries={}, organisations={}, people={}, languages={}, events={}, topics={}, sources=())
    found = dates_of(text, tables)
    for value in (found.event, found.published):
        assert value is None or (parse(value.value) and all(text[each.start : each.end] == each.quote for each in value.evidence))


def test_solar_hijri_runs_without_gaps() -> None:
    day, (year, month, number) = date(1979, 3, 21), (1358, 1, 1)
    while year < 1430:
        assert jalali(year, month, number) == day
        day += timedelta(days=1)
        following = [(year, month, number + 1), (year, month + 1, 1), (year + 1, 1, 1)]
        year, month, number = next(each for each in following if jalali(*each) == day)


@pytest.mark.parametrize(
    ("own", "gregorian"),
    [
        ((1402, 1, 1), date(2023, 3, 21)),
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),
    ],
)
def test_solar_hijri_new_years(own: tuple[int, int, int], gregorian: date | None) -> None:
    assert jalali(*own) == gregorian


def test_hijri() -> None:
    assert hijri(1445, 4, 17) == date(2023, 11, 1)
    assert hijri(1445, 13, 1) is None


def test_curated_calendars_have_no_faults_and_no_name_of_two_months(tables: Curated) -> None:
    faults = Faults(DATA)
    for code, language in read_languages(DATA / "languages", faults).items():
        calendar = language.calendar
        assert lexicon(code, calendar).months is not None
        for table in (calendar.months, calendar.hijri, calendar.jalali, calendar.weekdays, calendar.ordinals):
            names = [(fold(name), number) for number, names in table.items() for name in names]
            assert len({name for name, _ in names}) == len(set(names)), code
        assert set(calendar.orders) <= {"md", "ydm", "ymd"}, code
        assert all("{day}" in phrase for phrase in calendar.day_alone), code
    assert not [line for line in faults.lines if ".calendar." in line]


def test_swapped_digits_only_where_they_can_be(tables: Curated) -> None:
    found = dates_of("Talks\n13/04/2023\nThe ministers spoke about fish and met again.", tables)
    assert "D400" not in {code for code, _, _ in found.doubts}
