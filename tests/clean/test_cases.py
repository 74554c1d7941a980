"""Readable cases: a page in, its blocks and its removals out; among them pages that lose nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.clean.conftest import Cleaner, assert_accounted, words_of

FOLDER = Path(__file__).parent.parent / "cases" / "clean"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['case']}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_case(cleaned: Cleaner, case: dict[str, Any]) -> None:
    result = cleaned(case["text"], case.get("language", "en"))
    assert_accounted(result)
    blocks = [{block.kind: words_of(result.text, block)} for block in result.blocks]
    removed = [{removal.rule: " ".join(removal.text.split())} for removal in result.removed if removal.rule != "markup"]
    assert blocks == case["blocks"]
    assert removed == case.get("removed", [])
