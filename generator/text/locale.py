"""Everything that reads differently in each interface language: names, dates, numbers, lists, order.

The one door to CLDR (through Babel) and to our catalogues; digits are 0–9 in every interface language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name, get_currency_symbol

from generator.text.bidi import language_direction
from generator.text.catalogue import has_catalogue, translator
from generator.text.dates import format_date, format_month, month_name
from generator.text.fold import fold
from generator.text.territory import autonym, language_name, locale_of, territory_name

__all__ = [
    "Authority",
    "amount",
    "autonym",
    "country_name",
    "format_date",
    "format_month",
    "has_catalogue",
    "join_list",
    "language_name",
    "locale_of",
    "month_name",
    "number",
    "organisation_name",
    "person_name",
    "sort_key",
    "translator",
]

_COMPACT_FROM = 1_000_000
_ARTICLES = {"ar": "ال"}
"""Articles written as one word with the name; indexes of the language pass over them."""


class Named(Protocol):
    """An authority that goes by names; each language's first name is the one shown."""

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names by language code."""


class Authority(Protocol):
    """What is asked of the curated tables here (they stand above this module, hence a protocol)."""

    @property
    def countries(self) -> Mapping[str, Named]:
        """Countries by alpha-3 code."""

    @property
    def organisations(self) -> Mapping[str, Named]:
        """Organisations by acronym."""

    @property
    def people(self) -> Mapping[str, Named]:
        """People by slug."""


def country_name(country: str, language: str, authority: Authority | None = None) -> tuple[str, str]:
    """The name of a country and the language that the name is in: CLDR's, else the curated one, else its code."""
    name = territory_name(country, language)
    if name is not None:
        return name, language
    return _shown(authority.countries.get(country) if authority else None, country, language)


def organisation_name(organisation: str, language: str, authority: Authority | None = None) -> tuple[str, str]:
    """The name of an organisation and the language that the name is in; its acronym where it has none."""
    return _shown(authority.organisations.get(organisation) if authority else None, organisation, language)


def person_name(person: str, language: str, authority: Authority | None = None, written: str | None = None) -> tuple[str, str]:
    """The name of a person and the language that the name is in; `written` is how a text has it."""
    return _shown(authority.people.get(person) if authority else None, written or person, language)


def _shown(named: Named | None, fallback: str, language: str) -> tuple[str, str]:
    """The first name in the language, in English, in any; else the fallback, in no known language (`und`)."""
    names = named.names if named else {}
    for code in (language, language.split("-")[0], "en", *sorted(names)):
        if names.get(code):
            return names[code][0], code
    return fallback, "und"


def join_list(items: Sequence[str], language: str) -> str:
    """`A, B and C` as the language joins them."""
    return format_list(list(items), "standard", locale_of(language)) if items else ""


@lru_cache(maxsize=65536)
def number(value: float, language: str) -> str:
    """A number with the language's grouping and decimal sign."""
    return str(format_decimal(value, locale=locale_of(language)))


def amount(value: float, unit: str, language: str) -> str:
    """A figure as read: `18.7 billion US$`, `12.5 %`; units are ISO 4217 codes, `%` or a noun as written."""
    locale = locale_of(language)
    if abs(value) >= _COMPACT_FROM:
        shown = format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=2)
    else:
        shown = number(value, language)
    sign = _currency(unit, language) if len(unit) == 3 and unit in locale.currencies else unit
    return f"{shown}\u00a0{sign}" if sign else str(shown)


def _currency(code: str, language: str) -> str:
    """The sign of a currency; its name where the language runs right to left, which a Latin sign would turn round."""
    locale = locale_of(language)
    return str(get_currency_name(code, locale=locale) if language_direction(language) == "rtl" else get_currency_symbol(code, locale))


@lru_cache(maxsize=32)
def sort_key(language: str) -> Callable[[str], tuple[str, str]]:
    """The order of names in an index: folded, without a joined article; ties by the name itself."""
    article = _ARTICLES.get(language.split("-")[0], "")

    def key(name: str) -> tuple[str, str]:
        bare = name.removeprefix(article) if len(name) > len(article) + 2 else name
        return fold(bare), name

    return key
