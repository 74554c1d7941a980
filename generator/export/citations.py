"""A record as reference managers read it: BibTeX, RIS and CSL-JSON; the day of access is left to the reader.

The date is that of publication. Where only the day of the event is known, it stands in its place, and a note
says so in the form that Zotero reads (`event-date: 2023-11-01`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from generator.export.outlet import File, Outlet, json_bytes, record_path
from generator.model import Entry
from generator.text.citing import cited_date, event_day, first_part, shown_title
from generator.text.edtf import Edtf
from generator.text.escape import one_line
from generator.text.locale import language_name

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_LIVE = re.compile(r"[\\{}~^&%$#_]")
_IN_URL = ":/?#[]@!$&'()*+,;=%-._~"


def citation_files(entry: Entry, outlet: Outlet) -> Iterator[File]:
    """The three files beside a record's page."""
    folder = record_path(entry)
    yield f"{folder}citation.bib", bibtex(entry, outlet).encode()
    yield f"{folder}citation.ris", ris(entry, outlet).encode()
    yield f"{folder}citation.json", json_bytes([csl(entry, outlet)], indent=1)


def bibtex(entry: Entry, outlet: Outlet) -> str:
    """The record as one BibTeX entry; `date` and `langid` are biblatex's, `year` serves the rest."""
    code = entry.language.value
    date = _date(entry)
    fields = {
        "title": f"{{{_latex(shown_title(entry.title))}}}",
        "journal": _latex(entry.source.value.name) if entry.source else None,
        "date": cited_date(entry),
        "year": str(date.year) if date and date.year is not None else None,
        "langid": _latex(language_name(code.split("-")[0], "en").lower()),
        "language": _latex(code),
        "library": _latex(outlet.settings.site_name),
        "url": _address(entry, outlet),
        "note": _note(entry),
    }
    kind = "article" if entry.source else "misc"
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@{kind}{{{entry.slug},\n{lines}}}\n"


def ris(entry: Entry, outlet: Outlet) -> str:
    """The record as one RIS entry of type `NEWS`."""
    date = _date(entry)
    fields = {
        "TI": one_line(shown_title(entry.title)),
        "T2": one_line(entry.source.value.name) if entry.source else None,
        "PY": f"{date.year:04}" if date and date.year is not None and date.year >= 0 else None,
        "DA": _ris_date(date),
        "LA": entry.language.value,
        "DB": one_line(outlet.settings.site_name),
        "AN": one_line(entry.id),
        "UR": _address(entry, outlet),
        "N1": _note(entry),
    }
    return "TY  - NEWS\n" + "".join(f"{tag}  - {value}\n" for tag, value in fields.items() if value) + "ER  - \n"


def csl(entry: Entry, outlet: Outlet) -> Mapping[str, Any]:
    """The record as a CSL-JSON item of type `article-newspaper`."""
    issued, event = cited_date(entry), event_day(entry)
    fields = {
        "id": entry.slug,
        "type": "article-newspaper",
        "title": one_line(shown_title(entry.title)),
        "container-title": one_line(entry.source.value.name) if entry.source else None,
        "issued": _csl_date(issued) if issued else None,
        "event-date": _csl_date(event) if event else None,
        "language": entry.language.value,
        "archive": one_line(outlet.settings.site_name),
        "archive_location": one_line(entry.id),
        "URL": _address(entry, outlet),
        "note": _note(entry),
    }
    return {key: value for key, value in fields.items() if value}


def _date(entry: Entry) -> Edtf | None:
    value = cited_date(entry)
    return first_part(value) if value else None


def _note(entry: Entry) -> str | None:
    """The day of the event, in the form that Zotero reads from a note; where it dates the citation, this says so."""
    event = event_day(entry)
    return f"event-date: {event}" if event else None


def _address(entry: Entry, outlet: Outlet) -> str | None:
    """The record's permanent address, else that of its source."""
    address = outlet.root + record_path(entry) if outlet.root else entry.source.value.url if entry.source else None
    return quote(one_line(address), safe=_IN_URL) if address else None


def _latex(text: str) -> str:
    return _LIVE.sub(lambda match: _LATEX[match[0]], one_line(text))


def _ris_date(date: Edtf | None) -> str | None:
    """`2023/11/01/`, with what is not known left empty."""
    if date is None or date.year is None or date.year < 0:
        return None
    parts = (f"{date.year:04}", f"{date.month:02}" if date.month else "", f"{date.day:02}" if date.month and date.day else "")
    return "/".join((*parts, ""))


def _csl_date(value: str) -> Mapping[str, Any]:
    """Date parts of what is wholly known; else the EDTF string as a literal."""
    ends = [first_part(part) for part in value.split("/")] if "/" in value else [first_part(value)]
    parts = [_parts(end) for end in ends if end]
    if not parts or not all(parts) or len(parts) != len(ends):
        return {"literal": value}
    circa = {"circa": True} if any(end and end.qualifier for end in ends) else {}
    return {"date-parts": parts, **circa}


def _parts(date: Edtf) -> list[int]:
    known = (date.year, date.month, date.day)
    end = known.index(None) if None in known else 3
    return [part for part in known[:end] if part is not None]
