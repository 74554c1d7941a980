"""The folding of `text/fold.py` as a table for browsers: `theme_overrides/assets/search/table.js` is what this writes.

Browsers know newer versions of Unicode than the archive was built with. So the table lists the runs of code
points, assigned in Unicode 14, among which some change; whatever is outside passes through unchanged.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.search.manifest import base36
from generator.text.fold import DROPPED, LETTERS, OWN_LETTERS, fold_character

UNICODE = "14.0.0"
_FIRST, _LAST = 0x80, 0x2FFFF
"""ASCII is folded by its letters' case alone; beyond the last plane of ideographs nothing changes."""


def fold_table() -> str:
    """The module's text; to be written with the Unicode version that it is pinned to."""
    letters = " ".join(f"{letter}{folded}" for letter, folded in sorted(LETTERS.items()))
    kept = " ".join(f"{letter}{folded}" for letter, folded in sorted(OWN_LETTERS.items()))
    dropped = "".join(f"\\u{ord(letter):04x}" for letter in sorted(DROPPED))
    return (
        "/* Written by generator/search/foldtable.py from generator/text/fold.py; a test holds them equal. */\n"
        f'export const LETTERS = "{letters}", KEPT = "{kept}";\n'
        f'export const DROPPED = "{dropped}";\n'
        f'export const CHANGED = "{" ".join(_steps())}";\n'
    )


def _steps() -> Iterator[str]:
    """Distances in base 36: to the beginning of a run, to its end, to the next beginning, and so on."""
    at = 0
    for first, last in _runs():
        yield base36(first - at)
        yield base36(last + 1 - first)
        at = last + 1


def _runs() -> Iterator[tuple[int, int]]:
    """Runs of assigned code points from one that folding changes to the last such."""
    run: tuple[int, int] | None = None
    for code in range(_FIRST, _LAST + 1):
        if unicodedata.category(chr(code)) in ("Cn", "Cs"):
            if run:
                yield run
            run = None
        elif fold_character(chr(code)) != chr(code):
            run = (run[0] if run else code, code)
    if run:
        yield run


if __name__ == "__main__":
    if unicodedata.unidata_version != UNICODE:
        sys.exit(f"The table is pinned to Unicode {UNICODE}; run this with a Python that has it (3.11).")
    Path("theme_overrides/assets/search/table.js").write_text(fold_table(), encoding="utf-8")
