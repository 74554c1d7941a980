"""The reliability table, on made-up claims; and what it says of the archive's own labelled cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.evaluate import evaluate
from generator.model import SURE
from generator.reliability import Bin, Claim, as_lines, as_object, bins_of, by_field, sure_of
from generator.settings import find_project, read_settings

HERE = Path(__file__).resolve().parent
CLAIMS = (
    Claim(field="event", confidence=0.2, right=False),
    Claim(field="event", confidence=0.92, right=True),
    Claim(field="event", confidence=0.93, right=False),
    Claim(field="parties", confidence=1.0, right=True),
)


def test_claims_fall_into_bins_by_their_confidence() -> None:
    assert bins_of(CLAIMS[:3]) == (Bin(least=0.0, number=1, right=0.0), Bin(least=0.9, number=2, right=0.5))
    assert bins_of(()) == ()


def test_what_is_sure_and_how_much_of_it_is_right() -> None:
    assert sure_of(CLAIMS[:3]) == (0.6667, 0.5)
    assert sure_of(()) == (1.0, 1.0)
    assert sure_of((Claim(field="date", confidence=SURE, right=True),)) == (1.0, 1.0)


def test_the_table_has_a_row_a_field() -> None:
    head, event, parties = as_lines(CLAIMS)
    assert head.split()[0] == "confidence"
    assert event.split() == ["event", "1", "0.000", "-", "-", "-", "-", "2", "0.500", "-", "0.667", "0.500"]
    assert parties.startswith("parties")
    assert as_object(CLAIMS)["parties"] == {"bins": [{"least": 0.95, "number": 1, "right": 1.0}], "sure": 1.0, "right_when_sure": 1.0}


@pytest.fixture(scope="module")
def claims() -> dict[str, tuple[Claim, ...]]:
    settings = read_settings(find_project())
    corpora = (HERE / "corpus", HERE / "unseen")
    return dict(by_field(claim for corpus in corpora for each in evaluate(corpus, settings) for claim in each.claims))


def test_of_what_is_shown_as_sure_97_in_100_are_right(claims: dict[str, tuple[Claim, ...]]) -> None:
    assert {field: sure_of(found)[1] for field, found in claims.items() if sure_of(found)[1] < 0.97} == {}


def test_most_parties_are_shown_as_sure(claims: dict[str, tuple[Claim, ...]]) -> None:
    assert sure_of(claims["parties"])[0] >= 0.6


def test_what_is_not_sure_is_less_often_right(claims: dict[str, tuple[Claim, ...]]) -> None:
    every = [claim for found in claims.values() for claim in found]
    sure = [claim.right for claim in every if claim.confidence >= SURE]
    unsure = [claim.right for claim in every if claim.confidence < SURE]
    assert sum(unsure) / len(unsure) < sum(sure) / len(sure)
