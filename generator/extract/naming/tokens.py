"""The words of a text, folded, each with its place; for scripts without spaces the longest known word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from generator.model import CleanText, Span
from generator.text.fold import folded_of

# A dotted acronym, a Hebrew word with its inner marks, a run of Han letters, a word of any other script.
_WORD = regex.compile(r"""\b(?:\p{L}\.){2,}\p{L}?|\p{Hebrew}+(?:["״׳']\p{Hebrew}+)*|\p{Han}+|[\p{L}\p{M}\p{N}--\p{Han}]+""", regex.V1)
# The same for texts without Han letters, Hebrew, and combining marks, which the standard library reads three times as fast.
_SWIFT = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W_]+")
_ASKS_MORE = regex.compile(r"[\p{Han}\p{Hebrew}\p{M}]")
_PLAIN: set[str] = set()
"""Signs met so far for which the swift pattern will do."""
_INNER = regex.compile(r"""[."״׳']""")
_PIECE = regex.compile(r"[\p{Latin}\p{N}]+|[\p{Katakana}ー]+|[\p{L}\p{M}]", regex.V1)
_KATAKANA = regex.compile(r"[\p{Katakana}ー]", regex.V1)

_STOP = regex.compile(r"[.!?;:。！？；：؛؟۔।։…\n|]")

Pattern = regex.Pattern[str] | re.Pattern[str]
Match = regex.Match[str] | re.Match[str]
Vocabulary = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text's words in order: `starts` and `ends` count in `folded`, `blocks` is the block of each word.

    `apart` tells of each word whether a clause or a block ends behind it.
    """

    text: str
    folded: str
    offsets: Sequence[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    blocks: list[int]
    apart: list[bool]

    def gap(self, index: int) -> str:
        """What stands between a word and the next one."""
        return self.folded[self.ends[index] : self.starts[index + 1]] if index + 1 < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """The place in the text of the words from `first` to `last`, both included, with their marks."""
        end = self.offsets[self.ends[last] - 1] + 1
        following = self.offsets[self.ends[last]]
        while end < following and not self.text[end].isspace():
            end += 1
        return self.offsets[self.starts[first]], end

    def original(self, index: int) -> str:
        """A word as written."""
        return self.text[self.offsets[self.starts[index]] : self.offsets[self.ends[index] - 1] + 1]


def split_words(folded: str) -> Iterator[tuple[str, int, int]]:
    """The words of a folded text with spaces: word without inner marks, start, end."""
    return ((word if word.isalnum() else _INNER.sub("", word), *match.span()) for match in _WORD.finditer(folded) if (word := match[0]))


def pattern_for(folded: str) -> Pattern:
    """The pattern that finds the words of a text: the swift one where it holds no sign that asks for more."""
    signs = set(folded) - _PLAIN
    if signs:
        _PLAIN.update(sign for sign in signs if _ASKS_MORE.match(sign) is None)
        signs -= _PLAIN
    return _WORD if signs else _SWIFT


def vocabulary(words: frozenset[str]) -> Vocabulary:
    """Words by first letter, the longest first."""
    table: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda each: (-len(each), each)):
        table.setdefault(word[0], []).append(word)
    return {first: tuple(found) for first, found in table.items()}


def segment(folded: str, known: Vocabulary, start: int = 0, end: int | None = None) -> Iterator[tuple[str, int, int]]:
    """The words of a folded text without spaces: the longest known word, else one letter or a foreign run."""
    stop = len(folded) if end is None else end
    position = start
    while match := _PIECE.search(folded, position, stop):
        position = match.start()
        word = _known_at(folded, position, stop, known) or match.group()
        yield word, position, position + len(word)
        position += len(word)


def _known_at(folded: str, position: int, stop: int, known: Vocabulary) -> str | None:
    """The longest known word here that does not cut a run of katakana or Latin letters."""
    for word in known.get(folded[position], ()):
        end = position + len(word)
        if end <= stop and folded.startswith(word, position) and not _cuts(folded, end, stop):
            return word
    return None


def _cuts(folded: str, end: int, stop: int) -> bool:
    if end >= stop:
        return False
    last, following = folded[end - 1], folded[end]
    if _KATAKANA.match(following):
        return _KATAKANA.match(last) is not None
    return following.isascii() and following.isalnum() and last.isascii() and last.isalnum()


def read_words(clean: CleanText, known: Vocabulary | None) -> Reading:
    """The words of every block; `known` words where the language does not set them apart."""
    whole = folded_of(clean.text)
    folded, pattern = whole.folded, pattern_for(whole.folded)
    words: list[str] = []
    spans: list[Span] = []
    blocks: list[int] = []
    for index, block in enumerate(clean.blocks):
        for first, last in (whole.within(*span) for span in block.all_spans()):
            if known is None:
                found: list[Match] = list(pattern.finditer(folded, first, last))
                words += [match[0] for match in found]
                spans += [match.span() for match in found]
            else:
                cut = list(segment(folded, known, first, last))
                words += [word for word, _, _ in cut]
                spans += [(start, end) for _, start, end in cut]
        blocks += [index] * (len(words) - len(blocks))
    if known is None:
        words = [word if word.isalnum() else _INNER.sub("", word) for word in words]
    starts, ends = map(list, zip(*spans, strict=True)) if spans else ([], [])
    return reading_of(clean.text, folded, whole.offsets, words, starts, ends, blocks)


def reading_of(
    text: str, folded: str, offsets: Sequence[int], words: list[str], starts: list[int], ends: list[int], blocks: list[int]
) -> Reading:
    """A reading of words already found, with the ends of clauses."""
    return Reading(text, folded, offsets, words, starts, ends, blocks, _apart(folded, starts, ends, blocks))


def _apart(folded: str, starts: list[int], ends: list[int], blocks: list[int]) -> list[bool]:
    """Of each word whether its block ends behind it, or a sign that parts clauses stands before the next word."""
    gaps = [folded[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    apart = [gap not in ("", " ") and _STOP.search(gap) is not None for gap in gaps]
    return [here != following or parted for here, following, parted in zip(blocks, blocks[1:], apart, strict=False)] + [True] * bool(starts)
