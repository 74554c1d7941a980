"""Who published a text: signs of the page itself, and what is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curated import Curated
from generator.curated.sources import SourceData
from generator.extract.source import find_source
from generator.model import Block, CleanText, Removal

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/source/cases.yml").read_text(encoding="utf-8"))
OUTLET = SourceData(id="harbour", names=("Harbour News", "أخبار المرفأ"), hosts=("harbour.org",))
TABLES = Curated(countries={}, organisations={}, people={}, languages={}, events={}, topics={}, sources=(OUTLET,))


def cleaned(text: str, removed: dict[str, str]) -> CleanText:
    """A clean text of one block, with some stretches removed by rule."""
    removals = tuple(
        Removal(start=text.index(part), end=text.index(part) + len(part), text=part, rule=rule) for part, rule in removed.items()
    )
    start = removals[0].end if removals and removals[0].start == 0 else 0
    end = next((each.start for each in removals if each.start > start), len(text))
    return CleanText(text=text, blocks=(Block(kind="paragraph", direction="ltr", spans=((start, end),)),), removed=removals)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    found = find_source(cleaned(case["text"], case.get("removed", {})), case["text"], TABLES)
    assert (found and {"name": found.value.name, "url": found.value.url}) == case["source"]
    if found:
        assert all(case["text"][each.start : each.end] == each.quote for each in found.evidence)


@given(st.text(alphabet="abc.:/ -@\nقال", max_size=80))
@settings(max_examples=60)
def test_never_fails(text: str) -> None:
    found = find_source(CleanText(text=text, blocks=(), removed=()), text, TABLES)
    assert found is None or all(text[each.start : each.end] == each.quote for each in found.evidence)
