"""Where names stand in a text: the longest match wins; letter case must be that of the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from generator.extract.naming.forms import Form
from generator.extract.naming.table import Look, Named, Node, Table
from generator.extract.naming.tokens import Reading
from generator.text.fold import fold

# What may stand between the words of one name.
_JOINT = regex.compile(r"[\s\-'.&/·()（）・=~]{0,3}", regex.V1)
_KIND_ORDER = ("name", "capital", "adjective", "inhabitant", "seat", "part", "leader", "short")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at the words `first` to `last`, both included; `forms` are what it may be, best first."""

    first: int
    last: int
    forms: tuple[Form, ...]


def find_hits(reading: Reading, table: Table, looks: Sequence[Look]) -> tuple[Hit, ...]:
    """All names in order; words that contain a name but are none (`not_names`) hide it."""
    hits: list[Hit] = []
    after = 0
    for index in [place for place, look in enumerate(looks) if look.opens]:
        found = _longest(reading, table, looks, index) if index >= after else None
        if found is not None:
            last, named = found
            after = last + 1
            if forms := _forms(named):
                hits.append(Hit(index, last, forms))
    return tuple(hits)


def _longest(reading: Reading, table: Table, looks: Sequence[Look], index: int) -> tuple[int, list[Named]] | None:
    """The last word and the names of the longest match that begins at a word."""
    best: tuple[int, list[Named]] | None = None
    paths: Sequence[Node] = looks[index].opens
    last = index
    while paths:
        fitting = [each for node in paths for each in node.named if _fits(each, reading, index, last)]
        if fitting:
            best = (last, _as_written(fitting, table, reading, index) if last == index else fitting)
        if not any(node.following for node in paths) or not _continues(reading, last):
            break
        last += 1
        following = looks[last].bases
        paths = [after for node in paths for base in following if (after := node.following.get(base))]
    return best


def _as_written(fitting: list[Named], table: Table, reading: Reading, index: int) -> list[Named]:
    """Where a word is a state's name as it stands, no other name of which it could be an inflected form (Nijerya, Nijer)."""
    node = table.root.following.get(reading.words[index])
    exact = [each for each in node.named if each in fitting] if node else []
    return exact if any(each.form and each.form.strong and each.form.kind == "name" for each in exact) else fitting


def _continues(reading: Reading, last: int) -> bool:
    if last + 1 >= len(reading.words) or reading.blocks[last] != reading.blocks[last + 1]:
        return False
    gap = reading.gap(last)
    return gap == " " or _JOINT.fullmatch(gap) is not None


def _fits(named: Named, reading: Reading, first: int, last: int) -> bool:
    """Whether the letter case in the text is that of the name."""
    if named.acronym:
        form = named.form.text if named.form else ""
        letters = [letter for letter in reading.original(first) if letter.isalpha()]
        wanted = sum(letter.isalpha() for letter in form)
        return all(letter.isupper() for letter in letters[:wanted]) or _is_read(letters)
    capitals = named.capitals
    if last > first and named.form and (named.form.entity == "organisation" or named.form.kind == "seat"):
        capitals = capitals[:1]  # "Palazzo apostolico", "Еуропалық одақ": only the first word is always a capital
    return all(
        not capital or reading.original(index)[:1].isupper() for capital, index in zip(capitals, range(first, last + 1), strict=False)
    )


def _is_read(letters: list[str]) -> bool:
    """Whether an acronym is written as a word with accents, which no other word is: Cédéao."""
    return len(letters) >= 4 and letters[0].isupper() and all(map(str.islower, letters[1:])) and any(map(_is_accented, letters))


def _is_accented(letter: str) -> bool:
    return not letter.isascii() and fold(letter).isascii()


def _forms(named: list[Named]) -> tuple[Form, ...]:
    if any(each.form is None for each in named):
        return ()
    return tuple(sorted((each.form for each in named if each.form), key=_rank))


def _rank(form: Form) -> tuple[bool, int]:
    return not form.strong, _KIND_ORDER.index(form.kind)
