from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive import assemble
from generator.model import Entry, Figure
from generator.render import render
from generator.render.figures import contradiction
from tests.render import samples
from tests.render.html import read


def _entries(one: tuple[Figure, ...], other: tuple[Figure, ...]) -> tuple[Entry, Entry]:
    figures = [tuple(samples.stated(figure) for figure in each) for each in (one, other)]
    first, second = (samples.entry(name, "en", name.title(), figures=found) for name, found in zip(("one", "other"), figures, strict=True))
    return first, second


def usd(value: float, when: str | None = None) -> Figure:
    return Figure(value=value, unit="USD", what="trade", when=when)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ((usd(1.9e9),), (usd(1.3e9),), 1.3e9),
        ((usd(1.9e9),), (usd(1.3e9), usd(1.8e9)), 1.8e9),
        ((usd(1.9e9),), (usd(1.9e9), usd(1.3e9)), None),  # the other tells this one too: two things
        ((usd(1.9e9), usd(1.3e9)), (usd(1.3e9),), None),
        ((usd(1.9e9),), (usd(1.904e9),), None),  # rounded
        ((usd(1.9e9),), (usd(9e9),), None),  # another sum altogether
        ((usd(1.9e9, "2022"),), (usd(1.3e9, "2023"),), None),
        ((usd(1.9e9),), (Figure(value=1.3e9, unit="EUR", what="trade"),), None),
        ((Figure(value=19, unit="%", what="growth"),), (Figure(value=13, unit="%", what="growth"),), None),
    ],
)
def test_contradiction(one: tuple[Figure, ...], other: tuple[Figure, ...], told: float | None) -> None:
    first, second = _entries(one, other)
    archive = replace(assemble((first, second), samples.settings(Path("/nowhere"))), same_event={"one": (second,), "other": (first,)})
    found = contradiction(archive, first, one[0])
    assert (found[1].value if found else None) == told
    assert contradiction(replace(archive, same_event={}), first, one[0]) is None


def test_the_card_leads_to_the_other_text() -> None:
    first, second = _entries((usd(1.9e9),), (usd(1.3e9),))
    settings = samples.settings(Path("/nowhere"))
    archive = replace(assemble((first, second), settings), same_event={"one": (second,), "other": (first,)})
    records = [replace(samples.records()[0], entry=each, text="", body=(), removed=()) for each in (first, second)]
    pages = {page.uri: page for page in render(archive, records, settings, samples.CURATED)}
    _, reader = read(pages["records/one.md"])
    (figures,) = reader.all("div", id="f-figures")
    assert "1.9 billion\u00a0US$ here, 1.3 billion\u00a0US$ in another text on this event" in figures.text
    assert any(link.attributes["href"] == "../other/#f-figures" for link in reader.all("a"))
