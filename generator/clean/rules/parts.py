"""Parts of a line: what follows the last sentence (an editor's credit, a feed's footer), and notes amid it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.line import Line, key_of
from generator.clean.page import Page
from generator.clean.phrases import PhraseTable
from generator.clean.view import Cut
from generator.text.fold import fold, fold_with_offsets

_TAIL, _NOTES = 320, 40
_OPENERS, _CLOSERS = "([（【", ")]）】"
_START = re.compile(
    r"[.!?؟۔।…»”\"')\]]\s+(?=\S)|[。！？」』]\s*(?=\S)|\s{2,}(?=\S)|\s*(?=[(\[（【][^()\[\]（）【】]{2,90}[)\]）】][\s.。]*$)"
)
_TAILS = frozenset({
    "editor", "end-mark", "feed-footer", "photo-credit", "copyright", "newsletter", "read-more", "share", "source-line",
})  # fmt: skip
_DELIMITED = frozenset({"editor", "photo-credit", "source-line", "share", "newsletter"})
_GROUP = re.compile(r"[(\[（【]([^()\[\]（）【】\n]{3,200})[)\]）】]")
_AMID = frozenset({"read-also", "read-more", "photo-credit", "advert", "newsletter", "related"})
_INITIALS = re.compile(r"\([a-z]{2,5}(?:/[a-z]{2,5}){1,3}\)\s*")
_SENTENCE = re.compile(r"[.!?؟۔。！？](?=\s|$|[\"”»])")
_COLON = re.compile(r"[^.!?:؟۔。]{0,40}?\s?:\s*")
_WORD = re.compile(r"[^\W\d_]+(?:'(?=[^\W\d_]))?")


def tail(page: Page, line: Line, last: bool) -> Iterator[Cut]:
    """What follows a sentence of the line and is a page rest to the end of the line."""
    table = page.table_for(line)
    for match in _START.finditer(line.text, max(0, len(line.text) - _TAIL)):
        text = line.text[match.end() :]
        rule = _rest(page, table, text, last) if text[0] in _OPENERS or fold(text[:4])[:2] in table.initials else None
        if rule and match.end() > 0:
            yield Cut(line.start + match.end(), line.end, rule)
            return


def _rest(page: Page, table: PhraseTable, text: str, last: bool) -> str | None:
    """The rule of a tail, if it is one: a whole phrase, or a pattern short and with its colon or slash."""
    key = key_of(text)
    if len(key) < 3 or (text[0] in _OPENERS and text.rstrip(" .。")[-1] not in _CLOSERS):
        return None
    if text[0] in _OPENERS and _INITIALS.fullmatch(text):
        return "editor"
    if last and text[0] in _OPENERS and key in page.outlets.wires:
        return "source-line"
    whole = table.whole.get(key)
    if whole in _TAILS:
        return whole
    pattern = table.pattern(key)
    if pattern is None or pattern.rule not in _TAILS:
        return None
    if pattern.rule not in _DELIMITED:
        return pattern.rule
    delimited = pattern.delimited or text[0] in _OPENERS
    return pattern.rule if delimited and pattern.matches(key, 80) and not _SENTENCE.search(text.strip()[:-1]) else None


def noted(page: Page, line: Line) -> Iterator[Cut]:
    """Notes in brackets amid running text: `[Read also: …]`."""
    table = page.table_for(line)
    for match in _GROUP.finditer(line.text):
        rule = table.match(key_of(match[1]))
        if rule in _AMID:
            yield Cut(line.start + match.start(), line.start + match.end(), rule)


def read_also(page: Page, line: Line) -> Iterator[Cut]:
    """`Read also: Title` without brackets, after a sentence: as far as the title's end can be told."""
    openings = page.table_for(line).openings
    if not openings or not any(opening in line.folded for opening in openings):
        return
    folded, offsets = fold_with_offsets(line.text)
    found = _next(folded, openings, 0)
    for _ in range(_NOTES):
        if not found:
            return
        start, colon = offsets[found[0]], offsets[found[1]]
        end = colon + _title_end(line.text[colon:], page.table_for(line).starters)
        yield Cut(line.start + start, line.start + end, "read-also")
        found = _next(folded, openings, found[1])


def _next(folded: str, openings: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """Where the next note begins and where its colon ends; only at the beginning or after a sentence."""
    hits = sorted((where, len(opening)) for opening in openings if (where := folded.find(opening, at)) >= 0)
    for where, length in hits:
        before = folded[max(0, where - 12) : where].rstrip(" \"'«»”“-•*>")
        colon = _COLON.match(folded, where + length)
        if colon and (not before or before[-1] in ".!?؟۔。…:"):
            return where, colon.end()
    return None


def _title_end(text: str, starters: frozenset[str]) -> int:
    """How long the title at the beginning of `text` is: to the word that opens a sentence, 0 where none tells."""
    stop = _SENTENCE.search(text)
    reach = min(stop.start() if stop else len(text), 220)
    opened = [match.start() for match in _WORD.finditer(text, 0, reach) if match[0][0].isupper() and fold(match[0]) in starters]
    later = [at for at in opened if at > 12]
    if not later:
        alone = (not stop or stop.end() >= len(text.rstrip())) and len(text) <= 120 and 0 not in opened
        return len(text) if alone else 0
    end = later[0]
    return end - 1 if text[end - 1] in "\"“«'" else end
