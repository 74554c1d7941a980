"""The indexes of an interface language: countries, relations, topics, people, organisations, languages, sources, records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Entries, Page
from generator.render.frame import Frame
from generator.render.holding import Holding, holding_pages
from generator.render.matrix import Grid, pair_grid
from generator.render.shell import index_page
from generator.render.template import fill
from generator.render.tilemap import TileMap, tile_map
from generator.render.words import FRAME
from generator.text.locale import number, sort_key
from generator.text.standing import in_time, standing

MOST_PAIRS = 12
"""How many relations the table on their index shows: those with most records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of an index: `letter` where a new one begins."""

    name: Markup | str
    tail: str
    count: str
    letter: str = ""
    note: str = ""


def index_pages(frame: Frame) -> Iterator[Page]:
    """Every index with the pages under it, but for dates."""
    yield from _countries(frame)
    yield from _relations(frame)
    yield from _organisations(frame)
    archive = frame.archive
    topics = [_holding(frame, "topic", "topics", key, frame.topic(key), found) for key, found in archive.topics.items()]
    yield from _section(frame, "topics", topics)
    people = [_person(frame, key, found) for key, found in archive.people.items()]
    yield from _section(frame, "people", people, letters=True)
    languages = [
        _holding(frame, "language", "languages", key, _capital(frame.tongue(key)), found) for key, found in archive.languages.items()
    ]
    yield from _section(frame, "languages", languages)
    sources = [
        _holding(frame, "source", "sources", key, str(frame.source(key).striptags()), found, heading=frame.source(key))
        for key, found in archive.sources.items()
    ]
    yield from _section(frame, "sources", sources)
    everything = Holding(tail="records/", kind="records", section="records", title=frame.word("records"), entries=archive.entries)
    yield from holding_pages(frame, everything)


def _holding(
    frame: Frame, kind: str, section: str, key: str, title: str, entries: Entries, *, heading: Markup | None = None, remark: str = ""
) -> Holding:
    return Holding(
        tail=f"{section}/{key.lower()}/", kind=kind, section=section, title=title, entries=entries, heading=heading, remark=remark
    )


def _section(
    frame: Frame, section: str, holdings: Sequence[Holding], *, letters: bool = False, drawn: TileMap | None = None
) -> Iterator[Page]:
    """An index and the pages under it."""
    yield _index(frame, section, holdings, letters=letters, drawn=drawn)
    for holding in holdings:
        yield from holding_pages(frame, holding)


def _index(
    frame: Frame, section: str, holdings: Iterable[Holding], *, letters: bool, grid: Grid | None = None, drawn: TileMap | None = None
) -> Page:
    title = frame.word(section)
    holdings = tuple(holdings)
    held = items(frame, [holding for holding in holdings if holding.entries], letters=letters)
    named = items(frame, [holding for holding in holdings if not holding.entries], letters=False)
    values = {"items": held, "named": named, "letters": letters, "grid": grid, "map": drawn}
    body = fill("index.jinja", frame, f"{frame.language}/{section}/", heading=title, **values)
    return index_page(frame, f"{section}/", kind=section, section=section, title=title, body=body)


def items(frame: Frame, holdings: Iterable[Holding], *, letters: bool) -> tuple[Item, ...]:
    """Lines in the language's order, a letter where a new one begins."""
    key = sort_key(frame.language)
    made: list[Item] = []
    last = ""
    for holding in sorted(holdings, key=lambda holding: key(holding.title)):
        letter = key(holding.title)[0][:1].upper() if letters else ""
        count = number(len(holding.entries) or len(holding.mentioned), frame.language)
        name = holding.heading or holding.title
        made.append(Item(name=name, tail=holding.tail, count=count, letter=letter if letter != last else ""))
        last = letter
    return tuple(made)


def country_holdings(frame: Frame) -> list[Holding]:
    """Every country that is a side or is mentioned."""
    archive = frame.archive
    found = (key for key in sorted({*archive.parties, *archive.mentions}) if frame.is_country(key))
    return [_party(frame, "country", "countries", key, archive.parties.get(key, ())) for key in found]


