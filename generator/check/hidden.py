"""Characters that nobody sees: those that turn text round, those that hide in words, and marks of lost ones; by name and place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

import regex

from generator.check.facts import at_key
from generator.errors import Doubt, Level
from generator.model import Seed
from generator.text.bidi import EMBEDDINGS, ISOLATE_CLOSER, ISOLATE_OPENERS

MOST = 20
"""How many characters of one kind are told of a text."""
_STATED = ("title", "note", "translator", "contributor")
_HIDDEN = regex.compile(
    r"[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\U000E0000-\U000E007F]"
)
"""Invisible characters that no orthography needs inside a text; ZWNJ, ZWJ and the marks of direction are needed."""
_CONTROL = regex.compile(r"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]")
INVISIBLE = regex.compile(rf"{_HIDDEN.pattern}|{_CONTROL.pattern}|[\u202A-\u202E]")
"""What `chancery add` leaves out of a text: nobody sees it, and this check would tell of it."""
_LOST = regex.compile(r"[\uFFFD\uFFFE\uFFFF\p{Co}]")
"""What stands where a character could not be decoded, and private characters that every font draws differently."""
_KINDS: tuple[tuple[regex.Pattern[str], str, Level], ...] = (
    (_HIDDEN, "D122", "note"),
    (_CONTROL, "D123", "warning"),
    (_LOST, "D124", "warning"),
)


def hidden_characters(seed: Seed) -> Iterator[Doubt]:
    """Every kind of them, in the text and in what is stated."""
    yield from direction_controls(seed)
    for pattern, code, level in _KINDS:
        for found in islice(pattern.finditer(seed.text), MOST):
            yield seed.doubt(code, level, found.start(), **named(found[0]))


def direction_controls(seed: Seed) -> Iterator[Doubt]:
    """The characters that could turn a page round."""
    for key in _STATED:
        value = getattr(seed.stated, key) or ""
        for offset in _controls(value):
            yield at_key(seed, key, _code(value[offset]), "warning", **named(value[offset]))
    for offset in islice(_controls(seed.text), MOST):
        character = seed.text[offset]
        yield seed.doubt(_code(character), "warning", offset, **named(character))


def _code(character: str) -> str:
    """An embedding is taken out, an isolate balanced."""
    return "D120" if character in EMBEDDINGS else "D121"


def named(character: str) -> dict[str, str]:
    """An invisible character in a message: its number and its name in the Unicode standard."""
    return {"character": f"U+{ord(character):04X}", "name": unicodedata.name(character, "") or _range(character)}


def _range(character: str) -> str:
    """What a character without a name of its own is."""
    return {"Cc": "CONTROL", "Co": "PRIVATE USE"}.get(unicodedata.category(character), "NONCHARACTER")


def _controls(text: str) -> Iterator[int]:
    """Offsets of embeddings and overrides, and of isolates that their line does not balance."""
    start = 0
    for line in text.split("\n"):
        yield from _unbalanced(line, start)
        start += len(line) + 1


def _unbalanced(line: str, start: int) -> Iterable[int]:
    """The offsets in one line, which begins at `start`."""
    open_at: list[int] = []
    found: list[int] = []
    for offset, character in enumerate(line, start):
        if character in ISOLATE_OPENERS:
            open_at.append(offset)
        elif character == ISOLATE_CLOSER and open_at:
            open_at.pop()
        elif character in EMBEDDINGS or character == ISOLATE_CLOSER:
            found.append(offset)
    return (*found, *open_at)
