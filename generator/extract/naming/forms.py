"""Every form under which a language knows a state, an organisation or a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, localedata
from babel.core import get_global

from generator.curated import Curated
from generator.curated.authority import Names
from generator.model import EntityKind, MentionKind

# Kosovo's alias in CLDR is XKK; the archive writes XKX.
_OWN_CODES = {"XKK": "XKX"}
# Withdrawn alpha-3 codes that CLDR still leads to a present state (ISO 3166-3).
_WITHDRAWN = frozenset({"ANT", "BUR", "DDR", "FXX", "NTZ", "ROM", "SCG", "SUN", "TMP", "VDR", "YMD", "YUG", "ZAR"})
_CLDR_ORGANISATIONS = {"EU": "EU", "UN": "UN"}
_SCRIPTS = ("Hans", "Hant", "Cyrl", "Latn", "Arab", "PT")
_TABLES: tuple[tuple[str, MentionKind], ...] = (
    ("names", "name"), ("weak", "name"), ("adjectives", "adjective"), ("inhabitants", "inhabitant"),
    ("capital", "capital"), ("seats", "seat"), ("short", "short"), ("parts", "part"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing an entity; a weak form needs company."""

    text: str
    entity: EntityKind
    kind: MentionKind
    id: str
    strong: bool = True


@lru_cache(maxsize=1)
def alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 to alpha-3, as CLDR aliases them."""
    aliases = get_global("territory_aliases")
    pairs = ((new[0], old) for old, new in aliases.items() if len(old) == 3 and old.isalpha() and old not in _WITHDRAWN and len(new) == 1)
    return {two: _OWN_CODES.get(three, three) for two, three in pairs if len(two) == 2}


def locales(code: str) -> tuple[Locale, ...]:
    """The CLDR locales of a language: its own and those of its other scripts."""
    base = code.split("-")[0]
    names = dict.fromkeys((code.replace("-", "_"), base, *(f"{base}_{script}" for script in _SCRIPTS)))
    return tuple(Locale.parse(name) for name in names if localedata.exists(name))


def forms_of(code: str, curated: Curated) -> Iterator[Form]:
    """All forms of a language; where it has none of its own for an entity, the English ones in Latin letters."""
    base = code.split("-")[0]
    latin = _is_latin(base)
    yield from _territories(code, curated)
    yield from _country_forms(base, curated, latin)
    yield from _grammar_forms(base, curated)
    yield from _organisation_forms(base, curated, latin)
    yield from _people_forms(base, curated)
    if base != "en" and (not latin or not locales(code)):
        yield from _territories("en", curated)
        yield from _country_forms("en", curated, False)


def _is_latin(base: str) -> bool:
    found = locales(base)
    return not found or str(found[0].territories.get("FR", "F"))[0].isascii()


def _territories(code: str, curated: Curated) -> Iterator[Form]:
    conjunctions = curated.language(code).grammar.words.get("and", ())
    for locale in locales(code):
        for two, name in locale.territories.items():
            if two in _CLDR_ORGANISATIONS:
                yield Form(name, "organisation", "name", two)
            elif two in alpha3():
                for variant in _variants(str(name), conjunctions):
                    yield Form(variant, "country", "name", alpha3()[two])


def _variants(name: str, conjunctions: tuple[str, ...]) -> Iterator[str]:
    """A CLDR name, without its parenthesis or tail, and with the word for "&"."""
    outside, _, inside = name.partition("(") if "(" in name else name.partition("（")
    head = outside.strip()
    yield head
    inside = inside.rstrip(")） ")
    if inside and " " not in inside and len(inside) > 3:
        yield inside
    for conjunction in conjunctions if "&" in head else ():
        yield head.replace("&", conjunction)
    for dash in (" - ", " – "):
        if dash in head:
            yield head.split(dash)[0]


def _country_forms(base: str, curated: Curated, latin: bool) -> Iterator[Form]:
    for country in curated.countries.values():
        for table, kind in _TABLES:
            by_language: Names = getattr(country, table)
            fallback = by_language.get("en", ()) if latin and kind in ("capital", "part") else ()
            for text in by_language.get(base, fallback):
                yield Form(text, "country", kind, country.id, table != "weak")


def _grammar_forms(base: str, curated: Curated) -> Iterator[Form]:
    tables = curated.language(base).grammar.forms
    for table, kind in _TABLES:
        for identifier, texts in tables.get(table, {}).items():
            for text in texts:
                yield Form(text, "country", kind, identifier, table != "weak")


def _organisation_forms(base: str, curated: Curated, latin: bool) -> Iterator[Form]:
    for body in curated.organisations.values():
        tables: tuple[tuple[Names, MentionKind, bool], ...] = (
            (body.names, "name", True), (body.weak, "name", False), (body.adjectives, "adjective", True), (body.seats, "seat", True),
        )  # fmt: skip
        for names, kind, strong in tables:
            fallback = names.get("en", ()) if latin or kind == "name" else ()
            for text in names.get(base, fallback):
                yield Form(text, "organisation", kind, body.id, strong)


def _people_forms(base: str, curated: Curated) -> Iterator[Form]:
    for person in curated.people.values():
        for names, strong in ((person.names, True), (person.weak, False)):
            for text in names.get(base, names.get("en", ())):
                yield Form(text, "person", "name", person.id, strong)
