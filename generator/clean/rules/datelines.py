"""Datelines: place, day and agency before the first sentence; they tell where a report was written, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.line import Line, key_of
from generator.clean.page import Page
from generator.clean.rules.dates import month_words, named
from generator.clean.view import Cut
from generator.text.fold import fold

_DASH = r"(?:\s+[-–—]{1,2}\s*|\s*[–—]{1,2}\s+|\s*=\s*|\s?\.[-–—]{1,2}\s+)"
_CAPITAL = "A-ZÀ-ÞА-ЯЁҚҒҰҮІӘӨҺŞĞİÖ"
_BRACKET = re.compile(r"\s*(?P<place>[^()\[\].!?،:]{0,40}?)\s?:?\s*\((?P<inner>[^()]{2,40})\)(?P<dash>\s*\.?[-–—:=]{1,2}(?=\s|\S))?\s*")
_SQUARE = re.compile(r"\s*(?:\[(?P<a>[^\[\]]{2,40})\]|【(?P<b>[^【】]{2,40})】)\s*")
_AFTER_PLACE = r"(?:[.,/]\s?(?:[^.–—()]|\.(?=\s?\d)|(?<=\d)\.){0,40}\.?)?"
"""A second place, a day ("Aug. 5, 2021", "5. März") or an edition behind the place."""
_CAPITALS = re.compile(
    rf"[{_CAPITAL}]{{3,}}(?:[ -][{_CAPITAL}]{{2,}}){{0,3}}(?:(?:\.[A-Z]{{2,3}}){{0,2}}{_AFTER_PLACE}\s?"
    rf"(?:\([^()]{{2,30}}\))?{_DASH}|:\s+)(?=[^\s–—])"
)
_CITY = rf"[{_CAPITAL}][\w.-]+(?: [{_CAPITAL}][\w-]+)?"
_SLASHED = re.compile(rf"{_CITY}(?:/{_CITY})+\s+[–—-]\s+(?=\w|[\"„«“])")
_DATED = re.compile(
    r"(?P<place>[^\W\d_][\w'-]*(?:[ /][^\W\d_][\w'-]*){0,3}?),?\s*(?P<day>\d{1,2}[^!?:–—]{0,30}?)\s*"
    rf"(?:\([^()]{{2,40}}\)\.?)?{_DASH}(?=\S)"
)
# "Minsk /Agency/.", "5 May, Minsk /Agency/ -": the house between slashes closes the dateline.
_CLOSED = re.compile(
    rf"(?P<place>(?:\d{{1,2}}\.? [^\W\d_]{{3,10}},\s)?{_CITY}[^.!?/:()–—]{{0,25}}\.?)\s"
    r"/[^/\n]{2,40}/\s?(?:[.:]|[-–—]{1,2})+\s*"
)
_COLON = re.compile(r"(?P<place>[^\W\d_][^.!?:：،,;()–—]{1,30}?)\s*[:：]\s*(?=\S)")
_DESKS = frozenset({"dateline", "byline", "source-line"})
_SINGLE = re.compile(rf"{_CITY}\s+[–—-]{{1,2}}\s+(?=[{_CAPITAL}„«“\"])(?!.{{0,60}}\s[–—-]\s)")
_PARTED = re.compile(rf"(?P<place>[^.!?:()–—،-]{{2,30}}){_DASH}(?P<house>[^.!?:()–—،-]{{2,40}}){_DASH}")
_GLOSS = r"[\s\u2060]*(?:[（(][^（）()]{1,40}[）)])?[\s\u2060]*[：:—-]*[\s\u2060]*"
_CHINESE = re.compile(
    rf"[^，。：:！？、“”\s]{{2,20}}?(?:\d日专?[电電讯訊]|(?:[本网網社报報台][报報台刊网網]?)(?:讯|訊|消息|专电|[电電](?=[\s（(]))){_GLOSS}"
)
_WORD = re.compile(r"[^\W\d_]+")
_KOREAN = re.compile(r"\s*[(\[][^()\[\]]{1,20}=[^()\[\]]{2,24}[)\]]\s*(?:[^=.]{2,24}=\s*)?")
_REPORTER = re.compile(r"\s*[가-힣]{2,4}(?:·[가-힣]{2,4})*\s?(?:특파원|기자)\s?=\s*")


def dateline(page: Page, line: Line) -> Iterator[Cut]:
    """`dateline` for what stands before the first words of the first running line."""
    end = _length(page, line)
    if 0 < end < len(line.text) - 20:
        yield Cut(line.start, line.start + end, "dateline")
    elif not end:
        yield from _after_lead(line)


def whole_dateline(page: Page, line: Line) -> str | None:
    """`dateline` for a line that is nothing else."""
    return "dateline" if len(line.text) <= 100 and _length(page, line) >= len(line.text) else None


def _after_lead(line: Line) -> Iterator[Cut]:
    """A dateline of two places behind a lead sentence in the same line."""
    lead = re.search(r"[.!?]\s+", line.text[:240])
    match = _SLASHED.match(line.text, lead.end()) if lead else None
    if match:
        yield Cut(line.start + match.start(), line.start + match.end(), "dateline")


def _length(page: Page, line: Line) -> int:
    """How many characters of the line are its dateline; an agency in brackets may stand before the place."""
    text = line.text[:160]
    house = _square(page, text) or _bracket(page, text)
    if house:
        bare = _BRACKET.match(text)
        place = _CAPITALS.match(text, house) if bare and not bare["place"] else None
        return place.end() if place else house
    return _parted(page.outlets.names, text) or _colon(page, text) or _formed(page, text)


def _colon(page: Page, text: str) -> int:
    """`Place:` where the place is a capital that the data knows."""
    match = _COLON.match(text)
    return match.end() if match and key_of(match["place"]) in page.places else 0


def _formed(page: Page, text: str) -> int:
    """The length of a dateline that its form alone tells."""
    known = page.outlets.names
    for pattern in _plain(page.language.code):
        match = pattern.match(text)
        if match and match.end() < 100 and (pattern is not _DATED or _is_day(page, match)):
            return match.end() + _house_after(known, text[match.end() :])
    return 0


def _is_day(page: Page, match: re.Match[str]) -> bool:
    """Whether what looks like a place and a day is one: names in capitals, a month."""
    months = month_words(page.language.code) | page.table.dates
    return named(match["place"]) and any(word in months for word in _WORD.findall(fold(match["day"])))


def _house_after(known: frozenset[str], text: str) -> int:
    """The length of an outlet's name that stands as a sentence of its own behind the dash."""
    stop = text.find(". ", 0, 40)
    return stop + 2 if stop > 0 and key_of(text[:stop]) in known else 0


