"""The pages of time: the calendar, each year, each month, and what has no year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Entries, Page
from generator.render.frame import Frame, file_way
from generator.render.linked import Listed, records_listed
from generator.render.matrix import calendar_grid
from generator.render.shell import index_page, list_path, section_step
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
    here = f"{frame.language}/dates/"
    body = fill("calendar.jinja", frame, here, heading=title, grid=calendar_grid(frame), years=years, data=_data(here, "dates/"))
    listed = Listed(items=[(label, f"{frame.language}/{tail}") for label, tail, _ in years], count=len(years))
    return index_page(frame, "dates/", kind="dates", section="dates", title=title, body=body, listed=listed)


def year_page(frame: Frame, year: int) -> Page:
    """`dates/2023/`: the records of a year by month."""
    months = frame.archive.years[year]
    tail = f"dates/{year}/"
    parts = []
    for month, entries in months.items():
        label = month_name(month, frame.language) if month else frame.gettext("month unknown")
        parts.append(Month(label=label, anchor=_anchor(month), entries=entries, tail=f"{tail}{month:02}/" if month else ""))
    count = sum(map(len, months.values()))
    here = f"{frame.language}/{tail}"
    values = {"lead": frame.records(count), "months": parts, "known": "year", "data": _data(here, tail)}
    body = fill("months.jinja", frame, here, heading=str(year), **values)
    path, listed = (section_step(frame, "dates"),), records_listed(_all(parts))
    return index_page(frame, tail, kind="year", section="dates", title=str(year), body=body, path=path, listed=listed)


def month_page(frame: Frame, year: int, month: int, entries: Entries) -> Page:
    """`dates/2023/11/`."""
    tail, title = f"dates/{year}/{month:02}/", format_month(year, month, frame.language)
    here = f"{frame.language}/{tail}"
    values = {"lead": frame.records(len(entries)), "entries": entries, "known": "month", "data": _data(here, f"dates/{year}/")}
    body = fill("part.jinja", frame, here, heading=title, **values)
    path, listed = (section_step(frame, "dates"), (str(year), f"dates/{year}/")), records_listed(entries)
    return index_page(frame, tail, kind="month", section="dates", title=title, body=body, path=path, listed=listed)


def undated_page(frame: Frame) -> Page:
    """`dates/undated/`, which always exists."""
    tail, title = "dates/undated/", frame.gettext("Without a year")
    parts = []
    for month, entries in frame.archive.undated.items():
        label = month_name(month, frame.language) if month else frame.gettext("month unknown")
        parts.append(Month(label=label, anchor=_anchor(month), entries=entries))
    count = sum(map(len, frame.archive.undated.values()))
    lead = frame.records(count) if count else frame.gettext("The archive holds no text under this heading.")
    here = f"{frame.language}/{tail}"
    values = {"lead": lead, "months": parts, "known": "", "data": _data(here, tail) if count else None}
    body = fill("months.jinja", frame, here, heading=title, **values)
    path, listed = (section_step(frame, "dates"),), records_listed(_all(parts))
    return index_page(frame, tail, kind="undated", section="dates", title=title, body=body, path=path, listed=listed)


def _data(here: str, tail: str) -> str:
    """The way to the data of a list of dates."""
    return file_way(here, list_path(tail))


def _all(parts: Iterable[Month]) -> Entries:
    return tuple(entry for part in parts for entry in part.entries)


def _anchor(month: int | None) -> str:
    return f"m{month or 0:02}"
