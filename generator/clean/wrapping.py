"""Hard-wrapped paragraphs: lines are joined only where they are clearly pieces of one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.clean.line import Line

_SHORTEST, _LONGEST, _SPREAD, _MOST = 50, 110, 26, 300


def wrapped_run(lines: Sequence[Line], at: int) -> int:
    """How many lines from `at` on make one paragraph; 1 unless they are clearly wrapped."""
    if not _SHORTEST <= len(lines[at].text) <= _LONGEST:
        return 1
    taken = 1
    while taken < _MOST and at + taken < len(lines) and not lines[at + taken].gap and len(lines[at + taken].text) <= _LONGEST:
        taken += 1
    return taken if taken >= 3 and is_wrapped(lines[at : at + taken]) else 1


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the lines of a run have one width but the last, few ends of sentences, and go on in small letters."""
    full = lines[:-1]
    widths = [len(line.text) for line in full]
    if min(widths) < _SHORTEST or max(widths) > _LONGEST or max(widths) - min(widths) > _SPREAD:
        return False
    if 3 * sum(line.ends for line in full) > len(full) or not lines[-1].ends:
        return False
    cased = [line.text[0] for line in lines[1:] if line.text[0].lower() != line.text[0].upper()]
    return not cased or 2 * sum(letter.islower() for letter in cased) >= len(cased)
