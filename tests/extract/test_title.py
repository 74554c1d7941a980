"""Title lines: found, cut free of decoration, or rightly absent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curated import DATA, Curated
from generator.curated.languages import read_languages
from generator.curated.tree import Faults
from generator.extract.title import TitleFound, find_title, mark_title
from generator.language import identify
from generator.model import Block, CleanText, Removal

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/title/cases.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tables() -> Curated:
    languages = read_languages(DATA / "languages", Faults(DATA))
    return Curated(countries={}, organisations={}, people={}, languages=languages, events={}, topics={}, sources=())


def plain(text: str, removed: tuple[Removal, ...] = ()) -> CleanText:
    """A clean text of one block a line; `## ` makes a heading."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip() and all(start + len(line) <= each.start or each.end <= start for each in removed):
            heading = line.startswith("## ")
            kind: Any = "heading" if heading else "paragraph"
            blocks.append(Block(kind=kind, direction="ltr", spans=((start + 3 * heading, start + len(line.rstrip())),)))
        start += len(line)
    return CleanText(text=text, blocks=tuple(blocks), removed=removed)


def title_of(text: str, tables: Curated) -> TitleFound | None:
    return find_title(plain(text), identify(text), tables)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['name']}")
def test_cases(case: dict[str, Any], tables: Curated) -> None:
    found = title_of(case["text"], tables)
    assert (found and found.found.value) == case["title"]
    if found:
        (evidence,) = found.found.evidence
        assert case["text"][evidence.start : evidence.end] == evidence.quote


def test_a_repeated_line_is_the_title(tables: Curated) -> None:
    title = "Norway and Peru sign a deal on fisheries"
    text = f"Weather: storms in the far north\n{title}\nBoth sides spoke for two years about boats, quotas and crews.\n{title}\n"
    start = text.rindex(title)
    again = Removal(start=start, end=start + len(title), text=title, rule="repeated-title")
    found = find_title(plain(text, (again,)), identify(text), tables)
    assert found is not None
    assert (found.found.value, found.found.rule) == (title, "repeated-line")


def test_mark_title() -> None:
    blocks = tuple(Block(kind="paragraph", direction="ltr", spans=((i, i + 1),)) for i in range(3))
    assert [block.role for block in mark_title(blocks, 1)] == [None, "title", None]


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_never_fails(text: str) -> None:
    found = find_title(
        plain(text), identify(text), Curated(countries={}, organisations={}, people={}, languages={}, events={}, topics={}, sources=())
    )
    if found:
        assert all(text[each.start : each.end] == each.quote == found.found.value for each in found.found.evidence)
