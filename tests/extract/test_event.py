from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curated import load
from generator.extract.event import find_event
from generator.model import Block, CleanText, Evidence, Found
from tests.extract.casefiles import cases
from tests.extract.plain import language, plain

CURATED = load()
EXAMPLES = [(kind.id, code, text) for kind in CURATED.events.values() for code, texts in kind.examples.items() for text in texts]
OTHERS = [(kind.id, code, text) for kind in CURATED.events.values() for code, texts in kind.not_examples.items() for text in texts]


def kind_of(text: str, code: str) -> str | None:
    found = find_event(plain(text), None, language(code), CURATED)
    return found.value if found else None


@pytest.mark.parametrize(("kind", "code", "text"), EXAMPLES)
def test_examples_of_the_data_are_recognised(kind: str, code: str, text: str) -> None:
    assert kind_of(text, code) == kind


@pytest.mark.parametrize(("kind", "code", "text"), OTHERS)
def test_counter_examples_of_the_data_are_not(kind: str, code: str, text: str) -> None:
    assert kind_of(text, code) != kind


@pytest.mark.parametrize("case", cases("event", "masks"), ids=lambda case: case["text"])
def test_rivals_and_masks(case: dict[str, Any]) -> None:
    assert kind_of(case["text"], case["language"]) == case["event"]


@pytest.mark.parametrize("case", cases("event", "variants"), ids=lambda case: case["text"])
def test_variants_have_their_own_code(case: dict[str, Any]) -> None:
    found = find_event(plain(case["text"]), None, language(case["language"]), CURATED)
    assert found is not None
    assert found.rule == case["rule"]
    assert CURATED.events[found.value].code(found.rule) == case["cameo"]


@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize("case", cases("event", "headlines"), ids=lambda case: case["text"].partition("\n")[0])
def test_headlines(case: dict[str, Any], titled: bool) -> None:
    titled = titled or "titled" in case
    line = case["text"].partition("\n")[0]
    evidence = (Evidence(start=0, end=len(line), quote=line),)
    title = Found(value=line, basis="inferred", rule="title", confidence=1.0, evidence=evidence) if titled else None
    found = find_event(plain(case["text"]), title, language(case["language"]), CURATED)
    assert found is not None
    assert found.value in case["event"]


def test_the_title_outweighs_the_body() -> None:
    title = "Two states sign a treaty"
    text = f"{title}\nThe minister met with his counterpart. They held talks. The meeting was long."
    evidence = (Evidence(start=0, end=len(title), quote=title),)
    found = find_event(
        plain(text), Found(value=title, basis="inferred", rule="title", confidence=1.0, evidence=evidence), language("en"), CURATED
    )
    assert found is not None
    assert found.value == "agreement"


def test_removed_words_do_not_speak() -> None:
    text = "Sign the agreement now!\nThe minister will visit Rabat."
    block = Block(kind="paragraph", direction="ltr", spans=((24, len(text)),))
    found = find_event(CleanText(text=text, blocks=(block,), removed=()), None, language("en"), CURATED)
    assert found is not None
    assert found.value == "visit"
    assert all(evidence.start >= 24 for evidence in found.evidence)


def test_regional_codes_use_the_language() -> None:
    assert kind_of("Os presidentes conversaram por telefone.", "pt-BR") == "phone-call"


@given(
    st.text(alphabet=st.sampled_from("visit اتصالزيارة访问會談 .\n\u200cé1signed treaty"), max_size=80),
    st.sampled_from(["en", "ar", "zh", "ja", "he"]),
)
def test_evidence_holds(text: str, code: str) -> None:
    found = find_event(plain(text), None, language(code), CURATED)
    if found is not None:
        assert found.evidence
        assert all(text[e.start : e.end] == e.quote for e in found.evidence)


@pytest.mark.shared
def test_labelled_texts(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "corpus/labels.jsonl").read_text(encoding="utf-8").splitlines()]
    right = 0
    for row in rows:
        text = (shared / "corpus/texts" / f"{row['id']}.txt").read_text(encoding="utf-8")
        right += kind_of(text, row["language"]) in [row["event"], *(row.get("event_alternatives") or [])]
    assert right / len(rows) >= 0.85
