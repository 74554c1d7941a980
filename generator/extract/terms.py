"""Finding many weighted terms in one pass: words by dictionary, scripts without blanks by their letters.

A table is compiled once for a language. Patterns: `word`, `stem*`, `*tail`, `*part*`, phrases of them, and `...` for
up to four words (or twelve letters) of the same sentence. At each place the longest term wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.extract.body import STOPS, Body, without_blanks, words_of
from generator.extract.clitics import forms_of, has_clitics
from generator.text.fold import fold

GAP = "..."
GAP_WORDS = 4
GAP_LETTERS = 12
WITHOUT_BLANKS = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})
_SPLIT = re.compile(r"[^\W_*][\w*\u0900-\u0963\u0966-\u109f]*|\*[\w*]+|\.\.\.")
_STOP_LETTERS = re.compile(r"[.!?;؟؛۔।。！？\n]")
_MEMO = 50_000
_RELATIVES = {"nb": "no", "nn": "no", "hr": "sr", "bs": "sr", "ms": "id", "mo": "ro"}


_MEANS: dict[str, Callable[[str, str], bool]] = {
    "word": str.__eq__,
    "stem": str.startswith,
    "tail": str.endswith,
    "part": str.__contains__,
    "gap": str.__contains__,
}
"""By kind of part: whether a form of a word and the part's text go together."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found: `start` and `end` in the folded body, and the number of the term in its table."""

    start: int
    end: int
    term: int


class _Part(dict[str, bool]):
    """One word of a pattern, as what it says to each word of a text met so far: whether that is meant.

    `kind` is "word", "stem", "tail", "part" or "gap".
    """

    def __init__(self, text: str, kind: str, language: str) -> None:
        super().__init__()
        self.text, self.kind, self.language = text, kind, language
        self.means = _MEANS[kind]

    def __missing__(self, word: str) -> bool:
        fits = self.fits(forms_of(word, self.language)) if has_clitics(self.language) else self.means(word, self.text)
        if len(self) < _MEMO:
            self[word] = fits
        return fits

    def fits(self, forms: Iterable[str]) -> bool:
        """Whether any of a word's forms is meant."""
        means, text = self.means, self.text
        return any(means(form, text) for form in forms)


