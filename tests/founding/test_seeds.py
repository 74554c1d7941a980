"""The founding collection keeps what its README promises, and is catalogued as its labels say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pytest

from generator.archive import assemble
from generator.curated import load
from generator.evaluate import evaluate, read_labels, summarise
from generator.floors import below
from generator.model import Record
from generator.pipeline import catalogue
from generator.settings import read_settings
from tests.conftest import PROJECT

HERE = PROJECT / "tests" / "founding"
SEEDS = sorted((PROJECT / "seeds").glob("*.txt"))
LABELS = {label["id"]: label for label in read_labels(HERE)}
PROMISED = {"ar": 12, "fr": 10, "en": 9, "ru": 4, "kk": 2, "es": 1, "fa": 1, "tr": 1, "zh": 1}
"""Records by language, as the README of the seeds counts them."""

LONGEST = "head-of-state-macron-call"
"""A text with tables that is longer than the others."""


@pytest.fixture(scope="module")
def records() -> Mapping[str, Record]:
    found = catalogue(SEEDS, read_settings(PROJECT), load())
    return {each.record.entry.id: each.record for each in found if each.record}


@pytest.fixture(scope="module")
def scores() -> Mapping[str, float]:
    return summarise(evaluate(HERE, read_settings(PROJECT)))


def test_scores_keep_their_floors(scores: Mapping[str, float]) -> None:
    assert list(below(scores, PROJECT / "tests" / "floors.json", HERE)) == []


@pytest.mark.parametrize(
    ("field", "least"),
    [
        ("language", 1.0),
        ("direction", 1.0),
        ("parties", 0.97),
        ("date", 0.95),
    ],
)
def test_what_the_collection_asks_of_the_cataloguing(scores: Mapping[str, float], field: str, least: float) -> None:
    assert scores[field] >= least


def test_each_seed_has_one_label_and_each_label_a_seed() -> None:
    assert sorted(LABELS) == [path.stem for path in SEEDS]
    assert all((HERE / label["path"]).resolve() == (PROJECT / "seeds" / f"{key}.txt").resolve() for key, label in LABELS.items())


def test_what_a_label_quotes_is_in_the_text() -> None:
    for key, label in LABELS.items():
        text = (HERE / label["path"]).read_text(encoding="utf-8")
        quoted = [*label["boilerplate"], *label["people"], *([label["title"]] if label["title"] else [])]
        assert [each for each in quoted if each not in text] == [], key


def test_records_by_language() -> None:
    assert Counter(label["language"] for label in LABELS.values()) == PROMISED


def test_texts_are_short_and_no_stubs() -> None:
    lengths = {path.stem: len(path.read_text(encoding="utf-8").split("\n---\n", 1)[1].split()) for path in SEEDS}
    spaced = {key: words for key, words in lengths.items() if LABELS[key]["language"] != "zh" and key != LONGEST}
    assert {key: words for key, words in spaced.items() if not 120 <= words <= 300} == {}


def test_each_record_has_its_sides_and_its_references(records: Mapping[str, Record]) -> None:
    for key, record in records.items():
        entry = record.entry
        assert len(entry.parties) >= 2, key
        assert entry.references, key
        assert entry.source is not None, key
        assert entry.source.value.name == "Chancery", key
        assert all(re.match("https?://", each.url or "") for each in entry.references), key


def test_a_record_with_figures_names_two_pages(records: Mapping[str, Record]) -> None:
    counted = [record.entry for record in records.values() if record.entry.figures]
    assert len(counted) >= 15
    assert [entry.id for entry in counted if len({each.url for each in entry.references}) < 2] == []


def test_five_events_are_told_in_several_languages(records: Mapping[str, Record]) -> None:
    archive = assemble(tuple(record.entry for record in records.values()), read_settings(PROJECT))
    events = {frozenset({key, *(other.id for other in others)}) for key, others in archive.same_event.items()}
    spoken = [{LABELS[key]["language"] for key in event} for event in events]
    assert sum(len(languages) >= 2 for languages in spoken) >= 5
    assert any(len(languages) >= 3 for languages in spoken)


def test_records_reach_from_1992_to_today() -> None:
    years = {label["date"][:4] for label in LABELS.values() if label["date"]} - {"XXXX"}
    assert (min(years), max(years)) == ("1992", "2026")
    assert len(years) >= 12
