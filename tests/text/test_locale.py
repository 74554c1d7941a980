from __future__ import annotations

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from generator.text.catalogue import LOCALE, catalogue_path
from generator.text.locale import (
    amount,
    autonym,
    country_name,
    format_date,
    join_list,
    language_name,
    number,
    sort_key,
    translator,
)

LANGUAGES = sorted(path.name for path in LOCALE.iterdir() if (path / "LC_MESSAGES").is_dir())

DATES = [
    ("2023-11-01", "1 نوفمبر 2023", "1 November 2023", "1er novembre 2023"),
    ("2023-11", "نوفمبر 2023", "November 2023", "novembre 2023"),
    ("2023", "2023", "2023", "2023"),
    ("XXXX-08-25", "25 أغسطس، السنة غير معروفة", "25 August, year unknown", "25 août, année inconnue"),
    ("XXXX-08", "أغسطس، السنة غير معروفة", "August, year unknown", "août, année inconnue"),
    ("XXXX-XX-01", "يوم 1، الشهر والسنة غير معروفين", "day 1, month and year unknown", "le 1er, mois et année inconnus"),
    ("2023-11-01/2023-11-03", "1–3 نوفمبر 2023", "1–3 November 2023", "1–3 novembre 2023"),
    (
        "2023-11-28/2023-12-01",
        "28 نوفمبر 2023 – 1 ديسمبر 2023",
        "28 November 2023 – 1 December 2023",
        "28 novembre 2023 – 1er décembre 2023",
    ),
    ("2019~", "نحو 2019", "about 2019", "vers 2019"),
    ("201X", "2010–2019", "2010–2019", "2010–2019"),
    ("2026-11-22", "22 نوفمبر 2026", "22 November 2026", "22 novembre 2026"),
    ("2023-21", "ربيع 2023", "spring 2023", "printemps 2023"),
    ("../2020", "حتى 2020", "until 2020", "jusqu’à 2020"),
    ("XXXX", "بلا تاريخ", "undated", "non daté"),
]


@pytest.mark.parametrize(("value", "arabic", "english", "french"), DATES)
def test_dates_in_words(value: str, arabic: str, english: str, french: str) -> None:
    assert [format_date(value, code) for code in ("ar", "en", "fr")] == [arabic, english, french]


def test_what_the_surroundings_say_is_left_out() -> None:
    assert format_date("2023-11-01", "fr", known="year") == "1er novembre"
    assert format_date("2023-11", "en", known="year") == "November"


def test_names_of_countries_and_languages() -> None:
    assert country_name("KAZ", "ar") == ("كازاخستان", "ar")
    assert country_name("XKX", "fr") == ("Kosovo", "fr")
    assert country_name("HKG", "en") == ("Hong Kong", "en")
    assert country_name("COD", "fr") == ("République démocratique du Congo", "fr")
    assert country_name("SUN", "en") == ("SUN", "und")
    assert country_name("DDR", "en") == ("DDR", "und")
    assert language_name("zh-Hans", "fr") == "chinois simplifié"
    assert language_name("xx", "fr") == "xx"
    assert [autonym(code) for code in ("ar", "en", "fr", "ru")] == ["العربية", "English", "Français", "Русский"]


def test_lists_and_numbers_with_western_digits() -> None:
    assert join_list(["A", "B", "C"], "fr") == "A, B et C"
    assert join_list(["أ", "ب"], "ar") == "أ وب"
    assert number(1284.5, "fr") == "1\u202f284,5"
    assert number(1284.5, "ar") == "1,284.5"
    assert amount(18_700_000_000, "USD", "fr") == "18,7 milliards\xa0$US"


def test_plural_forms_of_arabic() -> None:
    words = translator("ar")
    shown = [words.ngettext("%(count)s record", "%(count)s records", count) % {"count": count} for count in (0, 1, 2, 5, 25, 100)]
    assert shown == ["لا سجلات", "سجل واحد", "سجلان", "5 سجلات", "25 سجلًّا", "100 سجل"]


def test_indexes_pass_over_the_article() -> None:
    assert sorted(["تركيا", "البرازيل", "المغرب", "ألمانيا"], key=sort_key("ar")) == ["ألمانيا", "البرازيل", "تركيا", "المغرب"]
    assert sorted(["Zambie", "Égypte", "France"], key=sort_key("fr")) == ["Égypte", "France", "Zambie"]


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_message_is_untranslated_or_fuzzy(language: str) -> None:
    with catalogue_path(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    lacking = [
        message.id
        for message in catalogue
        if message.id and (message.fuzzy or not all(message.string if isinstance(message.string, tuple) else (message.string,)))
    ]
    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_of_the_interface_is_in_the_catalogue(language: str, project: object) -> None:
    with (LOCALE / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(str(project), methods, options)
    with catalogue_path(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    wanted = {message[0] if isinstance(message, tuple) else message: f"{name}:{line}" for name, line, message, _, _ in found}
    known = {message.id[0] if isinstance(message.id, tuple) else message.id for message in catalogue}
    assert {message: place for message, place in wanted.items() if message not in known} == {}
    assert {message for message in known if message and message not in wanted} == set()


def test_french_spaces_do_not_break() -> None:
    with catalogue_path("fr").open("rb") as file:
        catalogue = read_po(file, locale="fr")
    shown = [part for each in catalogue for part in (each.string if isinstance(each.string, tuple) else (each.string,)) if each.id]
    assert [part for part in shown if any(f" {sign}" in part for sign in ";!?»")] == []
