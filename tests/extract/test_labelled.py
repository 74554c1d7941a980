"""Floors for dates and titles on the labelled texts, and the dates of the five seeds beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.clean import clean
from generator.curated import load
from generator.extract.dates import Dates, find_dates
from generator.extract.title import TitleFound, find_title
from generator.language import identify
from generator.model import Seed, Stated

DATES = {"000": None, "001": "XXXX-XX-01", "002": None, "003": "XXXX-08-25", "004": None}


def found_in(path: Path) -> tuple[Dates, TitleFound | None]:
    text = path.read_text(encoding="utf-8")
    seed, language, tables = Seed(id=path.stem, path=path.name, text=text, stated=Stated()), identify(text), load()
    cleaned = clean(seed, language, tables)
    return find_dates(cleaned, text, language, tables), find_title(cleaned, language, tables)


def labels_of(shared: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (shared / "corpus/labels.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.shared
def test_labelled_texts(shared: Path) -> None:
    right = {"date": 0, "title": 0}
    labels = labels_of(shared)
    for label in labels:
        dates, title = found_in(shared / f"corpus/texts/{label['id']}.txt")
        date = dates.event or dates.published
        for key, value in (("date", date.value if date else None), ("title", title.found.value if title else None)):
            right[key] += value == label[key] or value in (label.get(f"{key}_alternatives") or ())
    assert right["date"] >= 0.9 * len(labels)
    assert right["title"] >= 0.9 * len(labels)


@pytest.mark.shared
def test_seeds(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        dates, _ = found_in(path)
        assert (dates.event and dates.event.value) == DATES[path.name[:3]]
        assert dates.published is None
