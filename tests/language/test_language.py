"""Language, script and direction of short texts in many languages; never a failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.language import identify

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/language/sentences.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:12]}")
def test_sentences(case: dict[str, str]) -> None:
    found = identify(case["text"])
    assert found.code in (case["language"], *case.get("also", ()))


@pytest.mark.parametrize(
    ("text", "script", "direction"),
    [
        ("Министр принял посла Японии", "Cyrl", "ltr"),
        ("استقبل الوزير السفير الياباني", "Arab", "rtl"),
        ("外務大臣は火曜日に大使と会談した", "Jpan", "ltr"),
        ("외교부 장관은 화요일 대사를 만났다", "Kore", "ltr"),
        ("外交部長會見日本大使", "Hant", "ltr"),
        ("שר החוץ נפגש עם השגריר", "Hebr", "rtl"),
        ("12:30", "Zyyy", "ltr"),
    ],
)
def test_script_and_direction(text: str, script: str, direction: str) -> None:
    found = identify(text)
    assert (found.script, found.direction) == (script, direction)


@given(st.text(max_size=200))
def test_never_fails(text: str) -> None:
    found = identify(text)
    assert 0 <= found.confidence <= 1
    assert found == identify(text)


@pytest.mark.parametrize("text", ["\x00\x01\x08abc", "\ud800abc", "\ufffe\uffff", "a\u202eb\u0085c"])
def test_characters_that_the_reader_refuses(text: str) -> None:
    identify(text)


@pytest.mark.shared
def test_labelled_texts(shared: Path) -> None:
    labels = [json.loads(line) for line in (shared / "corpus/labels.jsonl").read_text(encoding="utf-8").splitlines()]
    found = {label["id"]: identify((shared / f"corpus/texts/{label['id']}.txt").read_text(encoding="utf-8")) for label in labels}
    right = [found[label["id"]].code.split("-")[0] == label["language"].split("-")[0] for label in labels]
    assert sum(right) >= 0.98 * len(right)
    assert all(found[label["id"]].direction == label["direction"] for label in labels)
