"""Tables of years: what is silence, what lies before the archive's coverage, and years far from all others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive import assemble
from generator.model import Archive
from generator.render.frame import Frame
from generator.render.holding import groups, lead
from generator.render.matrix import YEARS, main_years, pair_grid, span_of
from tests.render import samples


def archive_of(*dates: str) -> Archive:
    parties = (samples.stated("FRA"), samples.stated("KAZ"))
    made = (samples.entry(f"r{number}", "en", "x", date=samples.stated(date), parties=parties) for number, date in enumerate(dates))
    return assemble(made, samples.settings(Path("/nowhere")))


def frame_of(archive: Archive, coverage_from: int | None = None, language: str = "en") -> Frame:
    settings = replace(samples.settings(Path("/nowhere")), coverage_from=coverage_from)
    return Frame(language=language, archive=archive, settings=settings, curated=samples.CURATED)


def told(archive: Archive, coverage_from: int | None = None) -> tuple[list[str], list[str]]:
    """The heads of the one row's table, and its cells: counts, `-3` a silence of three columns, `b2` two before coverage."""
    grid = pair_grid(frame_of(archive, coverage_from), ["FRA-KAZ"])
    assert grid is not None
    (row,) = grid.rows
    assert sum(cell.width for cell in row.cells) == len(grid.heads)
    assert bool(grid.before) == any(cell.before for cell in row.cells)
    cells = [str(cell.count) if cell.count else f"b{cell.width}" if cell.before else f"-{cell.width}" for cell in row.cells]
    return [head.text for head in grid.heads], cells


def test_silence_is_not_what_lies_before_coverage() -> None:
    assert told(archive_of("2020", "2023")) == (["≤ 2019", "2020", "2021", "2022", "2023"], ["b1", "1", "-2", "1"])
    assert told(archive_of("2020", "2023"), 2018)[1] == ["b1", "-2", "1", "-2", "1"]
    assert told(archive_of("2020", "2023"), 2022) == (["≤ 2019", "2020", "2021", "2022", "2023"], ["b1", "1", "b1", "-1", "1"])


def test_the_last_years_stand_one_by_one_and_those_before_are_counted() -> None:
    heads, cells = told(archive_of("1992", "1993", "2001", "2009", "2020"))
    assert heads == ["≤ 2006", *map(str, range(2007, 2021))]
    assert len(heads) == YEARS + 1
    assert cells == ["3", "-2", "1", "-10", "1"]


@pytest.mark.parametrize("far", ["-0043-03-15", "0751", "2999", "Y17000"])
def test_a_year_far_from_all_others_spoils_no_table(far: str) -> None:
    archive = archive_of("2020", "2021", "2023", far)
    assert main_years(archive) == [2020, 2021, 2023]
    heads, cells = told(archive)
    later = far in ("2999", "Y17000")
    assert heads == ["≤ 2019", "2020", "2021", "2022", "2023", *(["≥ 2024"] if later else [])]
    assert cells == ["b1" if later else "1", "1", "1", "-1", "1", *(["1"] if later else [])]


def test_an_archive_without_years_has_no_table() -> None:
    archive = archive_of("XXXX-08-25")
    assert span_of(archive, None) is None
    assert pair_grid(frame_of(archive), ["FRA-KAZ"]) is None


def test_the_timeline_tells_them_apart_too() -> None:
    archive = archive_of("2010", "2020")
    said = [group.silence for group in groups(frame_of(archive, 2015), archive.entries, silences=True) if group.silence]
    assert said == ["2015–2019: silence", "2011–2014: before the archive’s coverage"]
    french = [group.silence for group in groups(frame_of(archive, 2015, "fr"), archive.entries, silences=True) if group.silence]
    assert french == ["2015–2019\u00a0: silence", "2011–2014\u00a0: avant la période couverte par l’archive"]


def test_what_nobody_could_tell_is_no_language() -> None:
    archive = archive_of("2020", "2021")
    first, second = archive.entries
    unknown = replace(second, language=replace(second.language, value="und"))
    assert lead(frame_of(archive), (first, unknown)) == "2 records in one language, 2020–2021"
    assert lead(frame_of(archive), (unknown,)) == "1 record"
