"""The authority file: countries, organisations and people under the names that texts use for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from generator.curated.tree import Branch, Faults, read_branch, read_folder

Names = Mapping[str, tuple[str, ...]]
CountryStatus = Literal["member", "observer", "partial", "territory", "former"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state or territory; each table maps a language code to the forms used in it.

    CLDR's own names are not repeated here. `names` are strong (they stand by themselves), `weak`
    need company; `adjectives` and `inhabitants` in their dictionary form with the forms that no
    rule yields; `seats` are buildings and institutions that stand for the government; `short`
    abbreviations of headlines (中, 仏, 美); `parts` sub-national units that act abroad.
    `note` says what the code means where that is disputed, and takes no side.
    """

    id: str
    status: CountryStatus
    names: Names = field(default_factory=dict)
    weak: Names = field(default_factory=dict)
    adjectives: Names = field(default_factory=dict)
    inhabitants: Names = field(default_factory=dict)
    capital: Names = field(default_factory=dict)
    seats: Names = field(default_factory=dict)
    short: Names = field(default_factory=dict)
    parts: Names = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An intergovernmental body under its acronym; the first name of a language is the one shown."""

    id: str
    names: Names
    weak: Names = field(default_factory=dict)
    adjectives: Names = field(default_factory=dict)
    seats: Names = field(default_factory=dict)
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office held: `role` a key of the vocabulary, `state` a country or organisation id, EDTF days."""

    role: str
    state: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person in office; the first name of a language is the one shown, `weak` are surnames alone."""

    id: str
    names: Names
    weak: Names = field(default_factory=dict)
    offices: tuple[Office, ...] = ()


_COUNTRY_TABLES = ("names", "weak", "adjectives", "inhabitants", "capital", "seats", "short", "parts")


def read_countries(folder: Path, faults: Faults) -> Mapping[str, Country]:
    """Countries by ISO 3166-1 alpha-3 code (the file's name in capitals)."""
    return {country.id: country for country in read_folder(folder, faults, _country).values()}


def _country(stem: str, branch: Branch) -> Country:
    branch.allow("status", "note", *_COUNTRY_TABLES)
    status = branch.text("status", "member")
    if status not in get_args(CountryStatus):
        branch.fault(branch.get("status"), f"status must be one of {', '.join(get_args(CountryStatus))}")
    tables = {key: branch.by_language(key) for key in _COUNTRY_TABLES}
    return Country(id=stem.upper(), status=status, note=branch.text("note"), **tables)  # type: ignore[arg-type]


def read_organisations(path: Path, faults: Faults) -> Mapping[str, Organisation]:
    """Organisations by acronym, from one file."""
    return {key: _organisation(key, branch) for key, branch in read_branch(path, faults).branches()}


def _organisation(key: str, branch: Branch) -> Organisation:
    branch.allow("names", "weak", "adjectives", "seats", "members")
    return Organisation(
        id=key,
        names=branch.by_language("names"),
        weak=branch.by_language("weak"),
        adjectives=branch.by_language("adjectives"),
        seats=branch.by_language("seats"),
        members=branch.texts("members"),
    )


def read_people(folder: Path, faults: Faults) -> Mapping[str, Person]:
    """People by `family-given` slug (the file's name)."""
    return read_folder(folder, faults, _person)


def _person(stem: str, branch: Branch) -> Person:
    branch.allow("names", "weak", "offices")
    offices = tuple(_office(each) for each in branch.sequence("offices"))
    return Person(id=stem, names=branch.by_language("names"), weak=branch.by_language("weak"), offices=offices)


def _office(branch: Branch) -> Office:
    branch.allow("role", "state", "since", "until")
    role, state = branch.text("role"), branch.text("state")
    if role is None or state is None:
        branch.fault(branch.node, "an office needs a role and a state")
    return Office(role=role or "", state=state or "", since=branch.text("since"), until=branch.text("until"))
