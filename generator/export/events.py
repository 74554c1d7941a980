"""The archive as event data: one line a record in the form of PLOVER, with the CAMEO code beside it.

Categories, modes and scores are those of the PLOVER manual (sixteen categories); `quad_code` too follows that manual,
which counts protest as material conflict, not CAMEO's table. ACCUSE is taken as -3: the manual's 3 lacks its minus.
CAMEO 01 and 02 (statements, appeals) have no category there and are left out, counted by reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from generator.export.outlet import Outlet, json_bytes, record_path
from generator.model import Entry
from generator.text.citing import is_day, shown_title

Json = Mapping[str, Any]

_ROOTS = {
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "08": "CONCEDE",
    "09": "ACCUSE",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "20": "ASSAULT",
}
_EXCEPTIONS = {
    **dict.fromkeys(("084", "085", "086", "087", "0813", "0814"), "RETREAT"),
    **dict.fromkeys(("163", "191", "192"), "COERCE"),
    **dict.fromkeys(("175", "1712"), "ASSAULT"),
}
"""Codes that stand elsewhere than their root; the longest that fits counts."""
_QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
_SCORES = {
    "AGREE": 2.5,
    "CONSULT": 2.5,
    "SUPPORT": 5,
    "CONCEDE": 4.5,
    "COOPERATE": 9.5,
    "AID": 10,
    "RETREAT": 6.5,
    "REQUEST": 0,
    "ACCUSE": -3,
    "REJECT": -2,
    "THREATEN": -3.5,
    "PROTEST": -5,
    "MOBILIZE": -5.5,
    "SANCTION": -6,
    "COERCE": -7,
    "ASSAULT": -9,
}
_MODES = {"041": "phone", "042": "visit", "043": "visit", "045": "third-party"}
_MODE_SCORES = {"visit": 4, "multilateral": 4, "phone": 1.5, "third-party": 1}
_CONTEXTS = {"02": "economic", "03": "environment", "05": "economic", "07": "economic", "10": "health", "16": "technology"}
"""UNBIS domain → PLOVER context, where one plainly answers the other."""

REASONS = ("no day", "no event", "no code", "no category", "no party")
"""Why a record is no event here: its date is not one day (or days from–to), no kind of event was found, the kind has no
CAMEO code, the code has no PLOVER category, no side was found. The first that holds counts."""


def events_jsonl(outlet: Outlet) -> bytes:
    """The events, a line each, in the order of time."""
    return b"".join(json_bytes(found) for found in (event(entry, outlet) for entry in outlet.archive.entries) if not isinstance(found, str))


def left_out_csv(outlet: Outlet) -> bytes:
    """How many records are no line of the events, by reason."""
    counts = Counter(found for found in (event(entry, outlet) for entry in outlet.archive.entries) if isinstance(found, str))
    return "".join(f"{row}\r\n" for row in ("reason,records", *(f"{reason},{counts[reason]}" for reason in REASONS))).encode()


def category(cameo: str) -> str | None:
    """The PLOVER category of a CAMEO code."""
    for length in (4, 3):
        if cameo[:length] in _EXCEPTIONS:
            return _EXCEPTIONS[cameo[:length]]
    return _ROOTS.get(cameo[:2])


def event(entry: Entry, outlet: Outlet) -> Json | str:
    """A record as an event, or the reason why it is none (one of `REASONS`)."""
    start, _, end = entry.date.value.partition("/") if entry.date else ("", "", "")
    if not is_day(start) or (end and not is_day(end)):
        return "no day"
    if entry.event is None:
        return "no event"
    kind = outlet.curated.events.get(entry.event.value)
    cameo = kind.code(entry.event.rule) if kind else None
    if cameo is None:
        return "no code"
    found = category(cameo)
    if found is None:
        return "no category"
    if not entry.parties:
        return "no party"
    return _line(entry, outlet, cameo, found) | {"date": start} | ({"enddate": end} if end else {})


def _line(entry: Entry, outlet: Outlet, cameo: str, found: str) -> dict[str, Any]:
    """All but the dates. Who visited whom is not known: everyone is an actor, as PLOVER asks of what is mutual."""
    assert entry.event is not None
    mode = _mode(entry, cameo) if found == "CONSULT" else None
    return {
        "id": entry.id,
        "date": "",
        "actor": [party.value for party in entry.parties],
        "recipient": [],
        "event": [found],
        "mode": [mode] if mode else [],
        "context": sorted({_CONTEXTS[topic.value] for topic in entry.topics if topic.value in _CONTEXTS}),
        "quad_code": _QUADS[found],
        "event_scale": _MODE_SCORES[mode] if mode else _SCORES[found],
        "event_text": [each.quote for each in entry.event.evidence],
        "cameo": cameo,
        "text_info": {"title": shown_title(entry.title), "language": entry.language.value},
        "cite_info": {
            "url": outlet.address(record_path(entry), "data/events.jsonl"),
            "source": entry.source.value.name if entry.source else None,
        },
    }


def _mode(entry: Entry, cameo: str) -> str | None:
    return _MODES.get(cameo) or ("multilateral" if len(entry.parties) > 2 else None)
