"""Amounts that a text tells: money, percentages, and counts of things worth counting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.curated import Curated
from generator.curated.figures import FigureData, FigureWords
from generator.extract.amounts import NUMBER, attached_scale, is_year, parse_number, whole, year_words, years_of
from generator.extract.body import Body, fold_body
from generator.extract.clauses import clause_around, sentence_around
from generator.extract.terms import WITHOUT_BLANKS, Hit, Table, compile_terms, language_key
from generator.model import CleanText, Figure, Found, Language
from generator.text.fold import fold
from generator.text.same import Same

MOST = 12
_CONFIDENCE = {"money": 0.9, "percent": 0.85, "count": 0.7, "unclear": 0.6}
_BETWEEN = re.compile(r"[ .'\u00a0-]{0,2}(?:u\.s\.?a?\.? )?")  # before a unit: "bn. U.S. dollars"
_PERCENT_SIGN = re.compile(r" ?[%\u066a]")
_ADJECTIVE = re.compile(r"[^\W\d_]{3,} ")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a term is in an amount; `value` a scale or number, `code` a currency."""

    kind: str
    value: Decimal = Decimal(1)
    code: str = ""


@dataclass(frozen=True, slots=True)
class _Text:
    """A folded body with the words of amounts found in it, by the place where they begin and end."""

    body: Body
    words: FigureWords
    symbols: tuple[tuple[str, str], ...]
    starts: Mapping[int, tuple[Hit, _Meaning]]
    ends: Mapping[int, tuple[Hit, _Meaning]]
    blanks: bool
    signs: tuple[str, ...]

    def at(self, place: int, kind: str) -> tuple[Hit, _Meaning] | None:
        """The word of a kind that begins at a place."""
        found = self.starts.get(place)
        return found if found and found[1].kind == kind else None


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with its scale, and where it stands in the folded text."""

    value: Decimal
    start: int
    end: int
    scaled: bool
    written: str


def find_figures(clean: CleanText, language: Language, curated: Curated) -> tuple[Found[Figure], ...]:
    """At most twelve figures in the order of the text, each value and unit once; `()` without words of the language."""
    code = language_key(language.code)
    words = curated.figures.words.get(code)
    if words is None:
        return ()
    table, meanings = _table(code, Same(curated.figures))
    body = fold_body(clean)
    if NUMBER.search(body.folded) is None:
        return ()
    hits = [(hit, meanings[hit.term]) for hit in table.find(body)]
    text = _Text(
        body,
        words,
        _symbols(Same(curated.figures)),
        {hit.start: (hit, meaning) for hit, meaning in hits},
        {hit.end: (hit, meaning) for hit, meaning in hits},
        code not in WITHOUT_BLANKS,
        tuple(sign for sign, _ in _symbols(Same(curated.figures))),
    )
    figures: dict[tuple[int | float, str], Found[Figure]] = {}
    for amount in sorted(_amounts(text), key=lambda amount: amount.start):
        figure = _figure(text, amount)
        if figure is not None:
            figures.setdefault((figure.value.value, figure.value.unit), figure)
    return tuple(figures.values())[:MOST]


@lru_cache(maxsize=64)
def _table(code: str, data: Same[FigureData]) -> tuple[Table, tuple[_Meaning, ...]]:
    """The compiled words of amounts of a language and what each means."""
    words = data.value.words[code]
    rows = [(pattern, _Meaning("scale", Decimal(int(value)))) for pattern, value in words.scales]
    rows += [(pattern, _Meaning("number", Decimal(int(value)))) for pattern, value in words.numbers]
    rows += [(pattern, _Meaning("percent")) for pattern in words.percent]
    rows += [(pattern, _Meaning("percent-before")) for pattern in words.percent_before]
    rows += [(pattern, _Meaning("currency", code=currency)) for pattern, currency in words.currencies]
    rows += [(pattern, _Meaning("noun")) for pattern in words.nouns]
    return compile_terms((pattern for pattern, _ in rows), code), tuple(meaning for _, meaning in rows)


@lru_cache(maxsize=4)
def _symbols(data: Same[FigureData]) -> tuple[tuple[str, str], ...]:
    """The currency signs as they stand in folded text."""
    return tuple((fold(sign), code) for sign, code in data.value.symbols)


# --- the number ---------------------------------------------------------------------------


def _amounts(text: _Text) -> Iterator[_Amount]:
    """Every number with the scale that follows it, in digits or (before a scale) in a word."""
    after = 0
    for match in NUMBER.finditer(text.body.folded):
        if match.start() >= after:
            amount = _scaled(text, match)
            after = amount.end
            yield amount
    for hit, meaning in text.starts.values():
        if meaning.kind == "number":
            scale, end = _scale(text, hit.end)
            if scale > 1 or meaning.value >= 1000:
                yield _Amount(meaning.value * scale, hit.start, end, True, "")


def _scaled(text: _Text, match: re.Match[str]) -> _Amount:
    value = parse_number(match[0], text.words.decimal)
    attached, end = attached_scale(text.body.folded, match.end())
    scale, end = _scale(text, end)
    total = value * attached * scale
    while not text.blanks and scale > 1:  # 3兆5000億: the next part has a smaller scale
        more = NUMBER.match(text.body.folded, end)
        if more is None:
            break
        smaller, beyond = _scale(text, more.end())
        if smaller >= scale or smaller == 1:
            break
        total, scale, end = total + parse_number(more[0], text.words.decimal) * smaller, smaller, beyond
    return _Amount(total, match.start(), end, attached * scale > 1, match[0])


def _scale(text: _Text, place: int) -> tuple[Decimal, int]:
    """The product of the scales that follow a place, and where they end."""
    scale = Decimal(1)
    while found := text.at(_skip(text, place), "scale"):
        scale, place = scale * found[1].value, found[0].end
    return scale, place


def _skip(text: _Text, place: int) -> int:
    """The place after the blanks and dots that may stand before a unit."""
    match = _BETWEEN.match(text.body.folded, place)
    return match.end() if match else place


# --- the unit -----------------------------------------------------------------------------


def _figure(text: _Text, amount: _Amount) -> Found[Figure] | None:
    """The figure of an amount that has a unit."""
    found = _unit(text, amount)
    if found is None or amount.value <= 0:
        return None
    unit, kind, start, end = found
    what = clause_around(text.body, start, end + _abbreviated(text, end), text.blanks)
    return Found(
        value=Figure(value=whole(amount.value), unit=unit, what=what, when=_when(text, start, end)),
        basis="inferred",
        rule=f"figure.{kind}",
        confidence=_CONFIDENCE[kind],
        evidence=(text.body.evidence(start, end),),
    )


def _unit(text: _Text, amount: _Amount) -> tuple[str, str, int, int] | None:
    """Unit, kind and the folded span of the whole figure."""
    return _sign_before(text, amount) or _unit_after(text, amount) or _counted(text, amount)


def _sign_before(text: _Text, amount: _Amount) -> tuple[str, str, int, int] | None:
    before = text.body.folded[max(0, amount.start - 12) : amount.start].rstrip()
    place = max(0, amount.start - 12) + len(before)
    for sign, code in text.symbols if before.endswith(text.signs) else ():
        start = place - len(sign)
        if before.endswith(sign) and not text.body.folded[max(0, start - 1) : start].isalpha():
            return code, "money", start, amount.end
    if before.endswith(("%", "\u066a")):
        return "%", "percent", place - 1, amount.end
    word = text.ends.get(place)
    if word and word[1].kind == "percent-before":
        return "%", "percent", word[0].start, amount.end
    return None


def _unit_after(text: _Text, amount: _Amount) -> tuple[str, str, int, int] | None:
    sign = _PERCENT_SIGN.match(text.body.folded, amount.end)
    if sign:
        return "%", "percent", amount.start, sign.end()
    place = _skip(text, amount.end)
    if found := text.at(place, "percent"):
        return "%", "percent", amount.start, found[0].end
    if found := text.at(place, "currency"):
        hit, meaning = found
        if meaning.code != "?":
            return meaning.code, "money", amount.start, hit.end
        return text.body.evidence(hit.start, hit.end).quote, "unclear", amount.start, hit.end
    for symbol, code in text.symbols if text.body.folded.startswith(text.signs, place) else ():
        end = place + len(symbol)
        if text.body.folded.startswith(symbol, place) and not text.body.folded[end : end + 1].isalnum():
            return code, "money", amount.start, end
    return None


def _counted(text: _Text, amount: _Amount) -> tuple[str, str, int, int] | None:
    """The thing that is counted: it follows at once, or after one adjective."""
    if is_year(amount.written) and not amount.scaled:
        return None
    place = _skip(text, amount.end)
    found = text.at(place, "noun")
    if found is None and text.words.adjective_first and (adjective := _ADJECTIVE.match(text.body.folded, place)):
        found = text.at(adjective.end(), "noun")
    if found is None:
        return None
    return text.body.evidence(found[0].start, found[0].end).quote, "count", amount.start, found[0].end


# --- the year -----------------------------------------------------------------------------


def _when(text: _Text, start: int, end: int) -> str | None:
    """The one year that the sentence gives as a time, if it gives exactly one."""
    first, last = sentence_around(text.body.folded, start, end + _abbreviated(text, end))
    before, after = year_words(Same(text.words))
    years = years_of(text.body.folded, first, start, before, after) | years_of(text.body.folded, end, last, before, after)
    return years.pop() if len(years) == 1 else None


def _abbreviated(text: _Text, end: int) -> int:
    """1 where the figure's last word is one of four letters at most with a dot (`долл.`, `Mrd.`): no stop."""
    hit = text.ends.get(end)
    return int(hit is not None and hit[0].end - hit[0].start <= 4 and text.body.folded.startswith(".", end))
