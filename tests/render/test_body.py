"""Any text, marked anywhere, reads as the same words after Markdown."""

from __future__ import annotations

import html
import re

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Block
from generator.render.body import Body
from generator.render.evidence import Mark, Marks

_KINDS = st.sampled_from(["paragraph", "quote", "heading"])
_WAYS = st.sampled_from(["ltr", "rtl"])
_CUTS = st.tuples(st.integers(0, 40), st.integers(0, 40))
_TEXT = st.text(alphabet=st.sampled_from(list("ab *_`#>|<&[](){}!-+.:1\\~^$=\"'/@%;,?\nدعC٢中")), min_size=1, max_size=40)


def _plain(made: str) -> str:
    """The words of HTML, references left out, white space folded."""
    made = re.sub(r'<a class="ref".*?</a>\u202f?', "", made)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", made)).split())


def _body(text: str, cuts: tuple[int, int], direction: str) -> Body:
    start, end = sorted(min(cut, len(text)) for cut in cuts)
    marks = (Mark(start=start, end=end, numbers=((1, "date"), (2, "parties"))),) if start < end else ()
    return Body(text, Marks(marks=marks, numbers={}), direction, str, str)  # type: ignore[arg-type]


@settings(max_examples=300, deadline=None)
@given(text=_TEXT, cuts=_CUTS, kind=_KINDS, way=_WAYS)
def test_words_stay_the_same(text: str, cuts: tuple[int, int], kind: str, way: str) -> None:
    block = Block(kind=kind, direction=way, spans=((0, len(text)),))  # type: ignore[arg-type]
    made = markdown.markdown(_body(text, cuts, "ltr").blocks((block,)), extensions=["md_in_html", "tables", "toc"])
    assert _plain(made) == " ".join(text.split())


@settings(max_examples=150, deadline=None)
@given(cells=st.lists(_TEXT, min_size=4, max_size=4), cuts=st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_cells_and_items_stay_the_same(cells: list[str], cuts: tuple[int, int]) -> None:
    text, spans = "", []
    for cell in cells:
        spans.append(((len(text), len(text) + len(cell)),))
        text += cell + "\n"
    wanted = [" ".join(cell.split()) for cell in cells]
    table = Block(kind="table", direction="ltr", rows=((spans[0], spans[1]), (spans[2], spans[3])))
    made = markdown.markdown(_body(text, cuts, "ltr").blocks((table,)), extensions=["md_in_html", "tables"])
    assert [_plain(cell) for cell in re.findall(r"<t[hd]>(.*?)</t[hd]>", made, re.DOTALL)] == wanted
    bullets = Block(kind="list", direction="ltr", items=tuple(spans))
    made = markdown.markdown(_body(text, cuts, "ltr").blocks((bullets,)), extensions=["md_in_html", "tables"])
    assert [_plain(item) for item in re.findall(r"<li>(.*?)</li>", made, re.DOTALL)] == [each for each in wanted if each]


def test_a_heading_never_takes_an_anchor_of_the_page() -> None:
    text = "E1\nCard\nTalks in Paris"
    blocks = tuple(Block(kind="heading", direction="ltr", spans=(span,)) for span in ((0, 2), (3, 7), (8, 22)))
    made = markdown.markdown(_body(text, (8, 13), "ltr").blocks(blocks), extensions=["md_in_html", "toc"])
    assert re.findall(r'<h2 id="(.*?)"', made) == ["s1-e1", "s2-card", "s3-talks-in-paris"]
    assert '<mark id="e1"><span id="e2">Talks</span></mark>' in made
