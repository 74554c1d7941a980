"""The sides of a relation in the labelled cases, and how sure they are."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.curated import load
from generator.extract.names import find_mentions
from generator.resolve.readings import decide
from generator.resolve.sides import choose, confidence, weigh
from generator.resolve.values import seldom_sides
from tests.extract.plain import language, plain

FOLDER = Path(__file__).parent.parent / "cases/parties"
CASES = [case for path in sorted(FOLDER.glob("*.yml")) for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}: {case['name']}" for case in CASES])
def test_sides(case: dict[str, object], request: pytest.FixtureRequest) -> None:
    if "fails" in case:
        request.applymarker(pytest.mark.xfail(reason="a known failure"))
    mentions = find_mentions(plain(str(case["text"])), 0 if "title" in case else None, language(str(case["language"])), load())
    bodies, readings = seldom_sides(load()), decide(mentions)
    sides = choose(weigh(readings, bodies), bodies, readings)
    assert sorted(side.id for side, _ in sides) == sorted(case["parties"])


def test_cases_stand_in_many_languages() -> None:
    assert len(CASES) >= 150
    assert len({str(case["language"]).split("-")[0] for case in CASES}) >= 30


def test_confidence_grows_with_margin_and_strength() -> None:
    assert 0 < confidence(2.0, 1.9) < confidence(2.0, 0.5) < confidence(8.0, 0.5) < 1


def test_nothing_named_gives_no_side() -> None:
    assert choose((), frozenset()) == ()
