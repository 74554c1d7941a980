"""Records under every heading they are read by, in the order of time; addresses that two of them claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import TypeVar

from generator.archive.beside import around, neighbours
from generator.archive.events import same_events
from generator.archive.promises import settle
from generator.archive.recall import Recall, forgetful
from generator.archive.related import related
from generator.errors import Doubt
from generator.model import Archive, Entries, Entry, Promises, Settings
from generator.text.slug import slug, source_key
from generator.text.standing import in_time, standing

K = TypeVar("K")


def assemble(entries: Iterable[Entry], settings: Settings, promises: Promises | None = None, *, recall: Recall = forgetful) -> Archive:
    """Group records by party, pair, date, topic, person, organisation, language and source.

    Of records that claim one address the one that the ledger in `promises` names stays, else none; withdrawn ones
    are left out; each with an error. `settings` is part of the signature of every room that knows the whole archive;
    `recall` gives what an earlier build compared already.
    """
    promised = promises or Promises()
    settled, unsettled = settle(sorted(entries, key=lambda entry: entry.id), promised)
    kept = tuple(sorted(settled, key=in_time))
    parties = _grouped(kept, lambda entry: (party.value for party in entry.parties))
    pairs = _grouped(kept, pairs_of)
    people = _grouped(kept, lambda entry: (person.value.id for person in entry.people if person.value.id))
    sources = _grouped(kept, lambda entry: (source_key(entry.source.value.name),) if entry.source else ())
    same = same_events(kept, pairs, recall)
    return Archive(
        entries=kept,
        parties=parties,
        mentions=_grouped(kept, _only_mentioned),
        pairs=pairs,
        years=_by_year(kept),
        undated=_by_month(entry for entry in kept if standing(entry).year is None),
        topics=_grouped(kept, lambda entry: (topic.value for topic in entry.topics)),
        people=people,
        organisations=_grouped(kept, lambda entry: (organisation.value for organisation in entry.organisations)),
        languages=_grouped(kept, lambda entry: (entry.language.value,)),
        sources=sources,
        same_event=same,
        related=related(kept, {"pairs": pairs, "people": people}, same, recall),
        around=around(kept, pairs, recall),
        neighbours=neighbours(pairs),
        source_names={key: (found[0].source.value.name, found[0].language.value) for key, found in sources.items() if found[0].source},
        doubts=unsettled + tuple(_alias_clashes(kept)) + promised.doubts,
    )


def pairs_of(entry: Entry) -> tuple[str, ...]:
    """The relations that a record belongs to, `FRA-KAZ`: every two of its parties, in alphabetical order."""
    parties = sorted({party.value for party in entry.parties})
    return tuple(f"{one}-{other}" for one, other in combinations(parties, 2))


def _only_mentioned(entry: Entry) -> tuple[str, ...]:
    parties = {party.value for party in entry.parties}
    return tuple(mention.value for mention in entry.mentions if mention.value not in parties)


def _grouped(entries: Iterable[Entry], keys: Callable[[Entry], Iterable[str]]) -> Mapping[str, Entries]:
    """Records by key, each once a key; keys in alphabetical order."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            if key:
                groups[key].append(entry)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def _by_year(entries: Iterable[Entry]) -> Mapping[int, Mapping[int | None, Entries]]:
    years: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        year = standing(entry).year
        if year is not None:
            years[year].append(entry)
    return {year: _by_month(years[year]) for year in sorted(years)}


def _by_month(entries: Iterable[Entry]) -> Mapping[int | None, Entries]:
    """Records by month, in the order of the calendar, those of an unknown month last."""
    months: defaultdict[int | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        months[standing(entry).month].append(entry)
    return {month: tuple(months[month]) for month in sorted(months, key=lambda month: month or 13)}


def _alias_clashes(entries: Iterable[Entry]) -> Iterable[Doubt]:
    """Former names that another record answers to today."""
    holders = {entry.slug: entry for entry in entries}
    for entry in holders.values():
        for alias in entry.aliases:
            holder = holders.get(slug(alias))
            if holder is not None and holder is not entry:
                values = {"alias": alias, "other": holder.path}
                yield Doubt(seed=entry.path, line=1, column=1, level="warning", code="D501", values=values)
