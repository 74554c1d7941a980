"""The CLDR locale of a language, and names of states and languages in it."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from generator.doubts import N_
from generator.text.catalogue import has_catalogue, translator

_REGIONS = {"en": "en_GB"}
"""Where a language alone would give another order of day and month than its diplomacy writes."""
_OWN_CODES = {"XKX": "XK"}
"""User-assigned codes; CLDR has the territory under two letters only."""

_SHORT = {
    "COD": N_("DR Congo"),
    "COG": N_("Republic of the Congo"),
    "HKG": N_("Hong Kong"),
    "MAC": N_("Macao"),
    "MMR": N_("Myanmar"),
    "PSE": N_("Palestine"),
}
"""Names that read well where CLDR's main form is long or is a gloss (Babel leaves its short variants out)."""


@lru_cache(maxsize=128)
def locale_of(language: str) -> Locale:
    """The CLDR locale of a BCP 47 code; its primary language, else English, where there is none."""
    for code in (_REGIONS.get(language, language), language.split("-")[0], "en_GB"):
        try:
            return Locale.parse(code.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR has English")


@lru_cache(maxsize=1024)
def alpha2(country: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of an alpha-3 code; `None` for former states and what is no country."""
    aliases = get_global("territory_aliases").get(country, ())
    if country in _OWN_CODES:
        return _OWN_CODES[country]
    return aliases[0] if len(aliases) == 1 and _same_state(country, aliases[0]) else None


def _same_state(country: str, code: str) -> bool:
    """Whether the alias is today's code, not a successor's (DDR → DE): CLDR keeps numeric codes for today's alone."""
    return country not in {"DDR", "BUR", "ZAR", "TMP", "FXX", "NTZ", "YMD"}


@lru_cache(maxsize=8192)
def territory_name(country: str, language: str) -> str | None:
    """The name of a country by its alpha-3 code; `None` where CLDR has none in the language."""
    if country in _SHORT and has_catalogue(language):
        return translator(language).gettext(_SHORT[country])
    code = alpha2(country)
    return locale_of(language).territories.get(code) if code else None


@lru_cache(maxsize=1024)
def language_name(code: str, language: str) -> str:
    """The name of a language (BCP 47) in an interface language; the code itself where CLDR has none."""
    names = locale_of(language).languages
    name = names.get(code.replace("-", "_"))
    if name is None and "-" in code:
        name = Locale.parse(code, sep="-").get_display_name(locale_of(language)) if _known(code) else names.get(code.split("-")[0])
    return str(name or names.get(code.split("-")[0]) or code)


def autonym(code: str) -> str:
    """A language under its own name, its first letter a capital: `Français`."""
    name = language_name(code, code)
    return name[:1].upper() + name[1:]


def _known(code: str) -> bool:
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True
