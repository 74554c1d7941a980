"""The scores, on made-up records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.errors import UsageError
from generator.evaluate import Scored, as_json, as_table, closest_parties, compare, read_labels, score, summarise
from generator.model import Entry, Found, Record, Removal

TEXT = "Leave a comment\nFrance and Italy met."


def found(value: Any, basis: Any = "inferred") -> Found[Any]:
    return Found(value=value, basis=basis, rule="test", confidence=1.0)


def record(**facts: Any) -> Record:
    removed = (Removal(start=0, end=15, text=TEXT[:15], rule="comment-form"),)
    entry = Entry(
        **{
            "id": "x", "path": "x.txt", "slug": "x", "direction": "ltr", "language": found("pt-BR"), "title": found("T", "devised"),
            "date": None, "published": found("2024-05"), "parties": (found("FRA"), found("ITA")), "mentions": (), "organisations": (),
            "event": found("visit"), "topics": (), "people": (), "figures": (), "source": None, "rights": "open", **facts,
        }
    )  # fmt: skip
    return Record(entry=entry, text=TEXT, body=(), removed=removed)


def label(**facts: Any) -> dict[str, Any]:
    standard = {
        "id": "x",
        "language": "pt",
        "direction": "ltr",
        "title": None,
        "parties": ["FRA", "ITA"],
        "date": "2024-05",
        "event": "visit",
    }
    return {**standard, "boilerplate": ["Leave a comment"], **facts}


def right(scored: Scored) -> set[str]:
    return {field for field in scored.tallies if scored.right(field)}


def test_everything_right() -> None:
    assert right(score(record(), label())) == {"language", "direction", "title", "date", "event", "parties", "boilerplate"}


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("language", {"language": "es"}),
        ("direction", {"direction": "rtl"}),
        ("title", {"title": "A headline"}),
        ("date", {"date": None}),
        ("event", {"event": "meeting"}),
        ("parties", {"parties": ["FRA", "ESP"]}),
        ("boilerplate", {"boilerplate": []}),
    ],
)
def test_one_thing_wrong(field: str, facts: dict[str, Any]) -> None:
    assert field not in right(score(record(), label(**facts)))


def test_alternatives_count() -> None:
    assert "date" in right(score(record(), label(date=None, date_alternatives=["2024-05"])))
    tally, nearest = closest_parties(["FRA"], {"parties": ["FRA", "ITA"], "parties_alternatives": [["FRA"]]})
    assert tally.f1 == 1.0
    assert nearest == {"FRA"}


def test_an_event_date_outranks_the_publication() -> None:
    assert "date" not in right(score(record(date=found("2023")), label()))


def test_table_json_and_comparison() -> None:
    good, bad = score(record(), label()), score(record(event=found("aid")), label())
    assert summarise([good, bad])["event"] == 0.5
    assert any("found 'aid', labelled 'visit'" in line for line in as_table((bad,)))
    assert list(compare((bad,), as_json((good,)))) == ["lost x: event: 'aid'"]
    assert json.loads(as_json((good,)))["scores"]["parties"] == 1.0


def test_labels_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_labels(tmp_path)
    (tmp_path / "labels.jsonl").write_text('["no object"]\n')
    with pytest.raises(UsageError):
        read_labels(tmp_path)
    with pytest.raises(UsageError):
        list(compare((), "[]"))


def test_hard_things_and_confidence_are_told() -> None:
    scored = (score(record(), label(hard=["homograph", "venue"])), score(record(), label(parties=["FRA", "ESP"], hard=["venue"])))
    whole = json.loads(as_json(scored))
    assert whole["hard"]["homograph"]["texts"] == 1
    assert whole["hard"]["venue"]["parties"] == 0.75
    assert whole["reliability"]["parties"]["bins"] == [{"least": 0.95, "number": 4, "right": 0.75}]
    names = [line.split()[0] for line in as_table(scored)]
    assert {"homograph", "venue", "confidence"} <= set(names)
