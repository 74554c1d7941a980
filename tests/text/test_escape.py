"""Seed text stays the same literal text in Markdown, HTML and YAML."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.text.escape import attribute, front_matter, front_value, literal, one_line, printable, safe_text
from tests.hostile import own
from tests.hostile import read as read_strings

EXTENSION_NAMES = """
extra meta admonition codehilite nl2br sane_lists smarty toc wikilinks legacy_em pymdownx.arithmatex pymdownx.betterem
pymdownx.blocks.admonition pymdownx.blocks.details pymdownx.blocks.html pymdownx.blocks.tab pymdownx.caret pymdownx.critic
pymdownx.details pymdownx.emoji pymdownx.escapeall pymdownx.fancylists pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink
pymdownx.mark pymdownx.progressbar pymdownx.snippets pymdownx.superfences pymdownx.tabbed pymdownx.tasklist pymdownx.tilde
pymdownx.smartsymbols
"""
CONFIGS = {
    "pymdownx.magiclink": {"repo_url_shorthand": True, "social_url_shorthand": True, "user": "a", "repo": "b"},
    "pymdownx.smartsymbols": {"ordinal_numbers": False},  # changes the look of `1st`, never its characters
}
MARKDOWN = markdown.Markdown(extensions=EXTENSION_NAMES.split(), extension_configs=CONFIGS)

HOSTILE = """
1. one|١. واحد|(a) b|a) b|- x|-- y|# h|Key: value|some-key_x: value|::: x|???|!!! note|www.a.example|HTTP://a.example
a@b.example|(c)|(tm)|1/2|+/-|:smile:|...|"q"|l'an|{{ x }}|{% x %}|[x](y)|![x](y)|<b>x</b>|<!-- x|**a**|__a__|~~~|===|/// x
--8<-- "x"|a\\b|\\(x\\)|$x$|*[x]: y|[^1]: x|#12|@user|a/b#3|-->|&amp;|&#38;|`x`|```|> x|: x|~x~|^x^|==x==|++ctrl++|[=50% "x"]
{.x #y}|<script>alert(1)</script>|" onload="x|]]>|#. x|(iv) x|x_y_z|[TOC]|{++x++}|mailto:a@b.example|javascript:x|a!1|a?1
""".replace("\n", "|").strip("|").split("|")  # fmt: skip


class _Reader(HTMLParser):
    """Collects the text and the tags of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: set[tuple[str, int]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, len(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(html: str) -> tuple[str, set[tuple[str, int]]]:
    """The folded text content and the tags of a piece of HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.text).split()), reader.tags


def assert_literal(text: str) -> None:
    """The text comes out of Markdown as it went in, in one paragraph without attributes."""
    MARKDOWN.reset()
    shown, tags = read(MARKDOWN.convert(literal(text)))
    assert shown == " ".join(one_line(text).split()), text
    assert tags <= {("p", 0)}, text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_renders_as_itself(text: str) -> None:
    for surrounded in (text, f"mot {text}", f"{text} كلمة", f"{text}\n{text}", f"    {text}"):
        assert_literal(surrounded)


PLACES = {
    "heading": ("## {}", "## {}", {"h2"}),
    "item": ("- {0}\n- {0}", "{0} {0}", {"ul", "li"}),
    "quote": ("> {}", "{}", {"blockquote", "p"}),
    "cell": ("| a | b |\n|---|---|\n| {0} | {0} |", "a b {0} {0}", {"table", "thead", "tbody", "tr", "th", "td"}),
    "html": ("<div>\n<p>{}</p>\n</div>", "{}", {"div", "p"}),
    "markdown in html": ('<div markdown="1">\n\n{}\n\n</div>', "{}", {"div", "p"}),
    "marked": ("a <mark>{0}</mark> b", "a {0} b", {"mark", "p"}),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_renders_as_itself_everywhere(text: str, place: str) -> None:
    source, expected, tags = PLACES[place]
    MARKDOWN.reset()
    shown, found = read(MARKDOWN.convert(source.format(literal(text))))
    assert shown.split() == expected.removeprefix("## ").format(" ".join(text.split())).split()
    assert {name for name, _ in found} <= tags


@given(st.text(alphabet=" .-_*#:!?()[]{}<>&'\"`~^$+=|/\\@a1", max_size=12), st.text(alphabet=" .-:!?a1(www)", max_size=12))
def test_pieces_of_a_line_keep_their_spaces(left: str, right: str) -> None:
    MARKDOWN.reset()
    marked = f"x{literal(left, inside=True)}<mark>{literal(right, inside=True)}</mark>"
    shown, _ = read(MARKDOWN.convert(marked))
    assert shown == " ".join(f"x{one_line(left)}{one_line(right)}".split())


@given(st.text(max_size=80))
def test_any_text_renders_as_itself(text: str) -> None:
    assert_literal(text)


@given(st.text(alphabet=" \n\t\x02\x03.-_*#:!?()[]{}<>&'\"`~^$+=|/\\@a1\u00a0", max_size=30))
def test_any_punctuation_renders_as_itself(text: str) -> None:
    assert_literal(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les deux parties, réunies à Astana, ont signé un accord (le premier depuis 2019).",
        "وقال إن حجم التجارة بلغ 4 مليارات دولار، أي بنسبة 21%؛ وهذا كثير.",
        "He said: the two sides agreed on 2.7 billion - more than before.",
    ],
)
def test_ordinary_prose_stays_readable(text: str) -> None:
    assert literal(text) == text


def test_white_space_is_folded() -> None:
    assert literal("  a\r\n\tb\u2028c  d ") == "a b c d"
    assert literal(" a ", inside=True) == " a "
    assert literal("") == ""
    assert literal("20\u00a0%") == "20\u00a0%"


def test_what_xml_forbids_is_replaced() -> None:
    assert printable("a\x00\x07\ud800\ufffe\U0001f600") == "a\ufffd\ufffd\ufffd\ufffd\U0001f600"


@given(st.text(max_size=60))
def test_attribute_holds_the_text(text: str) -> None:
    class Attributes(HTMLParser):
        found: str | None = None

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag != "p":
                assert [name for name, _ in attrs] == ["title"]
                self.found = attrs[0][1]

    MARKDOWN.reset()
    for html in (f'<i title="{attribute(text)}">x</i>', MARKDOWN.convert(f'a <i title="{attribute(text)}">x</i> b')):
        reader = Attributes()
        reader.feed(html)
        assert (reader.found or "") == one_line(text)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9999, 9999) | st.text(alphabet=st.characters(), max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.text(max_size=8), JSON_VALUES, max_size=4))
def test_front_matter_is_yaml_of_the_same_values(mapping: dict[str, object]) -> None:
    block = front_matter(mapping)
    lines = block.split("\n")
    assert (lines[0], lines[-2], lines[-1]) == ("---", "---", "")
    assert len(lines) == len(mapping) + 3
    read = yaml.safe_load("\n".join(lines[1:-2])) or {}
    assert read == json.loads("{" + ",".join(lines[1:-2]) + "}")


@pytest.mark.parametrize("value", ["<script>", "a: b # c", "\x85\u2028\u2029\x7f\ufeff", "\ud800", "no", "2023-01-01", "&amp;", "---"])
def test_front_value_is_a_string_without_html(value: str) -> None:
    import html

    shown = front_value(value)
    assert "<" not in shown
    assert html.unescape(yaml.safe_load(shown)) == printable(value)


def test_front_value_refuses_what_json_lacks() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        front_value(float("nan"))
    with pytest.raises(TypeError):
        front_value(object())


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a\u202eb\u202cc", "abc"),
        ("\u2067a", "\u2067a\u2069"),
        ("a\u2069b", "ab"),
        ("\u2066a\nb\u2069", "\u2066a\u2069\nb"),
        ("می\u200cخواهم \u200f\u061c", "می\u200cخواهم \u200f\u061c"),
    ],
)
def test_safe_text(text: str, safe: str) -> None:
    assert safe_text(text) == safe
    assert safe_text(safe) == safe


@pytest.mark.shared
def test_shared_vectors_render_as_themselves(shared: Path) -> None:
    for path in sorted((shared / "vectors").glob("*/*")):
        found = read_strings(path)
        for text in found[:: len(found) // 150 + 1]:  # long files are sampled evenly
            assert_literal(text)


@pytest.mark.parametrize("text", own(), ids=range(len(own())))
def test_strings_of_our_own_render_as_themselves(text: str) -> None:
    assert_literal(text)


@pytest.mark.shared
def test_shared_pathological_inputs_are_fast(shared: Path) -> None:
    for case in json.loads((shared / "vectors/markdown/pathological.json").read_text(encoding="utf-8")):
        text = case["unit"] * case["times"]
        assert read(literal(text))[0] == " ".join(text.split())
