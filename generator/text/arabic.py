"""The Arabic script in texts: which of its characters they write."""

from __future__ import annotations

import re
from collections.abc import Iterable

RANGES = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0x200C, 0x200E), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
"""The blocks of the script with the joiners between its letters, as first and last code point."""
_ARABIC = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in RANGES)}]")


def arabic_of(texts: Iterable[str]) -> str:
    """The characters of the script in texts, each once, in order."""
    found: set[str] = set()
    for text in texts:
        found.update(_ARABIC.findall(text))
    return "".join(sorted(found))
