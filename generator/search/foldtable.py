"""The folding of `text/fold.py` as a table for browsers: `theme_overrides/assets/search/table.js` is what this writes.

Browsers know newer versions of Unicode than the archive was built with: code points that Unicode 14 leaves
unassigned are listed, and pass through unchanged on both sides.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from generator.search.shards import base36
from generator.text.fold import DROPPED, LETTERS, OWN_LETTERS

UNICODE = "14.0.0"
_LAST = 0x1FFFF
"""Beyond it stand ideographs and private signs, which no folding changes."""


def fold_table() -> str:
    """The module's text; to be written with the Unicode version that it is pinned to."""
    letters = " ".join(f"{letter}{folded}" for letter, folded in sorted(LETTERS.items()))
    kept = " ".join(f"{letter}{folded}" for letter, folded in sorted(OWN_LETTERS.items()))
    dropped = "".join(f"\\u{ord(letter):04x}" for letter in sorted(DROPPED))
    return (
        "/* Written by generator/search/foldtable.py from generator/text/fold.py; a test holds them equal. */\n"
        f'export const LETTERS = "{letters}", KEPT = "{kept}";\n'
        f'export const DROPPED = "{dropped}";\n'
        f'export const UNASSIGNED = "{" ".join(_steps())}";\n'
    )


def _steps() -> Iterator[str]:
    """The lengths, in base 36, of runs of code points that are assigned and unassigned in turn."""
    turns = [code for code in range(1, _LAST + 1) if _unassigned(code) != _unassigned(code - 1)]
    return (base36(end - start) for start, end in pairwise([0, *turns, _LAST + 1]))


def _unassigned(code: int) -> bool:
    return unicodedata.category(chr(code)) == "Cn"


if __name__ == "__main__":
    if unicodedata.unidata_version != UNICODE:
        sys.exit(f"The table is pinned to Unicode {UNICODE}; run this with a Python that has it (3.11).")
    Path("theme_overrides/assets/search/table.js").write_text(fold_table(), encoding="utf-8")