def _plain(code: str) -> tuple[re.Pattern[str], ...]:
    """The forms that need no name of an agency, by language."""
    primary = code.split("-")[0]
    if primary == "zh":
        return (_CHINESE,)
    return (_KOREAN, _REPORTER) if primary == "ko" else (_CAPITALS, _SLASHED, _CLOSED, _DATED, _SINGLE)


def _square(page: Page, text: str) -> int:
    """`[Outlet]` or `【Outlet】`: known, or in the languages whose agencies sign so."""
    match = _SQUARE.match(text)
    if not match:
        return 0
    inner = match["a"] or match["b"]
    usual = page.language.code.split("-")[0] in ("ko", "zh", "ja") and not any(map(str.isspace, inner.strip()))
    return match.end() if usual or _is_house(page, inner) else 0


def _bracket(page: Page, text: str) -> int:
    """`Place (Agency) –` with at most four words of place; the dash may be missing after a known agency."""
    match = _BRACKET.match(text)
    if not match or len(match["place"].split()) > 5:
        return 0
    known = _is_house(page, match["inner"])
    dashed = bool(match["dash"]) and len(match["place"].split()) <= 2 and len(match["inner"].split()) <= 3
    return match.end() if known or dashed else 0


def _is_house(page: Page, inner: str) -> bool:
    """Whether words name an agency, an outlet, or a desk (`dateline` phrases of the language)."""
    keys = [key_of(part) for part in re.split(r"[/,،;]", inner)]
    return any(key in page.outlets.names or key in page.outlets.hosts or page.table.whole.get(key) in _DESKS for key in keys)


def _parted(known: frozenset[str], text: str) -> int:
    """`Place – Agency –` or `Agency – Place –` with an agency that the data knows."""
    match = _PARTED.match(text)
    return match.end() if match and (key_of(match["house"]) in known or key_of(match["place"]) in known) else 0
