"""The page of a record: its text with the evidence marked, and its catalogue card in every interface language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from generator.model import Block, Entry, Page, Record
from generator.render.beside import beside
from generator.render.body import Body
from generator.render.card import Card, Fact
from generator.render.correction import correction
from generator.render.evidence import NONE, Marks, number_marks
from generator.render.frame import Frame, bracketed, frame_language, inert, relative
from generator.render.head import record_head
from generator.render.html import html
from generator.render.linked import record_node, script_json
from generator.render.template import fill
from generator.render.twin import Twin
from generator.text.arabic import arabic_script
from generator.text.bidi import direction_of
from generator.text.escape import one_line
from generator.text.slug import record_uri
from generator.text.spans import span_text
from generator.text.standing import standing

QUIET_RULES = ("markup",)
"""Removals that are no words: bullets and bars; they are not told of."""
REMOVED_SHOWN = 200
_PLACE = Markup("\0")
"""Where the text goes in a page that is filled without it; no text of a seed has it."""

B = TypeVar("B", bound=Body)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCard:
    """The compact card of another interface language."""

    language: str
    direction: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedLine:
    """A line that was not published, as it stood."""

    text: Markup
    direction: str


def record_page(record: Record, frames: Mapping[str, Frame]) -> Page:
    """A record's one page; `frames` are those of all interface languages."""
    entry = record.entry
    some = next(iter(frames.values()))
    frame = frames[frame_language(entry, some.settings)]
    here = f"records/{entry.slug}/"
    published = entry.rights != "citation-only"
    marks = number_marks(entry, record.body) if published else NONE
    values = {
        "entry": entry,
        "own": _own(frame, entry),
        "heading": _heading(record, frame, marks),
        "when": _when(frame, entry),
        "parties": _parties(frame, entry),
        "text": _PLACE,
        "withheld": None
        if published
        else frame.gettext("The text is not published here. The card tells what it says and where it stands."),
        "removed": _removed(record, frame) if published else None,
        "card": tuple(Card(frame, entry, marks, here).facts()),
        "others": tuple(_other(other, entry, here) for other in frames.values() if other is not frame),
        "citation": _citation(frame, entry, here),
        **beside(frame, entry, here),
        **correction(frame, entry),
    }
    made = fill("record.jinja", frame, here, **values)
    text, html = _text(record, frame, marks) if published else ("", "")
    return Page(
        uri=record_uri(entry.slug),
        front_matter=_front_matter(frame, entry, frames),
        body=made.replace(_PLACE, text),
        html=None if html is None else made.replace(f"{_PLACE}\n\n", f"{html}\n" if html else ""),
    )


def _own(frame: Frame, entry: Entry) -> Markup:
    """`lang` and `dir` of what the interface says inside an article in another language."""
    if entry.language.value == frame.language and entry.direction == frame.direction:
        return Markup("")
    return html(' lang="{}" dir="{}"', frame.language, frame.direction)


def _front_matter(frame: Frame, entry: Entry, frames: Mapping[str, Frame]) -> Mapping[str, object]:
    here = f"records/{entry.slug}/"
    pair = sorted({party.value for party in entry.parties})[:2]
    path = [{"label": frame.gettext("Relations"), "href": relative(here, f"{frame.language}/relations/")}]
    if len(pair) == 2:
        tail = f"{frame.language}/relations/{'-'.join(pair).lower()}/"
        path.append({"label": frame.pair_plain("-".join(pair)), "href": relative(here, tail)})
    title = f"[{entry.title.value}]" if entry.title.basis == "devised" else entry.title.value
    told = _description(frame, entry)
    return {
        "title": one_line(title),
        "language": frame.language,
        "direction": frame.direction,
        "kind": "record",
        "section": None,
        "record": entry.id,
        "record_language": entry.language.value,
        "record_direction": entry.direction,
        **({"faces": True} if arabic_script(entry.language.value) else {}),
        "alternates": {code: f"{here}#card-{code}" for code in frames},
        "path": path,
        "description": told,
        **{key: day for key, day in (("added", entry.added), ("changed", entry.changed)) if day},
        "citation": f"{here}citation",
        "head": record_head(frame, entry, told),
        "linked": script_json(record_node(frame, entry, told)),
    }


