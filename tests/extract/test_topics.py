from __future__ import annotations

from typing import Any

import pytest

from generator.curated import load
from generator.extract.topics import MOST, find_topics
from tests.extract.casefiles import cases
from tests.extract.plain import language, plain

CURATED = load()
EXAMPLES = [(topic.id, code, text) for topic in CURATED.topics.values() for code, texts in topic.examples.items() for text in texts]
OTHERS = [(topic.id, code, text) for topic in CURATED.topics.values() for code, texts in topic.not_examples.items() for text in texts]


def topics_of(text: str, code: str) -> list[str]:
    return [found.value for found in find_topics(plain(text), None, language(code), CURATED)]


@pytest.mark.parametrize(("topic", "code", "text"), EXAMPLES)
def test_examples_of_the_data_are_recognised(topic: str, code: str, text: str) -> None:
    assert topic in topics_of(text, code)


@pytest.mark.parametrize(("topic", "code", "text"), OTHERS)
def test_counter_examples_of_the_data_are_not(topic: str, code: str, text: str) -> None:
    assert topic not in topics_of(text, code)


@pytest.mark.parametrize("case", cases("topics", "texts"), ids=lambda case: case["text"])
def test_short_texts(case: dict[str, Any]) -> None:
    found = topics_of(case["text"], case["language"])
    assert set(case["has"]) <= set(found)
    assert not set(case["lacks"]) & set(found)
    assert len(found) <= MOST


def test_a_repeated_word_is_not_a_topic_by_itself() -> None:
    assert topics_of("A hill rises.\n" + "Oil. " * 30, "en") == []


def test_evidence_holds_and_confidence_falls() -> None:
    text = "Exports of oil and gas rose.\nUniversities and students gain scholarships; trade and tariffs too."
    found = find_topics(plain(text), None, language("en"), CURATED)
    assert found
    assert all(text[e.start : e.end] == e.quote for topic in found for e in topic.evidence)
    assert [topic.confidence for topic in found] == sorted((topic.confidence for topic in found), reverse=True)
