"""A name that the data calls weak is weak, though CLDR has it too: "Georgia" is a state of the USA, "Jordan" a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.curated import Curated, load
from generator.extract.names import find_mentions
from tests.extract.plain import language, plain


@pytest.fixture(scope="module")
def doubted() -> Curated:
    """The archive's data, in which the English name of Chad is called weak."""
    curated = load()
    chad = replace(curated.countries["TCD"], weak={"en": ("Chad",)})
    return replace(curated, countries={**curated.countries, "TCD": chad})


def _strong(text: str, curated: Curated) -> dict[str, bool]:
    found = find_mentions(plain(text), None, language("en"), curated)
    return {each.surface: each.strong for each in found}


def test_a_weak_name_weakens_the_one_of_cldr(doubted: Curated) -> None:
    assert _strong("Chad met the coach in Mali.", doubted) == {"Chad": False, "Mali": True}


def test_other_names_stay_strong(doubted: Curated) -> None:
    assert _strong("The Republic of Chad and Niger agreed.", doubted).get("Niger") is True
