"""Tables of shares: what the records of a heading are about, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Entries, Entry
from generator.render.frame import Frame
from generator.text.slug import source_key

TOP = 8
"""How many rows a table of shares has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A row of a table of shares; `share` in per cent of the longest."""

    name: Markup | str
    count: int
    share: int
    tail: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """A table of shares under its title; `head` names the first column."""

    title: str
    head: str
    rows: tuple[Share, ...]


def sides(frame: Frame, entries: Entries, left_out: str, party: str | None) -> Iterator[Shares]:
    """What the records are about: kinds of event, parties, topics, people, languages, sources; a table each.

    `left_out` names the table that the page's own heading makes idle; of a `party` all partners are shown,
    since they are the numbers of its map.
    """
    _ = frame.gettext
    yield from shares(_("Kinds of event"), _("Event"), entries, lambda entry: _events(frame, entry))
    if left_out != "partners":
        title = _("Partners") if party else _("Parties")
        yield from shares(title, title, entries, lambda entry: _partners(frame, entry, party), most=None if party else TOP)
    if left_out != "topics":
        yield from shares(_("Topics"), _("Topic"), entries, lambda entry: _topics(frame, entry))
    if left_out != "people":
        yield from shares(_("People"), _("Person"), entries, lambda entry: _people(frame, entry))
    if left_out != "languages":
        yield from shares(_("Languages"), _("Language"), entries, lambda entry: _language(frame, entry))
    if left_out != "sources":
        yield from shares(_("Sources"), _("Source"), entries, lambda entry: _source(frame, entry))


def partners(frame: Frame, party: str) -> dict[str, Entries]:
    """The records of a party with each other side, by that side's id."""
    made: dict[str, Entries] = {}
    for pair in frame.archive.pairs:
        one, _, other = pair.partition("-")
        if party in (one, other):
            made[other if party == one else one] = frame.archive.pairs[pair]
    return made


_Keyed = tuple[Markup | str, str, str]
"""What a record counts for: the name shown, the tail that it links to, the sign before it."""


def shares(
    title: str, head: str, entries: Iterable[Entry], keys: Callable[[Entry], Iterable[_Keyed]], *, most: int | None = TOP
) -> Iterator[Shares]:
    """A table of the most frequent, or of all; nothing where there is none."""
    counts = Counter(key for entry in entries for key in dict.fromkeys(keys(entry)))
    top = sorted(counts.items(), key=lambda item: (-item[1], str(item[0][0])))[:most]
    if top:
        longest = top[0][1]
        items = (Share(name=key[0], tail=key[1], sign=key[2], count=count, share=round(100 * count / longest)) for key, count in top)
        yield Shares(title=title, head=head, rows=tuple(items))


def _events(frame: Frame, entry: Entry) -> Iterator[_Keyed]:
    if entry.event:
        yield frame.event(entry.event.value), "", frame.sign(entry.event.value)


def _partners(frame: Frame, entry: Entry, party: str | None) -> Iterator[_Keyed]:
    """The other sides; on a party's own page those of the records that it is a side of."""
    ids = [each.value for each in entry.parties]
    for other in (each for each in ids if each != party and (party is None or party in ids)):
        pair = "-".join(sorted((party, other))) if party else ""
        tail = f"relations/{pair.lower()}/" if pair in frame.archive.pairs else party_tail(frame, other)
        yield frame.party(other), tail, ""


def party_tail(frame: Frame, party: str) -> str:
    """The tail of a country's or organisation's page."""
    return f"{'countries' if frame.is_country(party) else 'organisations'}/{party.lower()}/"


def _topics(frame: Frame, entry: Entry) -> Iterator[_Keyed]:
    for topic in entry.topics:
        yield frame.topic(topic.value), f"topics/{topic.value}/", ""


def _people(frame: Frame, entry: Entry) -> Iterator[_Keyed]:
    for person in entry.people:
        if person.value.id:
            yield frame.person(person.value, entry.language.value), f"people/{person.value.id}/", ""


def _language(frame: Frame, entry: Entry) -> Iterator[_Keyed]:
    code = entry.language.value
    yield frame.tongue(code), f"languages/{code.lower()}/", ""


def _source(frame: Frame, entry: Entry) -> Iterator[_Keyed]:
    key = source_key(entry.source.value.name) if entry.source else ""
    if key:
        yield frame.source(key), f"sources/{key}/", ""
