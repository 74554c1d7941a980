"""The names behind the ids: every country, organisation, person, topic and kind of event that the archive's records have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.curated.wikidata import ADDRESS
from generator.export.outlet import Outlet, json_bytes
from generator.text.territory import territory_name

Json = dict[str, Any]


def authority_json(outlet: Outlet) -> bytes:
    """Ids with their names by language: those of the interface, of the records, and whatever the curated data knows."""
    archive, curated = outlet.archive, outlet.curated
    languages = sorted({*outlet.settings.languages, *archive.languages})
    parties = sorted({*archive.parties, *archive.mentions, *archive.organisations})
    events = sorted({entry.event.value for entry in archive.entries if entry.event})
    value = {
        "countries": {key: _country(key, outlet, languages) for key in parties if key not in curated.organisations},
        "organisations": {key: _organisation(key, outlet) for key in parties if key in curated.organisations},
        "people": {key: _person(key, outlet) for key in archive.people},
        "topics": {key: {"names": _named(f"t:{key}", outlet)} for key in archive.topics},
        "events": {key: {"cameo": _cameo(key, outlet), "names": _named(f"e:{key}", outlet)} for key in events},
    }
    return json_bytes(value, indent=1)


def _country(key: str, outlet: Outlet, languages: Iterable[str]) -> Json:
    known = outlet.curated.countries.get(key)
    names = {code: [name] for code in languages if (name := territory_name(key, code))}
    for code, more in sorted((known.names if known else {}).items()):
        names[code] = list(dict.fromkeys([*names.get(code, []), *more]))
    return {
        "names": dict(sorted(names.items())),
        "status": known.status if known else None,
        "note": known.note if known else None,
        **_same(key, outlet),
    }


def _organisation(key: str, outlet: Outlet) -> Json:
    known = outlet.curated.organisations[key]
    return {"names": _listed(known.names), "members": list(known.members), **_same(key, outlet)}


def _same(key: str, outlet: Outlet) -> Json:
    """The same thing in Wikidata, where that is certain."""
    item = outlet.curated.wikidata.get(key)
    return {"same_as": f"{ADDRESS}{item}"} if item else {}


def _person(key: str, outlet: Outlet) -> Json:
    known = outlet.curated.people.get(key)
    offices = known.offices if known else ()
    held = [{"role": each.role, "state": each.state, "since": each.since, "until": each.until} for each in offices]
    return {"names": _listed(known.names if known else {}), "offices": held}


def _listed(names: Mapping[str, tuple[str, ...]]) -> Json:
    return {code: list(names[code]) for code in sorted(names)}


def _named(key: str, outlet: Outlet) -> Json:
    return {code: [outlet.name(key, code)] for code in sorted(outlet.settings.languages)}


def _cameo(key: str, outlet: Outlet) -> str | None:
    kind = outlet.curated.events.get(key)
    return kind.cameo if kind else None
