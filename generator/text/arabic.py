"""The Arabic script: which languages are written in it, and which of its characters texts write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from babel.core import get_global

RANGES = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0x200C, 0x200E), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
"""The blocks of the script with the joiners between its letters, as first and last code point."""
_ARABIC = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in RANGES)}]")


def arabic_of(texts: Iterable[str]) -> str:
    """The characters of the script in texts, each once, in order."""
    found: set[str] = set()
    for text in texts:
        found.update(_ARABIC.findall(text))
    return "".join(sorted(found))


@lru_cache(maxsize=1024)
def arabic_script(language: str) -> bool:
    """Whether a language (BCP 47) is written in the script: as it says itself (`ku-Arab`), else by the likely subtags of CLDR."""
    parts = language.replace("_", "-").split("-")
    told = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), None)
    likely = get_global("likely_subtags").get(parts[0].lower(), "").split("_")
    return told.title() == "Arab" if told else "Arab" in likely
