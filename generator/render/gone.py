"""Tombstones: at the address of a withdrawn record, that it was withdrawn, when and why, in every interface language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.doubts import N_
from generator.model import Page, Tombstone
from generator.render.frame import Frame, inert
from generator.render.template import fill
from generator.text.bidi import direction_of
from generator.text.escape import one_line
from generator.text.slug import record_uri

REASONS: Mapping[str, str] = {
    "rights-holder": N_("Whoever holds the rights in the text asked for it."),
    "source": N_("The publisher took the text back."),
    "error": N_("The text should not have been in this archive."),
    "duplicate": N_("The text stands in this archive under another address."),
    "privacy": N_("The text said things about a person that should not stay public."),
    "law": N_("The law or a court demanded it."),
    "other": N_("The keepers of the archive decided so."),
}
"""Why a record was withdrawn, by the reason that a tombstone states (`generator.read.gone`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Epitaph:
    """What a tombstone says in one language."""

    language: str
    direction: str
    heading: str
    told: Markup
    reason: str


def tombstone_pages(stones: Mapping[str, Tombstone], frames: Mapping[str, Frame], taken: set[str]) -> Iterator[Page]:
    """A page at each address of a withdrawn record that no record has; `taken` are the addresses of records and redirects."""
    for address, stone in sorted(stones.items()):
        if address not in taken:
            taken.add(address)
            yield _page(address, stone, frames)


def _page(address: str, stone: Tombstone, frames: Mapping[str, Frame]) -> Page:
    frame = frames[next(iter(frames.values())).settings.default_language]
    here = f"records/{address}/"
    others = (_epitaph(other, stone) for other in frames.values() if other is not frame)
    own = _epitaph(frame, stone)
    note = stone.note and {"text": inert(stone.note), "direction": direction_of(stone.note, frame.language)}
    front: dict[str, object] = {
        "title": one_line(own.heading),
        "language": frame.language,
        "direction": frame.direction,
        "kind": "gone",
        "section": None,
        "alternates": {code: f"{here}#gone-{code}" for code in frames},
        "path": [],
        "description": one_line(own.heading),
        "search": {"exclude": True},
        "robots": "noindex",
    }
    body = fill("gone.jinja", frame, here, own=own, others=tuple(others), note=note, id=inert(stone.name))
    return Page(uri=record_uri(address), front_matter=front, body=body, html=body)


def _epitaph(frame: Frame, stone: Tombstone) -> Epitaph:
    message = N_("The record that stood here was withdrawn on %(day)s.") if stone.day else N_("The record that stood here was withdrawn.")
    told = Markup.escape(frame.gettext(message)) % ({"day": frame.time(stone.day)} if stone.day else {})
    return Epitaph(
        language=frame.language,
        direction=frame.direction,
        heading=frame.gettext("Withdrawn record"),
        told=told,
        reason=frame.gettext(REASONS[stone.reason]),
    )
