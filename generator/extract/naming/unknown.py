"""People whom the authority data does not know: capitalised words that follow a word of office.

"Minister Ana Silva", "министр Италии Манлио Ди Стефано", "vice-ministre … du Kazakhstan, Alibek Bakaev"; only in
scripts with capital letters, and only where the pattern is clear.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from generator.extract.naming.scene import Scene
from generator.model import Mention

_NAME = regex.compile(r"\p{Lu}[\p{Ll}'’]+(?:\p{Lu}[\p{Ll}]+)?|\p{Lu}\.?")
# Small words inside family names; they neither begin nor end one.
_PARTICLES = frozenset(
    (
        "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von", "der", "den", "bin", "ben", "al", "el",
        "ibn", "bint", "la", "le", "ди", "де", "ван", "фон", "аль", "бен", "ибн",
    )
)  # fmt: skip
_LONGEST, _BACK = 3, 10


def find_unknown(scene: Scene) -> Iterator[Mention]:
    """Names of two or more words after an office, outside the title; each once a place."""
    after = 0
    for index in _beginnings(scene):
        last = _run(scene, index) if index >= after and _opens(scene, index) else None
        if last is None:
            continue
        start, end = scene.reading.span(index, last)
        surface = scene.reading.text[start:end].rstrip(".")
        yield Mention(
            entity="person", kind="name", surface=surface, span=(start, start + len(surface)), candidates=(), cues=("official",)
        )  # fmt: skip
        after = last + 1


def _beginnings(scene: Scene) -> Iterator[int]:
    """The places behind a name or a word of office, the only ones where a name may begin."""
    taken, words = scene.taken, len(scene.reading.words)
    for index, kinds in enumerate(scene.kinds):
        if ("role" in kinds or index in taken) and index + 1 < words and index + 1 not in taken:
            yield index + 1


def _opens(scene: Scene, index: int) -> bool:
    """Whether a name does begin here: a capital, outside the title, in one clause with the office before it."""
    if scene.reading.apart[index - 1] or scene.reading.blocks[index] == scene.title or not _is_name(scene, index):
        return False
    if index - 1 not in scene.taken:
        return scene.reading.gap(index - 1) == " "
    return scene.reading.gap(index - 1).strip() in ("", ",") and _office_of_state(scene, index - 1)


def _office_of_state(scene: Scene, index: int) -> bool:
    """Whether the name that ends here is a state whose office is named just before: "minister … of Italy"."""
    hit = scene.hits[scene.taken[index]]
    if hit.forms[0].entity == "person" or hit.forms[0].id == "":
        return False
    for back in range(hit.first - 1, max(-1, hit.first - _BACK), -1):
        if back in scene.taken or scene.reading.apart[back] or "," in scene.reading.gap(back):
            return False
        if scene.has("role", back):
            return True
    return False


def _run(scene: Scene, first: int) -> int | None:
    """The last word of the name that begins here; `None` when it is a single word."""
    last, words, limit = first, 1, 2 if scene.table.grammar.nouns_capital else _LONGEST
    for index in range(first + 1, min(first + 6, len(scene.reading.words))):
        hyphen = scene.reading.gap(index - 1) == "-"
        if index in scene.taken or not _joined(scene, index - 1) or (words >= limit and not hyphen):
            break
        if _is_name(scene, index):
            last, words = index, words + (not hyphen)
        elif scene.reading.words[index] not in _PARTICLES:
            break
    named = any(scene.has("institution", index) for index in range(first, last + 1))
    return last if words > 1 and not named else None


def _joined(scene: Scene, index: int) -> bool:
    """Whether a name may go on behind a word: a blank, a hyphen, an apostrophe, or the full stop of an initial."""
    gap = scene.reading.gap(index)
    return gap in (" ", "-", "\u00a0", "'") or (gap == ". " and len(scene.reading.words[index]) == 1)


def _is_name(scene: Scene, index: int) -> bool:
    word = scene.reading.original(index)
    return _NAME.fullmatch(word) is not None and not scene.has("role", index) and not scene.has("filler", index)
