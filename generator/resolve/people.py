"""The people of a text: known ones by id with the office they held at the time, others as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.curated.authority import Office, Person
from generator.model import Draft, Evidence, Found, Mention, PersonInText

_SURE, _SURNAME = 0.95, 0.8


def people_of(
    draft: Draft, people: Mapping[str, Person], sides: frozenset[str], day: str | None, text: str
) -> tuple[Found[PersonInText], ...]:
    """Everybody named, in the order of the text; a surname alone counts in company or beside an office."""
    groups: dict[str, list[Mention]] = {}
    for each in draft.mentions:
        if each.entity == "person":
            groups.setdefault(_who(each, people, sides), []).append(each)
    return tuple(_found(key, group, people, day, text) for key, group in groups.items() if _counts(key, group, people, sides))


def _who(mention: Mention, people: Mapping[str, Person], sides: frozenset[str]) -> str:
    """The id that a name means: of namesakes the one who speaks for a side; an unknown person's own name."""
    if not mention.candidates:
        return mention.surface
    return next((each for each in mention.candidates if _states(people[each]) & sides), mention.candidates[0])


def _states(person: Person) -> frozenset[str]:
    return frozenset(office.state for office in person.offices)


def _counts(key: str, group: Sequence[Mention], people: Mapping[str, Person], sides: frozenset[str]) -> bool:
    if any(each.strong or "official" in each.cues for each in group):
        return True
    return key in people and bool(_states(people[key]) & sides)


def _found(key: str, group: Sequence[Mention], people: Mapping[str, Person], day: str | None, text: str) -> Found[PersonInText]:
    name = max((each.surface for each in group), key=len)
    evidence = tuple(Evidence(start=each.span[0], end=each.span[1], quote=text[each.span[0] : each.span[1]]) for each in group[:3])
    strong = any(each.strong for each in group)
    person = people.get(key)
    office = office_at(person, day) if person else None
    value = PersonInText(
        id=key if person else None, name=name, role=office.role if office else None, state=office.state if office else None
    )
    rule = "people" if person else "office before name"
    confidence = _SURE if strong and person else _SURNAME
    return Found(value=value, basis="inferred", rule=rule, confidence=confidence, evidence=evidence)


def office_at(person: Person, day: str | None) -> Office | None:
    """The office held on a day (EDTF); without a day the present or the last one."""
    if day and day[:4].isdigit():
        held = [office for office in person.offices if _holds(office, day)]
        return held[0] if held else None
    return max(person.offices, key=_latest, default=None)


def _holds(office: Office, day: str) -> bool:
    """Whether an office was held; days compare over their common precision."""
    size = len(day.split("X")[0].rstrip("-~?"))
    since, until = (office.since or "")[:size], (office.until or "")[:size]
    return (not since or since <= day[:size]) and (not until or day[:size] <= until)


def _latest(office: Office) -> tuple[bool, str, str]:
    return office.until is None, office.until or "", office.since or ""


def stated_people(ids: Sequence[str], people: Mapping[str, Person], day: str | None, language: str) -> Iterator[Found[PersonInText]]:
    """People that the contributor states, under their name in the record's language."""
    for each in ids:
        person = people[each]
        names = person.names.get(language.split("-")[0]) or person.names.get("en") or (each,)
        office = office_at(person, day)
        value = PersonInText(id=each, name=names[0], role=office.role if office else None, state=office.state if office else None)
        yield Found(value=value, basis="stated", rule="front-matter", confidence=1.0)
