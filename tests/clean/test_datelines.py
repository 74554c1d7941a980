"""Datelines that the data of countries tells: a capital and a colon."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.clean import clean
from generator.curated import Curated
from generator.curated.authority import Country
from generator.model import Seed, Stated
from tests.clean.conftest import language_of

SECOND = "काम अगले साल शुरू होगा, अगर दोनों संसदें उस बजट को पारित करती हैं जिसे दोनों पक्षों के अभियंताओं ने मिलकर बनाया है।"


@pytest.mark.parametrize(("opening", "removed"), [("नई दिल्ली: ", ["dateline"]), ("मंत्रालय: ", [])])
def test_a_capital_and_a_colon_open_the_text(curated: Curated, opening: str, removed: list[str]) -> None:
    tables = replace(curated, countries={"IND": Country(id="IND", status="member", capital={"hi": ("नई दिल्ली",)})})
    text = f"मंत्रियों की बैठक\n{opening}दोनों देशों के मंत्रियों ने गुरुवार को नदी पर एक पुल बनाने की बात की, जो दोनों किनारों को जोड़ेगा।\n{SECOND}"
    result = clean(Seed(id="x", path="seeds/x.txt", text=text, stated=Stated()), language_of("hi"), tables)
    assert [removal.rule for removal in result.removed] == removed
