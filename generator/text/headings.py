"""The headings that records are listed under, by section and key: what pages, feeds and downloads have in common.

The archive may be watched: only the keys that are named here are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from generator.model import Archive, Entries, Entry
from generator.text.locale import Authority
from generator.text.standing import in_time
from generator.text.territory import alpha2

SECTIONS: Mapping[str, str] = {
    "countries": "parties",
    "relations": "pairs",
    "dates": "years",
    "topics": "topics",
    "people": "people",
    "organisations": "organisations",
    "languages": "languages",
    "sources": "sources",
}
"""Section of the site → field of the archive that its headings are taken from."""
UNDETERMINED = "und"
"""The code of a language that nobody could tell; it is a heading like others, but counts as no language."""


def is_country(party: str, authority: Authority) -> bool:
    """Whether an id is a country's: in the tables, or no organisation's and known to CLDR."""
    return party in authority.countries or (party not in authority.organisations and alpha2(party) is not None)


def heading_keys(archive: Archive, section: str, authority: Authority) -> list[str]:
    """The keys of the headings of a section that have records, in their order; of dates the years, then `undated`."""
    if section == "dates":
        return [*map(str, archive.years), *(["undated"] if archive.undated else [])]
    if section == "organisations":
        return sorted(key for key in {*archive.organisations, *archive.parties} if not is_country(key, authority))
    keys = list(getattr(archive, SECTIONS[section]))
    return [key for key in keys if is_country(key, authority)] if section == "countries" else keys


def entries_under(archive: Archive, section: str, key: str) -> Entries:
    """The records under a heading, in the order of time; organisations count as sides and as named in the text."""
    if section == "dates":
        months = archive.undated if key == "undated" else archive.years[int(key)]
        return tuple(chain.from_iterable(months.values()))
    if section == "organisations":
        return _joined(chain(archive.parties.get(key, ()), archive.organisations.get(key, ())))
    found: Entries = getattr(archive, SECTIONS[section])[key]
    return found


def _joined(entries: Iterable[Entry]) -> Entries:
    return tuple(sorted({entry.id: entry for entry in entries}.values(), key=in_time))


def language_count(entries: Entries) -> int:
    """How many languages records are written in; the undetermined is none."""
    return len({entry.language.value for entry in entries} - {UNDETERMINED})
