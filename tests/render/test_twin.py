"""The HTML that is written without Markdown is what Markdown makes of the page's file."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Block
from generator.render import render
from generator.render.body import Body
from generator.render.evidence import Mark, Marks
from generator.render.twin import Twin
from generator.text.slug import heading_slug
from tests.render import samples

_LETTERS = st.sampled_from(list("ab *_`#>|<&[](){}!-+.:1\\~^$=\"'/@%;,?\nدعC٢中"))
_TEXT = st.one_of(st.text(alphabet=_LETTERS, min_size=1, max_size=30), st.text(min_size=1, max_size=12))
_KINDS = st.sampled_from(["paragraph", "quote", "heading", "list", "table"])
_WAYS = st.sampled_from(["ltr", "rtl"])
_EXTENSIONS = ["md_in_html", "tables", "fenced_code", "toc"]


def _block(kind: str, way: str, start: int, end: int) -> Block:
    spans, half = ((start, end),), (start + end) // 2
    if kind == "list":
        return Block(kind="list", direction=way, items=(((start, half),), ((half, end),)))  # type: ignore[arg-type]
    if kind == "table":
        rows = ((((start, half),), ((half, end),)), (((start, half),),))
        return Block(kind="table", direction=way, rows=rows)  # type: ignore[arg-type]
    return Block(kind=kind, direction=way, spans=spans, level=end % 5)  # type: ignore[arg-type]


def _both(text: str, marks: Marks, blocks: tuple[Block, ...]) -> tuple[str, str | None]:
    """What Markdown makes of the text, and what is written without it."""
    written = Body(text, marks, "ltr", str, str).blocks(blocks)
    made = markdown.markdown(
        f'<div class="text" markdown="1">\n\n{written}\n\n</div>',
        extensions=_EXTENSIONS,
        extension_configs={"toc": {"slugify": heading_slug}},
    )
    html = Twin(text, marks, "ltr", str, str).html(blocks)
    return made, None if html is None else f'<div class="text">\n{html}\n</div>' if html else '<div class="text"></div>'


@settings(max_examples=250, deadline=None)
@given(texts=st.lists(st.tuples(_TEXT, _KINDS, _WAYS), min_size=1, max_size=5), cuts=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_both_are_the_same(texts: list[tuple[str, str, str]], cuts: tuple[int, int]) -> None:
    whole, blocks = "", []
    for text, kind, way in texts:
        blocks.append(_block(kind, way, len(whole), len(whole) + len(text)))
        whole += text + "\n"
    start, end = sorted(min(cut, len(whole)) for cut in cuts)
    marks = (Mark(start=start, end=end, numbers=((1, "date"), (2, "parties"))),) if start < end else ()
    made, html = _both(whole, Marks(marks=marks, numbers={}), tuple(blocks))
    if html is not None:
        assert html == made


def test_whole_pages_are_what_markdown_makes_of_their_files() -> None:
    folder = Path("/nowhere")
    pages = [*render(samples.archive(folder), samples.records(), samples.settings(folder), samples.CURATED)]
    told = [page for page in pages if page.html is not None]
    assert {page.front_matter["kind"] for page in told} > {"record", "home", "relation", "dates"}
    for page in told:
        made = markdown.markdown(page.body, extensions=_EXTENSIONS, extension_configs={"toc": {"slugify": heading_slug}})
        assert page.html == made, page.uri


@pytest.mark.parametrize("kind", ["list", "quote"])
def test_blocks_that_markdown_joins_are_left_to_it(kind: str) -> None:
    blocks = (_block(kind, "ltr", 0, 5), _block(kind, "ltr", 6, 11))
    assert _both("alpha\ngamma\n", Marks(marks=(), numbers={}), blocks)[1] is None


def test_headings_of_one_name_have_two_anchors() -> None:
    blocks = tuple(_block("heading", "ltr", start, start + 5) for start in (0, 6, 12))
    made, html = _both("talks\ntalks\ntalks\n", Marks(marks=(), numbers={}), blocks)
    assert html == made
    assert made.count('id="talks') == 3
