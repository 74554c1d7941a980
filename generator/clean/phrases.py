"""The phrases of some languages made ready for matching: one look-up for whole lines, few trials for the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.clean.line import bare, key_of, script_of
from generator.curated.boilerplate import Boilerplate
from generator.text.fold import fold, fold_all

_WIDE = "\u2e80"
_DELIMITERS = (":", "/", "|", "=")
REST = 100
TELLING = 14
"""How many characters of its own a pattern has that needs no look at what stands for `…`."""
_COUNTED = frozenset({"comment-form", "share", "counter", "read-also", "tags"})
_CREDITS = frozenset({"byline", "photo-credit", "source-line", "tags", "navigation", "ticker", "read-also"})
RESTS: Mapping[str, int] = {
    "read-also": 200, "byline": 60, "source-line": 80, "editor": 60, "photo-credit": 160, "caption": 220, "tags": 250,
    "feed-footer": 300, "copyright": 260, "cookie": 300, "newsletter": 160, "comment-form": 160, "ticker": 200, "navigation": 60,
}  # fmt: skip
"""How many characters `…` may stand for, by rule; `REST` for the others."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with `…`: the folded pieces around it."""

    rule: str
    pieces: tuple[str, ...]
    opens: bool
    closes: bool

    @property
    def delimited(self) -> bool:
        """Whether the first piece ends with a colon or its like."""
        return self.pieces[0][-1] in _DELIMITERS

    def matches(self, key: str, rest: int | None = None) -> bool:
        """Whether `key` is this pattern, `…` standing for no more than `rest` characters."""
        fixed = sum(map(len, self.pieces))
        if len(key) < fixed or len(key) - fixed > (RESTS.get(self.rule, REST) if rest is None else rest):
            return False
        at = 0
        for number, piece in enumerate(self.pieces):
            found = key.find(piece, at)
            if found < 0 or (number == 0 and self.opens and found) or not _is_word(key, found, found + len(piece)):
                return False
            at = found + len(piece)
        return not self.closes or key.endswith(self.pieces[-1])


def _is_word(key: str, start: int, end: int) -> bool:
    """Whether a piece begins and ends at the edge of a word (scripts without blanks have none)."""
    return not (_joined(key, start) or _joined(key, end))


def _joined(key: str, at: int) -> bool:
    return 0 < at < len(key) and key[at - 1].isalnum() and key[at].isalnum() and key[at] < _WIDE and key[at - 1] < _WIDE


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """The phrases of one or more languages; `match` asks a line's key."""

    whole: Mapping[str, str]
    opening: Mapping[str, tuple[Pattern, ...]]
    other: tuple[Pattern, ...]
    networks: frozenset[str]
    dates: frozenset[str]
    starters: frozenset[str]
    initials: frozenset[str]
    """The first two characters of every phrase that is not open at its beginning."""
    openings: tuple[str, ...]
    """The words before the colon of `read-also` patterns such as `Read also: …`."""

    def match(self, key: str) -> str | None:
        """The rule of the phrase that `key` is, if any."""
        if not key:
            return None
        pattern = self.pattern(key)
        return self.whole.get(key) or (pattern.rule if pattern else None) or self._counted(key)

    def _counted(self, key: str) -> str | None:
        """`counter` for a phrase beside a number: "Comments (3)"."""
        if "#" not in key or len(key) > 60:
            return None
        rule = self.whole.get(bare(key.replace("#", " ").strip()))
        return "counter" if rule in _COUNTED else None

    def match_line(self, key: str, ends: bool) -> str | None:
        """As `match`, for a line that does or does not end as a sentence: a credit is none, unless with a colon."""
        rule = self.match(key)
        if not ends or rule not in _CREDITS or key in self.whole:
            return rule
        pattern = self.pattern(key)
        return rule if pattern and pattern.delimited else None

    def says(self, key: str) -> bool:
        """Whether the phrase that `key` is says much itself ("By our staff reporter in …"), so that no name need follow."""
        pattern = self.pattern(key)
        return key in self.whole or (pattern is not None and (pattern.delimited or _length(pattern) >= TELLING))

    def pattern(self, key: str, rest: int | None = None) -> Pattern | None:
        """The pattern with `…` that `key` is, if any."""
        for pattern in (*self.opening.get(key[:2], ()), *self.other):
            if pattern.matches(key, rest):
                return pattern
        return None


@lru_cache(maxsize=128)
def table_of(languages: tuple[Boilerplate, ...]) -> PhraseTable:
    """The phrases of several languages in one table; for a whole line the first language wins, else the longest pattern."""
    whole: dict[str, str] = {}
    patterns: list[Pattern] = []
    for rule, text in ((rule, text) for language in languages for rule, texts in language.rules for text in texts):
        pattern = parse(rule, text)
        if pattern:
            patterns.append(pattern)
        else:
            whole.setdefault(key_of(text), rule)
    patterns.sort(key=_length, reverse=True)
    opening: dict[str, tuple[Pattern, ...]] = {}
    for pattern in patterns:
        if pattern.opens:
            opening[pattern.pieces[0][:2]] = (*opening.get(pattern.pieces[0][:2], ()), pattern)
        if pattern.opens and pattern.delimited and len(pattern.pieces) == 1:
            whole.setdefault(pattern.pieces[0][:-1], pattern.rule)
    return PhraseTable(
        whole,
        opening,
        tuple(pattern for pattern in patterns if not pattern.opens),
        fold_all(word for language in languages for word in language.networks),
        fold_all(word for language in languages for word in language.dates),
        fold_all(word for language in languages for word in language.starters),
        frozenset({*(text[:2] for text in whole), *opening}),
        _openings(opening),
    )


def _length(pattern: Pattern) -> int:
    """How much a pattern says itself: the more, the earlier it is tried."""
    return sum(map(len, pattern.pieces))


def _openings(opening: Mapping[str, tuple[Pattern, ...]]) -> tuple[str, ...]:
    """The words before the colon that open a note to read something else."""
    many = (pattern for patterns in opening.values() for pattern in patterns)
    return tuple(sorted({p.pieces[0][:-1] for p in many if p.rule == "read-also" and p.pieces[0][-1] == ":"}))


def parse(rule: str, text: str) -> Pattern | None:
    """The pattern that `text` notes, `None` where it has no `…`."""
    if "…" not in text:
        return None
    pieces = [_piece(piece) for piece in text.split("…")]
    return Pattern(rule, tuple(filter(None, pieces)), bool(pieces[0]), bool(pieces[-1]))


def _piece(text: str) -> str:
    """A piece of a pattern in the form of keys; a colon, slash or equals sign at its end counts.

    In scripts that do not part words by blanks, a blank beside the `…` counts, too.
    """
    key, end = key_of(text), fold(text).strip()[-1:]
    if not key:
        return ""
    before = " " if text[0] == " " and key[0] >= _WIDE else ""
    after = end if end in _DELIMITERS else " " if text[-1] == " " and key[-1] >= _WIDE else ""
    return before + key + after


@lru_cache(maxsize=64)
def scripts_of(language: Boilerplate) -> frozenset[str]:
    """The scripts that at least a fifth of a language's phrases are written in."""
    counts = Counter(script_of(text.lstrip("… #")) for _rule, texts in language.rules for text in texts)
    return frozenset(script for script, count in counts.items() if count * 5 >= counts.total())


def of_script(script: str, languages: Iterable[Boilerplate]) -> tuple[Boilerplate, ...]:
    """The languages that write in a script."""
    return tuple(language for language in languages if script in scripts_of(language))
