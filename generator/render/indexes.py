"""The indexes of an interface language: countries, relations, topics, people, organisations, languages, sources, records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import Archive, Entries, Page
from generator.render.frame import Frame, file_way
from generator.render.holding import Holding, holding_page
from generator.render.html import html
from generator.render.linked import Listed
from generator.render.matrix import Grid, pair_grid
from generator.render.shell import index_page, list_path
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """An index with the pages under it: `keys` are those of its headings, `holding` is one of them in a language."""

    name: str
    keys: Callable[[Archive, Frame], Iterable[str]]
    holding: Callable[[Frame, str], Holding]
    index: Callable[[Frame, Section], Page]


def section_index(frame: Frame, section: Section) -> Page:
    """The index of a section, without anything drawn."""
    return _index(frame, section.name, _holdings(frame, section), letters=section.name not in _UNLETTERED)


def heading_page(frame: Frame, section: Section, key: str) -> Iterator[Page]:
    """The page of one heading; of a relation also the reversed address, which leads to it."""
    holding = section.holding(frame, key)
    yield holding_page(frame, holding)
    if holding.pair:
        one, other = holding.pair.lower().split("-")
        yield moved(frame, f"relations/{other}-{one}/", holding.tail, holding.title)


def _holdings(frame: Frame, section: Section) -> list[Holding]:
    return [section.holding(frame, key) for key in section.keys(frame.archive, frame)]


def _holding(
    frame: Frame, kind: str, section: str, key: str, title: str, entries: Entries, *, heading: Markup | None = None, remark: str = ""
) -> Holding:
    return Holding(
        tail=f"{section}/{key.lower()}/", kind=kind, section=section, title=title, entries=entries, heading=heading, remark=remark
    )


def _index(
    frame: Frame, section: str, holdings: Iterable[Holding], *, letters: bool, grid: Grid | None = None, drawn: TileMap | None = None
) -> Page:
    title = frame.word(section)
    holdings = tuple(holdings)
    held = items(frame, [holding for holding in holdings if holding.entries], letters=letters)
    named = items(frame, [holding for holding in holdings if not holding.entries], letters=False)
    here = f"{frame.language}/{section}/"
    values = {"items": held, "named": named, "letters": letters, "grid": grid, "map": drawn}
    body = fill("index.jinja", frame, here, heading=title, data=file_way(here, list_path(f"{section}/")), **values)
    return index_page(frame, f"{section}/", kind=section, section=section, title=title, body=body, listed=_listed(frame, (*held, *named)))


def _listed(frame: Frame, items: Sequence[Item]) -> Listed:
    """The headings of an index."""
    return Listed(items=[(Markup(item.name).striptags(), f"{frame.language}/{item.tail}") for item in items], count=len(items))


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
    return _holdings(frame, COUNTRIES)


def _country_keys(archive: Archive, frame: Frame) -> Iterable[str]:
    return (key for key in sorted({*archive.parties, *archive.mentions}) if frame.is_country(key))


def _organisation_keys(archive: Archive, frame: Frame) -> Iterable[str]:
    """Organisations as sides or named in the text."""
    return (key for key in sorted({*archive.organisations, *archive.parties, *archive.mentions}) if not frame.is_country(key))


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


def _country(frame: Frame, key: str) -> Holding:
    return _party(frame, "country", "countries", key, frame.archive.parties.get(key, ()))


def _countries_index(frame: Frame, section: Section) -> Page:
    counts = {code: len(frame.archive.parties[code]) for code in frame.archive.parties if frame.is_country(code)}
    drawn = tile_map(frame, counts, frame.gettext("Records by country"))
    return _index(frame, section.name, _holdings(frame, section), letters=True, drawn=drawn)


def _organisation(frame: Frame, key: str) -> Holding:
    archive = frame.archive
    both = {entry.id: entry for entry in (*archive.parties.get(key, ()), *archive.organisations.get(key, ()))}
    return _party(frame, "organisation", "organisations", key, tuple(sorted(both.values(), key=in_time)))


def _person(frame: Frame, key: str) -> Holding:
    """A person of the authority file, with the offices that it knows."""
    entries = frame.archive.people[key]
    known = frame.curated.people.get(key)
    person = next(each.value for each in entries[0].people if each.value.id == key)
    offices = known.offices[-1:] if known else ()
    told = [f"{frame.office(office.role)}, {frame.party_plain(office.state)}" for office in offices]
    name = frame.person(person, entries[0].language.value)
    return _holding(frame, "person", "people", key, str(name.striptags()), entries, heading=name, remark="; ".join(told))


def _relation(frame: Frame, pair: str) -> Holding:
    one, other = (frame.party(party) for party in frame.sides(pair))
    joint = html('{}<span class="bars"><span class="vh">{}</span></span>{}', one, frame.gettext(" and "), other)
    return Holding(
        tail=f"relations/{pair.lower()}/",
        kind="relation",
        section="relations",
        title=frame.pair_plain(pair),
        heading=joint,
        entries=frame.archive.pairs[pair],
        pair=pair,
    )


def busiest_pairs(pairs: Mapping[str, Entries], most: int) -> list[str]:
    """The relations with most dated records, by their number, then by id."""
    dated = {pair: sum(standing(entry).year is not None for entry in entries) for pair, entries in pairs.items()}
    return sorted(pairs, key=lambda pair: (-dated[pair], pair))[:most]


def _relations_index(frame: Frame, section: Section) -> Page:
    grid = pair_grid(frame, busiest_pairs(frame.archive.pairs, MOST_PAIRS))
    plain = [replace(each, heading=None) for each in _holdings(frame, section)]
    return _index(frame, section.name, plain, letters=False, grid=grid)


def moved(frame: Frame, tail: str, target: str, title: str) -> Page:
    """A page at another address of the same thing: it says where that is, and the theme leads there."""
    body = fill("moved.jinja", frame, f"{frame.language}/{tail}", heading=title, target=f"{frame.language}/{target}", told=FRAME["moved"])
    return index_page(
        frame, tail, kind="moved", title=title, body=body, more={"redirect": f"{frame.language}/{target}", "robots": "noindex"}
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _topic(frame: Frame, key: str) -> Holding:
    return _holding(frame, "topic", "topics", key, frame.topic(key), frame.archive.topics[key])


def _language(frame: Frame, key: str) -> Holding:
    return _holding(frame, "language", "languages", key, _capital(frame.tongue(key)), frame.archive.languages[key])


def _source(frame: Frame, key: str) -> Holding:
    name = frame.source(key)
    return _holding(frame, "source", "sources", key, str(name.striptags()), frame.archive.sources[key], heading=name)


def _everything(frame: Frame, _: str) -> Holding:
    return Holding(tail="records/", kind="records", section="records", title=frame.word("records"), entries=tuple(frame.archive.entries))


def _records_index(frame: Frame, section: Section) -> Page:
    """The list of all records is its own index."""
    return holding_page(frame, section.holding(frame, ""))


COUNTRIES = Section(name="countries", keys=_country_keys, holding=_country, index=_countries_index)
RECORDS = Section(name="records", keys=lambda archive, frame: (), holding=_everything, index=_records_index)
SECTIONS = (
    COUNTRIES,
    Section(name="relations", keys=lambda archive, frame: archive.pairs, holding=_relation, index=_relations_index),
    Section(name="organisations", keys=_organisation_keys, holding=_organisation, index=section_index),
    Section(name="topics", keys=lambda archive, frame: archive.topics, holding=_topic, index=section_index),
    Section(name="people", keys=lambda archive, frame: archive.people, holding=_person, index=section_index),
    Section(name="languages", keys=lambda archive, frame: archive.languages, holding=_language, index=section_index),
    Section(name="sources", keys=lambda archive, frame: archive.sources, holding=_source, index=section_index),
    RECORDS,
)
_UNLETTERED = frozenset({"relations", "topics", "languages", "sources"})
