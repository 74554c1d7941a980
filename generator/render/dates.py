"""The pages of time: the calendar, each year, each month, and what has no year."""

from __future__ import annotations

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


def calendar_page(frame: Frame) -> Page:
    """`dates/`: years by month."""
    title = frame.gettext("Dates")
    count = {year: sum(map(len, months.values())) for year, months in frame.archive.years.items()}
    years = [(str(year), f"dates/{year}/", number(count[year], frame.language)) for year in sorted(count, reverse=True)]
    undated = sum(map(len, frame.archive.undated.values()))
    years.append((frame.gettext("No year"), "dates/undated/", number(undated, frame.language)))
    body = fill("calendar.jinja", frame, f"{frame.language}/dates/", heading=title, grid=calendar_grid(frame), years=years)
    return index_page(frame, "dates/", kind="dates", section="dates", title=title, body=body)


def year_page(frame: Frame, year: int) -> Page:
    """`dates/2023/`: the records of a year by month."""
    months = frame.archive.years[year]
    tail = f"dates/{year}/"
    parts = []
    for month, entries in months.items():
        label = month_name(month, frame.language) if month else frame.gettext("month unknown")
        parts.append(Month(label=label, anchor=_anchor(month), entries=entries, tail=f"{tail}{month:02}/" if month else ""))
    count = sum(map(len, months.values()))
    body = fill("months.jinja", frame, f"{frame.language}/{tail}", heading=str(year), lead=frame.records(count), months=parts, known="year")
    return index_page(frame, tail, kind="year", section="dates", title=str(year), body=body, path=(section_step(frame, "dates"),))


def month_page(frame: Frame, year: int, month: int, entries: Entries) -> Page:
    """`dates/2023/11/`."""
    tail, title = f"dates/{year}/{month:02}/", format_month(year, month, frame.language)
    here = f"{frame.language}/{tail}"
    body = fill("part.jinja", frame, here, heading=title, lead=frame.records(len(entries)), entries=entries, known="month")
    path = (section_step(frame, "dates"), (str(year), f"dates/{year}/"))
    return index_page(frame, tail, kind="month", section="dates", title=title, body=body, path=path)


def undated_page(frame: Frame) -> Page:
    """`dates/undated/`, which always exists."""
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
