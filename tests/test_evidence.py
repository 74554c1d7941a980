"""What every record must keep, on all labelled texts and on arbitrary ones: evidence for each inferred value, each character once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.curated import load
from generator.export.catalogue import record_line
from generator.pipeline import catalogue_seed
from generator.settings import find_project, read_settings

HERE = Path(__file__).resolve().parent
TEXTS = sorted((*HERE.glob("corpus/texts/*.txt"), *HERE.glob("unseen/texts/*.txt")))
WITHOUT = frozenset({"language"})
"""What may lack evidence when inferred; a devised title is not inferred."""
SETTINGS = read_settings(find_project())
WORDS = (
    "France", "Kazakhstan", "the president of", "met", "signed", "3 May 2021", "yesterday", "12 million dollars", "$5bn", "Paris",
    "Share", "Read also: rain", "| a | b |", "---|---", "- item", "> said", "# Head", "<b>bold</b>", "https://example.org/2020/01/02/x",
    "فرنسا", "وَزِير", "زيارة", "١٢ مليون دولار", "中法", "会谈", "한미", "7月8日",
    "Президент", "\u200f", "\u2066", "\u00ad", "\x07", "İ", "ﬁ",
    "\u0301", "\U0001f600", "\n", "\n\n", " ", ". ", ": ", ", ", "“", "”",
)  # fmt: skip


def values(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, value in record.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict) and "basis" in each:
                yield key, each


def assert_kept(path: Path) -> None:
    outcome = catalogue_seed(path, load(), SETTINGS)
    if outcome.record is None:
        return
    text = outcome.record.text
    record = json.loads(record_line(outcome.record, load().events))
    for key, value in values(record):
        assert value["evidence"] or value["basis"] != "inferred" or key in WITHOUT, (path.name, key, value)
        assert all(text[each["start"] : each["end"]] == each["quote"] for each in value["evidence"]), (path.name, key, value)
    spans = [tuple(span) for block in record["body"] for span in _spans(block)]
    spans = sorted([*spans, *((each["start"], each["end"]) for each in record["removed"])])
    assert all(one[1] <= other[0] for one, other in pairwise(spans)), path.name
    covered = {place for start, end in spans for place in range(start, end)}
    assert [place for place, sign in enumerate(text) if not sign.isspace() and place not in covered] == [], path.name


def _spans(block: dict[str, Any]) -> Iterator[list[int]]:
    yield from block.get("spans") or ()
    yield from (span for item in block.get("items") or () for span in item)
    yield from (span for row in block.get("rows") or () for cell in row for span in cell)


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_every_value_of_a_labelled_text_shows_its_words(path: Path) -> None:
    assert_kept(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(text=st.one_of(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join), st.text(min_size=1, max_size=200)))
def test_every_value_of_any_text_shows_its_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(text.encode("utf-8", "ignore"))
    assert_kept(path)