def _description(frame: Frame, entry: Entry) -> str:
    """The record in one line, in the frame's language."""
    stands = standing(entry)
    parts = [
        " – ".join(frame.party_plain(party.value) for party in entry.parties),
        frame.event(entry.event.value) if entry.event else "",
        frame.date(stands.value) if stands.value else frame.gettext("undated"),
        frame.tongue(entry.language.value),
    ]
    return " · ".join(filter(None, parts))


def _heading(record: Record, frame: Frame, marks: Marks) -> Markup:
    """The title as the page's heading: with its marks where the text has it, in brackets where it is devised."""
    block = _title_block(record)
    if block is not None and record.entry.rights != "citation-only":
        return Markup(_writer(Body, record, frame, marks).words(block.spans))
    shown = bracketed(record.entry.title)
    if record.entry.title.basis == "devised":
        return html("<b>[</b>{}<b>]</b>", inert(record.entry.title.value))
    return shown


def _title_block(record: Record) -> Block | None:
    """The block that is the title, when it is the title shown."""
    title = " ".join(record.entry.title.value.split())
    blocks = (block for block in record.body if block.role == "title" and block.spans)
    return next((block for block in blocks if span_text(record.text, block.spans) == title), None)


def _writer(kind: type[B], record: Record, frame: Frame, marks: Marks) -> B:
    return kind(
        record.text,
        marks,
        record.entry.direction,
        lambda number: frame.gettext("evidence %(number)s", number=number),
        lambda number: frame.gettext("Table %(number)s", number=number),
    )


def _text(record: Record, frame: Frame, marks: Marks) -> tuple[str, str | None]:
    """The text as Markdown, and as the HTML that Markdown makes of it (`None` where only Markdown can tell)."""
    title = _title_block(record)
    blocks = tuple(block for block in record.body if block is not title)
    written = f'<div class="text" markdown="1">\n\n{_writer(Body, record, frame, marks).blocks(blocks)}\n\n</div>'
    html = _writer(Twin, record, frame, marks).html(blocks)
    return written, None if html is None else f'<div class="text">\n{html}\n</div>' if html else '<div class="text"></div>'


def _when(frame: Frame, entry: Entry) -> Markup:
    """Both dates told apart, in one line."""
    if entry.date is not None:
        return frame.time(entry.date.value)
    if entry.published is None:
        return Markup.escape(frame.gettext("undated"))
    return Markup.escape(frame.gettext("Event not dated; published %(date)s")) % {"date": frame.time(entry.published.value)}


def _parties(frame: Frame, entry: Entry) -> tuple[Mapping[str, object], ...]:
    folders = {True: "countries", False: "organisations"}
    return tuple(
        {"name": frame.party(party.value), "tail": f"{folders[frame.is_country(party.value)]}/{party.value.lower()}/"}
        for party in entry.parties
    )


def _removed(record: Record, frame: Frame) -> Mapping[str, object] | None:
    """What was taken out of the text, told at its end."""
    texts = [one_line(removal.text).strip() for removal in record.removed if removal.rule not in QUIET_RULES]
    lines = [text for text in texts if text]
    if not lines:
        return None
    language = record.entry.language.value
    told = frame.ngettext("%(count)s line was removed from this text", "%(count)s lines were removed from this text", len(lines))
    shown = tuple(RemovedLine(text=inert(line), direction=direction_of(line, language)) for line in lines[:REMOVED_SHOWN])
    return {"told": told, "lines": shown}


def _other(frame: Frame, entry: Entry, here: str) -> OtherCard:
    name = frame.tongue(frame.language)
    return OtherCard(
        language=frame.language,
        direction=frame.direction,
        title=frame.gettext("Catalogue card in %(language)s", language=name),
        facts=tuple(Card(frame, entry, NONE, here).facts(compact=True)),
    )


def _citation(frame: Frame, entry: Entry, here: str) -> Markup:
    """Title, source, day and the address that never changes."""
    site = frame.settings.site_url or ""
    address = f"{site.rstrip('/')}/{here}" if site else f"/{here}"
    parts = [
        html('<q lang="{}" dir="{}">{}</q>', inert(entry.language.value), frame.title_direction(entry), bracketed(entry.title)),
        frame.foreign((entry.source.value.name, entry.language.value)) if entry.source else "",
        html("<bdi>{}</bdi>", _when(frame, entry)),
        html("<cite><bdi>{}</bdi></cite>", inert(frame.settings.site_name)),
        html('<bdi dir="ltr"><a href="./">{}</a></bdi>', inert(address)),
    ]
    return Markup.escape(frame.gettext(", ")).join(part for part in parts if part)