@dataclass(slots=True)
class Table:
    """The terms of one language, ready to be found; `memo` remembers what each word may begin."""

    language: str
    by_word: dict[str, list[int]] = field(default_factory=dict)
    by_stem: dict[str, list[int]] = field(default_factory=dict)
    by_part: list[tuple[_Part, int]] = field(default_factory=list)
    patterns: list[tuple[_Part, ...]] = field(default_factory=list)
    letters: dict[str, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    parts: dict[str, _Part] = field(default_factory=dict)
    memo: _Starters = field(init=False)

    def __post_init__(self) -> None:
        self.memo = _Starters(self)

    def find(self, body: Body) -> tuple[Hit, ...]:
        """All terms in a body, longest first at each place, none inside another."""
        return tuple(_by_letters(self, body) if self.letters else _by_words(self, body))


def language_key(code: str) -> str:
    """The language whose terms serve a BCP 47 code: its own, or a near relative's with the same words."""
    primary = code.split("-")[0]
    return _RELATIVES.get(primary, primary)


def compile_terms(patterns: Iterable[str], language: str) -> Table:
    """A table of patterns (numbered in their order) for a language's primary code."""
    table = Table(language)
    for number, pattern in enumerate(patterns):
        if language in WITHOUT_BLANKS:
            _add_letters(table, number, pattern)
        else:
            _add_words(table, number, pattern)
    table.lengths = tuple(sorted({len(stem) for stem in table.by_stem}))
    return table


def _add_letters(table: Table, number: int, pattern: str) -> None:
    parts = tuple(re.sub(r"\s+|\*", "", fold(part)) for part in pattern.split(GAP))
    table.letters.setdefault(parts[0][:2], []).append((number, parts))


def _add_words(table: Table, number: int, pattern: str) -> None:
    parts = tuple(_part(table, _bare(word, table.language)) for word in _SPLIT.findall(fold(pattern)))
    table.patterns.append(parts)
    first = parts[0]
    if first.kind == "word":
        table.by_word.setdefault(first.text, []).append(number)
    elif first.kind == "stem":
        table.by_stem.setdefault(first.text, []).append(number)
    else:
        table.by_part.append((first, number))


def _bare(word: str, language: str) -> str:
    """A word of a pattern without the Arabic article, which the forms of a word in a text lose too."""
    return word[2:] if language == "ar" and word.startswith("ال") and len(word.rstrip("*")) >= 5 else word


def _part(table: Table, word: str) -> _Part:
    """The part that a word of a pattern notes, one for all patterns that have it."""
    part = table.parts.get(word)
    if part is None:
        kind = (
            "gap"
            if word == GAP
            else "part"
            if word[0] == word[-1] == "*"
            else "tail"
            if word[0] == "*"
            else "stem"
            if word[-1] == "*"
            else "word"
        )
        part = table.parts[word] = _Part(word if word == GAP else word.strip("*"), kind, table.language)
    return part


# --- words --------------------------------------------------------------------------------


class _Starters(dict[str, tuple[int, ...]]):
    """The terms that may begin with each word met so far, longest pattern first."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def __missing__(self, word: str) -> tuple[int, ...]:
        table = self.table
        found: list[int] = []
        for form in forms_of(word, table.language):
            found += table.by_word.get(form, ())
            for length in table.lengths:
                if length > len(form):
                    break
                found += table.by_stem.get(form[:length], ())
            found += [number for part, number in table.by_part if part.means(form, part.text)]
        ordered = tuple(sorted(dict.fromkeys(found), key=lambda n: _size(table.patterns[n]), reverse=True))
        if len(self) < _MEMO:
            self[word] = ordered
        return ordered


def _size(pattern: tuple[_Part, ...]) -> tuple[int, int]:
    return len(pattern), sum(len(part.text) for part in pattern)


def _by_words(table: Table, body: Body) -> Iterator[Hit]:
    found = words_of(body)
    memo, words, spans, after = table.memo, found.words, found.spans, 0
    for position, numbers in [(at, starters) for at, starters in enumerate(map(memo.__getitem__, words)) if starters]:
        if position < after:
            continue
        ends = [
            (end, -rank, number)
            for rank, number in enumerate(numbers)
            if (end := _match(table.patterns[number], words, position)) is not None
        ]
        if ends:
            last, _, number = max(ends)
            yield Hit(spans[position][0], spans[last][1], number)
            after = last + 1


def _match(pattern: tuple[_Part, ...], words: Sequence[str], position: int) -> int | None:
    """The last word of a pattern whose first part fits the word at `position`, or `None`."""
    gap = 0
    for part in pattern[1:]:
        if part.kind == "gap":
            gap = GAP_WORDS
            continue
        for ahead in range(position + 1, min(position + 2 + gap, len(words))):
            word = words[ahead]
            if word in STOPS:
                return None
            if part[word]:
                position = ahead
                break
        else:
            return None
        gap = 0
    return position


# --- letters ------------------------------------------------------------------------------


def _by_letters(table: Table, body: Body) -> Iterator[Hit]:
    text, places = without_blanks(body)
    letters, after = table.letters, 0
    for position in range(len(text)):
        rows = (*letters.get(text[position : position + 2], ()), *letters.get(text[position], ()))
        if not rows or position < after:
            continue
        ends = [(end, -number) for number, parts in rows if (end := _follow(text, position, parts)) is not None]
        if ends:
            after, number = max(ends)
            yield Hit(places[position], places[after - 1] + 1, -number)


def _follow(text: str, position: int, parts: tuple[str, ...]) -> int | None:
    """The end of a pattern's parts that begin at a place, or `None`."""
    if not text.startswith(parts[0], position):
        return None
    end = position + len(parts[0])
    for part in parts[1:]:
        place = text.find(part, end, end + GAP_LETTERS + len(part))
        if place < 0 or _STOP_LETTERS.search(text, end, place):
            return None
        end = place + len(part)
    return end
