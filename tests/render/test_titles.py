from __future__ import annotations

import pytest

from generator.render import devised_title
from tests.render.samples import CURATED

CASES = [
    (("KAZ", "MAR"), "consultations", "fr", "Kazakhstan et Maroc\xa0: consultations"),
    (("KAZ", "MAR"), "consultations", "ar", "كازاخستان والمغرب: مشاورات"),
    (("FRA", "KAZ"), "phone-call", "en", "France and Kazakhstan: phone call"),
    (("EU", "KAZ"), None, "fr", "Union européenne et Kazakhstan"),
    (("KAZ", "MAR"), "visit", "ja", "カザフスタン、モロッコ"),
    ((), "visit", "en", "visit"),
    ((), None, "ar", "نص بلا عنوان"),
    ((), "visit", "kk", "Қазақ тілі"),
    ((), None, "fa", "فارسی"),
]


@pytest.mark.parametrize(("parties", "event", "language", "title"), CASES)
def test_devised_titles(parties: tuple[str, ...], event: str | None, language: str, title: str) -> None:
    assert devised_title(parties, event, language, CURATED).casefold() == title.casefold()


def test_without_tables_an_organisation_is_its_acronym() -> None:
    assert devised_title(("EU", "KAZ"), None, "en") == "EU and Kazakhstan"
