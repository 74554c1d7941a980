"""The page of one heading (a country, a relation, a topic …): its records in time, and what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import Entries, Page
from generator.render.buckets import Bucket, buckets, by_year, is_long, newest_first
from generator.render.figures import key_figures
from generator.render.frame import Frame, file_way
from generator.render.linked import records_listed
from generator.render.matrix import pair_grid, span_of
from generator.render.shares import partners, sides
from generator.render.shell import Step, feed_path, index_page, list_path, section_step
from generator.render.template import fill
from generator.render.tilemap import TileMap, tile_map
from generator.text.headings import language_count
from generator.text.locale import format_month

FEEDS = ("country", "relation", "topic", "person")
"""The kinds of heading that a feed follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A heading with its records: what its page is called, where it stands, and who it is (`party`, `pair`)."""

    tail: str
    kind: str
    section: str
    title: str
    entries: Entries
    heading: Markup | None = None
    remark: str = ""
    party: str | None = None
    pair: str | None = None
    mentioned: Entries = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Records under one year, or a silence of years between two of them."""

    label: str = ""
    entries: Entries = ()
    dated: bool = True
    silence: str = ""
    anchor: str = ""


def holding_page(frame: Frame, holding: Holding) -> Page:
    """The page of a heading; where its list is long, its newest part and the way to the others."""
    parts = parts_of(holding.entries)
    return _page(frame, holding, parts[0].entries if parts else holding.entries, parts)


def parts_of(entries: Entries) -> list[Bucket]:
    """The parts of a long list, each of which has a page; none of a short one."""
    return list(buckets(entries)) if is_long(entries) else []


def part_page(frame: Frame, holding: Holding, part: Bucket) -> Page:
    """The page of one part of the list of a heading; of the heading only title and place are asked."""
    inner = replace(holding, tail=holding.tail + part.tail, title=f"{holding.title}, {_part_label(frame, part)}", heading=None)
    return _part(frame, inner, part, (holding.title, holding.tail))


def _page(frame: Frame, holding: Holding, shown: Entries, parts: Sequence[Bucket]) -> Page:
    feed = _feed(holding)
    pairs = [holding.pair, *frame.archive.neighbours[holding.pair]] if holding.pair else []
    here = f"{frame.language}/{holding.tail}"
    body = fill(
        "holding.jinja",
        frame,
        here,
        heading=holding.heading or holding.title,
        lead=lead(frame, holding.entries) if holding.entries else "",
        remark=holding.remark,
        grid=pair_grid(frame, pairs, holding.pair) if pairs else None,
        groups=tuple(groups(frame, shown, silences=holding.pair is not None and not parts)),
        parts=tuple((_part_label(frame, part), holding.tail + part.tail, len(part.entries)) for part in parts),
        side=tuple(sides(frame, holding.entries, _IDLE.get(holding.kind, ""), holding.party)),
        figures=tuple(key_figures(frame, holding.entries, here)) if holding.pair else (),
        map=_map(frame, holding),
        mentioned=holding.mentioned,
        feed=file_way(here, feed_path(frame, feed)) if feed else None,
        data=file_way(here, list_path(holding.tail)) if holding.entries else None,
    )
    return _shell(frame, holding, body, (section_step(frame, holding.section),), newest_first(shown))


_IDLE = {"relation": "partners", "topic": "topics", "person": "people", "language": "languages", "source": "sources"}
"""By kind of heading, the table that would say of every record what the heading says already."""


def _map(frame: Frame, holding: Holding) -> TileMap | None:
    """The partners of a country on the map; the table of partners beside it has the same numbers."""
    if holding.kind != "country" or holding.party is None:
        return None
    counts = {other: len(found) for other, found in partners(frame, holding.party).items()}
    return tile_map(frame, counts, frame.gettext("%(country)s: records by partner", country=holding.title), holding.party)


def _part(frame: Frame, holding: Holding, part: Bucket, above: Step) -> Page:
    here = f"{frame.language}/{holding.tail}"
    body = fill(
        "part.jinja",
        frame,
        here,
        heading=holding.title,
        lead=frame.records(len(part.entries)),
        entries=part.entries,
        known="year" if part.year is not None else "",
        data=file_way(here, list_path(above[1])),
    )
    steps = dict.fromkeys((section_step(frame, holding.section), above))
    return _shell(frame, holding, body, tuple(steps), part.entries)


def _shell(frame: Frame, holding: Holding, body: str, path: tuple[Step, ...], shown: Entries) -> Page:
    if holding.tail == path[-1][1]:
        path = path[:-1]
    told = f"{holding.title}: {frame.records(len(holding.entries))}"
    return index_page(
        frame,
        holding.tail,
        kind=holding.kind,
        section=holding.section,
        title=holding.title,
        body=body,
        path=path,
        description=told,
        listed=records_listed(shown, len(holding.entries)),
        feed=_feed(holding),
    )


def _feed(holding: Holding) -> str | None:
    """The feed of a heading that has one; the parts of a long list have none of their own."""
    if holding.kind == "records" and holding.tail == "records/":
        return "all"
    whole = holding.tail.count("/") == 2 and bool(holding.entries)
    return holding.tail.strip("/") if whole and holding.kind in FEEDS else None


def _part_label(frame: Frame, part: Bucket) -> str:
    if part.year is None:
        return frame.gettext("undated")
    if part.by_month and part.month:
        return format_month(part.year, part.month, frame.language)
    return frame.gettext("%(year)s, month unknown", year=part.year) if part.by_month else str(part.year)


def lead(frame: Frame, entries: Entries) -> str:
    """`81 records in 7 languages, 1992–2026`."""
    languages = language_count(entries)
    if not languages:
        return frame.records(len(entries))
    told = frame.ngettext("in one language", "in %(count)s languages", languages)
    years = [year for year, _ in by_year(entries) if year is not None]
    values = {"records": frame.records(len(entries)), "languages": told}
    if not years:
        return frame.gettext("%(records)s %(languages)s", **values)
    period = str(years[0]) if len(years) == 1 else f"{years[-1]}–{years[0]}"
    return frame.gettext("%(records)s %(languages)s, %(years)s", **values, years=period)


def groups(frame: Frame, entries: Entries, *, silences: bool = False) -> Iterator[Group]:
    """Records by year, the newest first; with `silences` the years between that have none are told."""
    later: int | None = None
    for year, found in by_year(entries):
        if year is None:
            yield Group(label=frame.gettext("No year"), entries=found, dated=False, anchor="undated")
            continue
        if silences and later is not None:
            yield from _silences(frame, year + 1, later - 1)
        later = year
        yield Group(label=str(year), entries=found, anchor=f"y{year}")


def _silences(frame: Frame, first: int, last: int) -> Iterator[Group]:
    """The years `first` to `last`, of which no record is held: those of the archive's coverage, then those before it."""
    span = span_of(frame.archive, frame.settings.coverage_from)
    since = span.since if span else first
    if max(first, since) <= last:
        yield Group(silence=frame.gettext("%(years)s: silence", years=_years(max(first, since), last)))
    if first < since and first <= last:
        yield Group(silence=frame.gettext("%(years)s: before the archive’s coverage", years=_years(first, min(last, since - 1))))


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
