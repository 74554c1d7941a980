"""On this day: the records of all years by day of the calendar, a page a month, without a clock or a script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.model import Entries, Entry, Page
from generator.render.dates import Month
from generator.render.frame import Frame
from generator.render.indexes import Item
from generator.render.linked import records_listed
from generator.render.shell import index_page, section_step
from generator.render.template import fill
from generator.text.edtf import parse
from generator.text.locale import month_name, number

TAIL = "dates/days/"
_ANY_LEAP_YEAR = 2024

Days = Mapping[int, Mapping[int, Entries]]


def days_of(entries: Entries) -> Days:
    """Records by month and day of their event, whatever the year; those that tell no day are left out."""
    found: defaultdict[tuple[int, int], list[Entry]] = defaultdict(list)
    for entry in entries:
        date = parse(entry.date.value) if entry.date else None
        if date and date.month is not None and date.day is not None:
            found[date.month, date.day].append(entry)
    days: dict[int, dict[int, Entries]] = {}
    for month, day in sorted(found):
        days.setdefault(month, {})[day] = tuple(found[month, day])
    return days


def days_page(frame: Frame, days: Days) -> Page:
    """`dates/days/`, which always exists: the days that have records."""
    title = frame.gettext("On this day")
    here = f"{frame.language}/{TAIL}"
    values = {"items": tuple(_items(frame, days)), "named": (), "letters": True, "grid": None, "map": None, "data": None}
    body = fill("index.jinja", frame, here, heading=title, **values)
    return index_page(frame, TAIL, kind="days", section="dates", title=title, body=body, path=(section_step(frame, "dates"),))


def _items(frame: Frame, days: Days) -> Iterator[Item]:
    for month, inside in days.items():
        letter = month_name(month, frame.language)
        for day, entries in inside.items():
            tail = f"{TAIL}{month:02}/#d{day:02}"
            yield Item(name=_label(frame, month, day), tail=tail, count=number(len(entries), frame.language), letter=letter)
            letter = ""


def day_month_page(frame: Frame, month: int, inside: Mapping[int, Entries]) -> Page:
    """`dates/days/11/`: the records of a month by day, whatever the year."""
    tail, name = f"{TAIL}{month:02}/", month_name(month, frame.language)
    days = [Month(label=_label(frame, month, day), anchor=f"d{day:02}", entries=entries) for day, entries in inside.items()]
    title = f"{frame.gettext('On this day')}: {name}"
    lead = frame.records(sum(map(len, inside.values())))
    body = fill("months.jinja", frame, f"{frame.language}/{tail}", heading=title, lead=lead, months=days, known="", data=None)
    path = (section_step(frame, "dates"), (frame.gettext("On this day"), TAIL))
    listed = records_listed(tuple(entry for entries in inside.values() for entry in entries))
    return index_page(frame, tail, kind="day-month", section="dates", title=title, body=body, path=path, listed=listed)


def _label(frame: Frame, month: int, day: int) -> str:
    """`1 November`."""
    return frame.date(f"{_ANY_LEAP_YEAR}-{month:02}-{day:02}", known="year")
