"""The floor file: no score falls below it unnoticed, and nobody lowers it by accident."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.evaluate import evaluate, summarise
from generator.floors import below, read_floors, write_floors
from generator.settings import read_settings

PROJECT = Path(__file__).parent.parent
FLOORS = PROJECT / "tests" / "floors.json"


def fallen(folder: Path) -> list[str]:
    return list(below(summarise(evaluate(folder, read_settings(PROJECT))), FLOORS, folder))


def test_our_own_labelled_texts() -> None:
    assert fallen(PROJECT / "tests" / "corpus") == []
    assert fallen(PROJECT / "tests" / "unseen") == []


@pytest.mark.shared
def test_the_texts_beside_the_checkout(shared: Path) -> None:
    assert fallen(shared / "corpus") == []


def test_floors_are_written_a_little_under_the_scores(tmp_path: Path) -> None:
    path, folder = tmp_path / "floors.json", tmp_path / "corpus"
    write_floors({"language": 1.0, "direction": 1.0, "parties": 0.9}, path, folder)
    write_floors({"parties": 0.5}, path, tmp_path / "other")
    assert read_floors(path) == {"corpus": {"direction": 1.0, "language": 0.98, "parties": 0.89}, "other": {"parties": 0.49}}


def test_a_score_below_its_floor_or_without_one(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"corpus": {"parties": 0.9, "date": 0.8}}))
    assert list(below({"parties": 0.91, "date": 0.8, "event": 0.1}, path, tmp_path / "corpus")) == []
    assert len(list(below({"parties": 0.89}, path, tmp_path / "corpus"))) == 2
    with pytest.raises(UsageError):
        list(below({}, path, tmp_path / "elsewhere"))


@pytest.mark.parametrize("text", ["[]", '{"corpus": 1}', '{"corpus": {"date": "high"}}', "{"])
def test_a_file_that_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.json").write_text(text)
    with pytest.raises(UsageError):
        read_floors(tmp_path / "floors.json")
