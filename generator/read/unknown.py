"""Ids that a person stated and no table has, with the one that may be meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from generator.curated import Curated
from generator.errors import Doubt
from generator.model import Seed
from generator.text.territory import language_name, territory_name


def unknown_ids(seed: Seed, curated: Curated) -> Iterator[Doubt]:
    """An error for each stated id that the curated data does not have, at the line of its key; languages are CLDR's."""
    stated = seed.stated
    if stated.parties:
        yield from _unknown(seed, "parties", stated.parties, curated.countries.keys() | curated.organisations.keys())
    yield from _unknown(seed, "event", (stated.event,) if stated.event else (), curated.events)
    yield from _unknown(seed, "topics", stated.topics, curated.topics)
    yield from _unknown(seed, "people", stated.people, curated.people)
    yield from _unknown(seed, "organisations", stated.organisations, curated.organisations)
    yield from _unknown_language(seed)


def _unknown_language(seed: Seed) -> Iterator[Doubt]:
    """A warning for a well-formed language code under which CLDR knows no language."""
    code = seed.stated.language
    if code is not None and language_name(primary := code.split("-")[0], "en") == primary:
        line = seed.stated.lines.get("language", 1)
        yield Doubt(seed=seed.path, line=line, column=1, level="warning", code="D232", values={"value": code})


def _unknown(seed: Seed, key: str, values: tuple[str, ...], known: Collection[str]) -> Iterator[Doubt]:
    """The values of one key that are not known; a table without entries knows too little to judge."""
    for value in values if known else ():
        if value not in known:
            near = _near(value, known)
            code = "D230" if near else "D231"
            filled = {"key": key, "value": value, **({"write": near} if near else {})}
            yield Doubt(seed=seed.path, line=seed.stated.lines.get(key, 1), column=1, level="error", code=code, values=filled)


def _near(value: str, known: Collection[str]) -> str | None:
    """The id that may be meant: the state whose English name begins so or has these initials, else one spelled alike.

    Codes of three letters are all alike, so the nearest of them says nothing.
    """
    if value.isupper() and len(value) == 3:
        return next((code for code in sorted(known) if len(code) == 3 and _speaks_for(value, code)), None)
    return next(iter(get_close_matches(value, sorted(known), n=1)), None)


def _speaks_for(letters: str, code: str) -> bool:
    """Whether letters begin the English name of a country, or are the initials of its words."""
    words = (territory_name(code, "en") or "").upper().replace("-", " ").split()
    return bool(words) and (words[0].startswith(letters) or "".join(word[0] for word in words) == letters)