def _party(frame: Frame, kind: str, section: str, key: str, entries: Entries) -> Holding:
    told = frame.party(key)
    mentioned = frame.archive.mentions.get(key, ())
    held = {entry.id for entry in entries}
    return Holding(
        tail=f"{section}/{key.lower()}/",
        kind=kind,
        section=section,
        title=frame.party_plain(key),
        heading=told if told.startswith("<") else None,
        entries=entries,
        party=key,
        mentioned=tuple(entry for entry in mentioned if entry.id not in held),
        remark=key,
    )


def _countries(frame: Frame) -> Iterator[Page]:
    counts = {code: len(entries) for code, entries in frame.archive.parties.items() if frame.is_country(code)}
    drawn = tile_map(frame, counts, frame.gettext("Records by country"))
    yield from _section(frame, "countries", country_holdings(frame), letters=True, drawn=drawn)


def _organisations(frame: Frame) -> Iterator[Page]:
    """Organisations as sides or named in the text: one list of records each."""
    archive = frame.archive
    keys = {*archive.organisations, *archive.parties, *archive.mentions}
    holdings = []
    for key in sorted(key for key in keys if not frame.is_country(key)):
        both = {entry.id: entry for entry in (*archive.parties.get(key, ()), *archive.organisations.get(key, ()))}
        holdings.append(_party(frame, "organisation", "organisations", key, tuple(sorted(both.values(), key=in_time))))
    yield from _section(frame, "organisations", holdings, letters=True)


def _person(frame: Frame, key: str, entries: Entries) -> Holding:
    """A person of the authority file, with the offices that it knows."""
    known = frame.curated.people.get(key)
    person = next(each.value for each in entries[0].people if each.value.id == key)
    offices = known.offices[-1:] if known else ()
    told = [f"{frame.office(office.role)}, {frame.party_plain(office.state)}" for office in offices]
    name = frame.person(person, entries[0].language.value)
    return _holding(frame, "person", "people", key, str(name.striptags()), entries, heading=name, remark="; ".join(told))


def pair_holdings(frame: Frame) -> list[Holding]:
    """Every relation."""
    made = []
    for pair, entries in frame.archive.pairs.items():
        one, other = (frame.party(party) for party in frame.sides(pair))
        joint = Markup('{}<span class="bars"><span class="vh">{}</span></span>{}').format(one, frame.gettext(" and "), other)
        made.append(
            Holding(
                tail=f"relations/{pair.lower()}/",
                kind="relation",
                section="relations",
                title=frame.pair_plain(pair),
                heading=joint,
                entries=entries,
                pair=pair,
            )
        )
    return made


def busiest_pairs(pairs: Mapping[str, Entries], most: int) -> list[str]:
    """The relations with most dated records, by their number, then by id."""
    dated = {pair: sum(standing(entry).year is not None for entry in entries) for pair, entries in pairs.items()}
    return sorted(pairs, key=lambda pair: (-dated[pair], pair))[:most]


def _relations(frame: Frame) -> Iterator[Page]:
    """The index of relations, a page each, and the reversed address of each, which leads to it."""
    holdings = pair_holdings(frame)
    grid = pair_grid(frame, busiest_pairs(frame.archive.pairs, MOST_PAIRS))
    plain = [Holding(tail=each.tail, kind=each.kind, section=each.section, title=each.title, entries=each.entries) for each in holdings]
    yield _index(frame, "relations", plain, letters=False, grid=grid)
    for holding in holdings:
        yield from holding_pages(frame, holding)
        one, other = (holding.pair or "").lower().split("-")
        yield moved(frame, f"relations/{other}-{one}/", holding.tail, holding.title)


def moved(frame: Frame, tail: str, target: str, title: str) -> Page:
    """A page at another address of the same thing: it says where that is, and the theme leads there."""
    body = fill("moved.jinja", frame, f"{frame.language}/{tail}", heading=title, target=f"{frame.language}/{target}", told=FRAME["moved"])
    return index_page(
        frame, tail, kind="moved", title=title, body=body, more={"redirect": f"{frame.language}/{target}", "robots": "noindex"}
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
