"""Lines without a word: stray marks, rows of stars, pictograms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.clean.line import Line

_RULE = re.compile(r"[-–—_=*~·•.\s#]{3,}")


def stray(lines: Sequence[Line], index: int) -> str | None:
    """`markup` for a ruled line (`---`, `***`), `stray` for any other line without letter or number.

    A line with bars beside another one belongs to a table.
    """
    line = lines[index]
    if any(character.isalnum() for character in line.text[:200]):
        return None
    if "|" in line.text and any("|" in other.text for other in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])):
        return None
    return "markup" if _RULE.fullmatch(line.text) else "stray"
