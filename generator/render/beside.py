"""What stands beside a record: other texts on its event, related records, those before and after it in its relations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Entry
from generator.render.frame import Frame, bracketed, inert, relative
from generator.text.slug import source_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Another record: when, its title in its own direction, who published it; `tag` is a word on it, `rel` how it stands to this one."""

    when: Markup
    href: str
    language: str
    direction: str
    title: Markup
    source: Markup | None
    tag: str
    rel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The records before and after one in a relation; `tail` is the relation's."""

    name: str
    tail: str
    lines: tuple[Line, ...]


def beside(frame: Frame, entry: Entry, here: str) -> Mapping[str, object]:
    """`also`, `related` and `around` of the record page at `here`, for its template."""
    archive = frame.archive
    return {
        "also": tuple(_tongued(frame, other, here) for other in archive.same_event.get(entry.id, ())),
        "related": tuple(_tongued(frame, other, here) for other in archive.related.get(entry.id, ())),
        "around": tuple(_around(frame, entry, here)),
    }


def _tongued(frame: Frame, other: Entry, here: str) -> Line:
    return _line(frame, other, here, frame.tongue(other.language.value))


def _line(frame: Frame, other: Entry, here: str, tag: str, rel: str = "") -> Line:
    source = other.source.value.name if other.source else ""
    return Line(
        when=frame.when(other),
        href=relative(here, frame.record_path(other)),
        language=str(inert(other.language.value)),
        direction=frame.title_direction(other),
        title=bracketed(other.title),
        source=frame.source(source_key(source)) if source_key(source) in frame.archive.source_names else None,
        tag=tag,
        rel=rel,
    )


def _around(frame: Frame, entry: Entry, here: str) -> Iterator[Around]:
    """The neighbours in each relation that has any."""
    for pair, (earlier, later) in frame.archive.around.get(entry.id, {}).items():
        lines = []
        if earlier:
            lines.append(_line(frame, earlier, here, frame.gettext("Earlier"), "prev"))
        if later:
            lines.append(_line(frame, later, here, frame.gettext("Later"), "next"))
        yield Around(name=frame.pair_plain(pair), tail=f"relations/{pair.lower()}/", lines=tuple(lines))
