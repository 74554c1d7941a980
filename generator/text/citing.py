"""What citations, feeds and page heads alike say of a record: its date as cited, its title as shown, the day of its last change."""

from __future__ import annotations

import re

from generator.model import Entry, Found
from generator.text.edtf import Edtf, parse

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UNPAIRED = re.compile("[\ud800-\udfff]")


def shown_title(title: Found[str]) -> str:
    """The title, in brackets where the archive devised it."""
    return f"[{title.value}]" if title.basis == "devised" else title.value


def cited_date(entry: Entry) -> str | None:
    """The EDTF date of a citation: the day of publication, else the day that the record stands by; `None` without a year.

    Who prints it for an event's day says so (`event_day`): the one is never passed off as the other.
    """
    found = entry.published or entry.date
    date = parse(found.value) if found else None
    return found.value if found and date and (date.earliest or date.latest) else None


def event_day(entry: Entry) -> str | None:
    """The day of the event, as EDTF."""
    return entry.date.value if entry.date else None


def first_part(value: str) -> Edtf | None:
    """The date, or of an interval the end that is known, the first one sooner."""
    start, _, end = value.partition("/")
    return parse(start) or parse(end)


def is_day(value: str | None) -> bool:
    """Whether a value is one whole day of the calendar."""
    return value is not None and _DAY.fullmatch(value) is not None and parse(value) is not None


def last_change(entry: Entry, fallback: str | None = None) -> str | None:
    """The day that a person stated as that of the last change or of adding; never the clock's."""
    return next((day for day in (entry.changed, entry.added) if is_day(day)), fallback)


def paired(text: str) -> str:
    """`text` that UTF-8 can write: halves of surrogate pairs become U+FFFD."""
    return _UNPAIRED.sub("\ufffd", text)
