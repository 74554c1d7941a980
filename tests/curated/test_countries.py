"""The country authority: complete, unambiguous, no copy of CLDR, and written in one form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import babel
import pytest
from babel import localedata
from babel.core import get_global

from generator.curated import DATA
from generator.curated.authority import Country, read_countries
from generator.curated.tree import Faults
from generator.text.fold import fold
from tests.curated.country_file import TABLES, emit, without_comments

FOLDER = DATA / "countries"
MEMBERS = frozenset(
    """
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF CAN
    CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM
    GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ
    KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ
    MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN
    SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA
    UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
    """.split()  # noqa: SIM905 - a list of 193 quoted codes, one a line, would hide a missing one
)
OBSERVERS = frozenset({"PSE", "VAT"})
FORMER = frozenset({"CSK", "DDR", "SCG", "SUN", "YUG"})
# No word for a capital beside the state's own name, or its status is in dispute (ISR).
WITHOUT_CAPITAL = {
    "ar": {"DJI", "ISR", "LUX", "MCO", "SGP", "SMR", "STP", "TUN"},
    "en": {"DJI", "ISR", "MCO", "SGP", "SMR", "STP"},
    "fr": {"DJI", "ISR", "MCO", "SGP", "SMR", "STP"},
}
# Strong in one language although two states share the form: none so far.
KNOWN_TWINS: frozenset[tuple[str, str]] = frozenset()


@pytest.fixture(scope="module")
def countries() -> Mapping[str, Country]:
    faults = Faults(DATA)
    read = read_countries(FOLDER, faults)
    faults.stop()
    return read


@lru_cache
def alpha2(code: str) -> str | None:
    """CLDR's two-letter key of an alpha-3 code; None for former states."""
    if code in FORMER:
        return None
    aliases = get_global("territory_aliases")
    return "XK" if code == "XKX" else next(iter(aliases[code]))


@lru_cache
def cldr(language: str) -> Mapping[str, str]:
    """CLDR's territory names in a language."""
    return babel.Locale.parse(language).territories


def cldr_name(country: Country, language: str) -> str | None:
    key = alpha2(country.id)
    return cldr(language).get(key) if key else None


def languages(countries: Mapping[str, Country]) -> list[str]:
    return sorted({language for country in countries.values() for table in TABLES for language in getattr(country, table)})


def strong(country: Country, language: str) -> set[str]:
    """Folded names that stand by themselves: curated and CLDR's, less the weak ones."""
    names = {fold(name) for name in (cldr_name(country, language), *country.names.get(language, ())) if name}
    return names - {fold(name) for name in country.weak.get(language, ())}


def test_members_and_observers_are_all_there(countries: Mapping[str, Country]) -> None:
    assert len(MEMBERS) == 193
    by_status = defaultdict(set)
    for country in countries.values():
        by_status[country.status].add(country.id)
    assert by_status["member"] == MEMBERS
    assert by_status["observer"] == OBSERVERS
    assert by_status["former"] == FORMER


def test_what_is_no_member_says_what_the_code_means(countries: Mapping[str, Country]) -> None:
    assert [c.id for c in countries.values() if c.status != "member" and not c.note] == []


def test_languages_are_known_to_cldr(countries: Mapping[str, Country]) -> None:
    assert [code for code in languages(countries) if len(code) != 2 or not localedata.exists(code)] == []


def test_no_form_repeats_cldr(countries: Mapping[str, Country]) -> None:
    repeated = [
        (country.id, language, name)
        for country in countries.values()
        for language, names in country.names.items()
        for name in names
        if fold(name) == fold(cldr_name(country, language) or "")
    ]
    assert repeated == []


def test_no_form_stands_twice_in_a_list(countries: Mapping[str, Country]) -> None:
    doubled = [
        (country.id, table, language)
        for country in countries.values()
        for table in TABLES
        for language, forms in getattr(country, table).items()
        if len({fold(form) for form in forms}) < len(forms)
    ]
    assert doubled == []


def test_a_weak_form_is_not_strong_too(countries: Mapping[str, Country]) -> None:
    both = [
        (country.id, table, language, form)
        for country in countries.values()
        for table in ("names", "adjectives", "inhabitants", "capital")
        for language, forms in getattr(country, table).items()
        for form in forms
        if fold(form) in {fold(weak) for weak in country.weak.get(language, ())}
    ]
    assert both == []


def test_strong_names_mean_one_state(countries: Mapping[str, Country]) -> None:
    twins = set()
    for language in languages(countries):
        owners = defaultdict(set)
        for country in countries.values():
            for name in strong(country, language):
                owners[name].add(country.id)
        twins |= {(language, name) for name, ids in owners.items() if len(ids) > 1}
    assert twins == KNOWN_TWINS


@pytest.mark.parametrize("table", ["adjectives", "inhabitants", "capital", "seats", "parts"])
def test_other_forms_mean_one_state_and_name_no_other(countries: Mapping[str, Country], table: str) -> None:
    clashes = set()
    for language in languages(countries):
        owners = defaultdict(set)
        for country in countries.values():
            forms = {fold(form) for form in getattr(country, table).get(language, ())}
            for form in forms | strong(country, language):
                owners[form].add(country.id)
        clashes |= {(language, form) for form, ids in owners.items() if len(ids) > 1}
    assert clashes == set()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_member_has_a_capital(countries: Mapping[str, Country], language: str) -> None:
    """In `capital`, or in `weak` where the word means something else too."""
    without = {i for i in MEMBERS if not countries[i].capital.get(language) and not countries[i].weak.get(language)}
    assert without == WITHOUT_CAPITAL[language]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru"])
def test_nearly_every_member_has_an_adjective(countries: Mapping[str, Country], language: str) -> None:
    tables = ("adjectives", "inhabitants", "weak")
    without = [i for i in sorted(MEMBERS) if not any(getattr(countries[i], table).get(language) for table in tables)]
    assert len(without) <= 4, without


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_the_file_is_in_canonical_form(countries: Mapping[str, Country], path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    country = countries[path.stem.upper()]
    title = cldr_name(country, "en") or country.names["en"][0]
    assert without_comments(text) == emit(country, title)
    assert path.stem == path.stem.lower()


@pytest.mark.parametrize(
    ("code", "language", "form"),
    [
        ("GEO", "en", "Georgia"),  # a state of the USA
        ("GEO", "ar", "جورجيا"),  # and a first name
        ("JOR", "en", "Jordan"),  # a first and a family name
        ("MLI", "ar", "مالي"),  # financial
        ("MLI", "fa", "مالی"),
        ("OMN", "ar", "عمان"),  # Amman without its mark
        ("REU", "fr", "La Réunion"),  # a meeting
        ("MUS", "fr", "Maurice"),  # a first name
        ("BOL", "es", "La Paz"),  # peace
        ("COD", "en", "Congo"),
        ("COG", "en", "Congo"),
    ],
)
def test_ambiguous_forms_are_weak(countries: Mapping[str, Country], code: str, language: str, form: str) -> None:
    country = countries[code]
    assert fold(form) in {fold(weak) for weak in country.weak[language]}
    assert fold(form) not in strong(country, language)
