"""The view: the seed's text with control characters and tags blanked, character for character.

The view has the length of the text, so every offset into the one is an offset into the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.clean.line import FILLER
from generator.text.bidi import EMBEDDINGS, ISOLATE_CLOSER, ISOLATE_OPENERS

_BREAKING = "p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|thead|tbody|blockquote|figure|figcaption|section|article|header|footer|hr|pre"
_INLINE = "a|b|i|u|s|em|strong|span|small|big|sub|sup|font|img|mark|q|cite|abbr|time|code|center|ins|del|label|picture|source|iframe"
_TAG = re.compile(rf"</?(?:({_BREAKING})|{_INLINE})(?=[\s/>])[^<>]{{0,400}}>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(?:(script|style)\b[^<>]{0,400}>|!--)", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\](\((?:https?:)?/[^()\s]{0,500}\))")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029" + "".join(sorted(EMBEDDINGS)) + "]")
_ISOLATE = re.compile("[" + "".join(sorted(ISOLATE_OPENERS)) + ISOLATE_CLOSER + "\n]")
_BREAKS = frozenset("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


class Cut(NamedTuple):
    """A stretch of the seed that is taken out, and the rule that took it."""

    start: int
    end: int
    rule: str


def view_of(text: str) -> tuple[str, list[Cut]]:
    """The view of `text`, and what was blanked in it (rules `control` and `markup`)."""
    cuts: list[Cut] = []
    view = _blank(text, [*controls(text), *unbalanced_isolates(text)], cuts)
    if "<" in view:
        view = _blank(view, list(hidden(view)), cuts)
        view = _blank(view, [Cut(*m.span(), "markup") for m in _TAG.finditer(view)], cuts)
    if "](" in view:
        view = _blank(view, [*images(view), *links(view)], cuts)
    return view, cuts


def controls(text: str) -> Iterator[Cut]:
    """Control characters: C0 but tab and line feed, C1, bidirectional embeddings, marks of byte order."""
    for match in _CONTROL.finditer(text):
        yield Cut(*match.span(), "control")


def unbalanced_isolates(text: str) -> Iterator[Cut]:
    """Isolates that are not closed in their line, and closers of none: they would turn what follows."""
    opened: list[int] = []
    for match in _ISOLATE.finditer(text):
        if match[0] in ISOLATE_OPENERS:
            opened.append(match.start())
        elif match[0] == ISOLATE_CLOSER and opened:
            opened.pop()
        elif match[0] == ISOLATE_CLOSER:
            yield Cut(*match.span(), "control")
        else:
            yield from (Cut(at, at + 1, "control") for at in opened)
            opened.clear()
    yield from (Cut(at, at + 1, "control") for at in opened)


def hidden(text: str) -> Iterator[Cut]:
    """Scripts, style sheets and comments of a page's source, with what is in them; those never closed stay."""
    lower, at = text.lower(), 0
    while opened := _HIDDEN.search(text, at):
        closing = f"</{opened[1].lower()}>" if opened[1] else "-->"
        closed = lower.find(closing, opened.end()) if len(lower) == len(text) else -1
        if closed < 0:
            return
        at = closed + len(closing)
        yield Cut(opened.start(), at, "markup")


def images(text: str) -> Iterator[Cut]:
    """Markdown images, with their alternative text."""
    for match in _IMAGE.finditer(text):
        yield Cut(*match.span(), "caption")


def links(text: str) -> Iterator[Cut]:
    """The brackets and addresses of Markdown links whose words stay: those inside of a line, and long ones."""
    for match in _LINK.finditer(text):
        if not is_link_line(text, match):
            yield Cut(match.start(), match.start() + 1, "markup")
            yield Cut(match.end(1), match.end(), "markup")


def is_link_line(text: str, match: re.Match[str]) -> bool:
    """Whether a short link stands alone in its line: then it is a page rest, see `rules.hosts`."""
    before = text.rfind("\n", 0, match.start()) + 1
    after = text.find("\n", match.end())
    around = text[before : match.start()] + text[match.end() : after if after >= 0 else len(text)]
    short = len(match[1].split()) <= 4 and len(match[1]) <= 30
    return short and before > 0 and not around.strip(" \t*-•|" + FILLER)


def _blank(text: str, found: list[Cut], cuts: list[Cut]) -> str:
    """`text` with `found` blanked; a breaking tag or separator leaves a line feed."""
    if not found:
        return text
    pieces: list[str] = []
    at = 0
    for cut in sorted(found):
        if cut.start < at:
            continue
        cuts.append(cut)
        fill = FILLER * (cut.end - cut.start)
        pieces += [text[at : cut.start], "\n" + fill[1:] if _breaks(text[cut.start : cut.end]) else fill]
        at = cut.end
    return "".join([*pieces, text[at:]])


def _breaks(taken: str) -> bool:
    """Whether a line ends where this was taken out."""
    tag = _TAG.fullmatch(taken)
    return taken in _BREAKS or bool(tag and tag[1])
