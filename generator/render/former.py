"""Former addresses: at each place where a record once stood, a page that leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import Entry, Page
from generator.render.frame import Frame, frame_language
from generator.render.template import fill
from generator.render.words import FRAME
from generator.text.escape import one_line
from generator.text.slug import record_uri, slug


def former_addresses(entry: Entry, frames: Mapping[str, Frame], taken: set[str]) -> Iterator[Page]:
    """A page at each former id of a record, which leads to it; an address that another record has stays that one's."""
    frame = frames[frame_language(entry, next(iter(frames.values())).settings)]
    for alias in dict.fromkeys(map(slug, entry.aliases)):
        if not alias or alias in taken:
            continue
        taken.add(alias)
        here, target = f"records/{alias}/", f"records/{entry.slug}/"
        body = fill("moved.jinja", frame, here, heading=entry.title.value, target=target, told=FRAME["moved"])
        front: dict[str, object] = {
            "title": one_line(entry.title.value),
            "language": frame.language,
            "direction": frame.direction,
            "kind": "moved",
            "section": None,
            "alternates": {code: f"{target}#card-{code}" for code in frames},
            "path": [],
            "description": one_line(entry.title.value),
            "search": {"exclude": True},
            "redirect": target,
            "robots": "noindex",
        }
        yield Page(uri=record_uri(alias), front_matter=front, body=body, html=body)
