"""The pages of time: the calendar, each year, each month, and what has no year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import Entries, Page
from generator.render.frame import Frame
from generator.render.matrix import calendar_grid
from generator.render.shell import index_page, section_step
from generator.render.template import fill
from generator.text.locale import format_month, month_name, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The records of one month (`None`: unknown) of a year, or of no year."""

    label: str
    anchor: str
    entries: Entries
    tail: str = ""


def date_pages(frame: Frame) -> Iterator[Page]:
    """`dates/`, `dates/2023/`, `dates/2023/11/` and `dates/undated/` (which always exists)."""
    yield _calendar(frame)
    for year, months in frame.archive.years.items():
        yield _year(frame, year, months)
        for month, entries in months.items():
            if month is not None:
                yield _month(frame, year, month, entries)
    yield _undated(frame)


def _calendar(frame: Frame) -> Page:
    title = frame.gettext("Dates")
    count = {year: sum(map(len, months.values())) for year, months in frame.archive.years.items()}
    years = [(str(year), f"dates/{year}/", number(count[year], frame.language)) for year in sorted(count, reverse=True)]
    undated = sum(map(len, frame.archive.undated.values()))
    years.append((frame.gettext("No year"), "dates/undated/", number(undated, frame.language)))
    body = fill("calendar.jinja", frame, f"{frame.language}/dates/", heading=title, grid=calendar_grid(frame), years=years)
    return index_page(frame, "dates/", kind="dates", section="dates", title=title, body=body)


def _year(frame: Frame, year: int, months: Mapping[int | None, Entries]) -> Page:
    tail = f"dates/{year}/"
    parts = []
    for month, entries in months.items():
        label = month_name(month, frame.language) if month else frame.gettext("month unknown")
        parts.append(Month(label=label, anchor=_anchor(month), entries=entries, tail=f"{tail}{month:02}/" if month else ""))
    count = sum(map(len, months.values()))
    body = fill("months.jinja", frame, f"{frame.language}/{tail}", heading=str(year), lead=frame.records(count), months=parts, known="year")
    return index_page(frame, tail, kind="year", section="dates", title=str(year), body=body, path=(section_step(frame, "dates"),))


def _month(frame: Frame, year: int, month: int, entries: Entries) -> Page:
    tail, title = f"dates/{year}/{month:02}/", format_month(year, month, frame.language)
    here = f"{frame.language}/{tail}"
    body = fill("part.jinja", frame, here, heading=title, lead=frame.records(len(entries)), entries=entries, known="month")
    path = (section_step(frame, "dates"), (str(year), f"dates/{year}/"))
    return index_page(frame, tail, kind="month", section="dates", title=title, body=body, path=path)


def _undated(frame: Frame) -> Page:
    tail, title = "dates/undated/", frame.gettext("Without a year")
    parts = []
    for month, entries in frame.archive.undated.items():
        label = month_name(month, frame.language) if month else frame.gettext("month unknown")
        parts.append(Month(label=label, anchor=_anchor(month), entries=entries))
    count = sum(map(len, frame.archive.undated.values()))
    lead = frame.records(count) if count else frame.gettext("The archive holds no text under this heading.")
    body = fill("months.jinja", frame, f"{frame.language}/{tail}", heading=title, lead=lead, months=parts, known="")
    return index_page(frame, tail, kind="undated", section="dates", title=title, body=body, path=(section_step(frame, "dates"),))


def _anchor(month: int | None) -> str:
    return f"m{month or 0:02}"
