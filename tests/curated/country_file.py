"""The one way to write a country file, so that two people write the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.curated.authority import Country, Names

TABLES = ("names", "weak", "adjectives", "inhabitants", "capital", "seats", "short", "parts")
_NEEDS_QUOTES = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|[,\[\]{}"]|: | #|[:\s]$|^(?i:y|n|yes|no|on|off|true|false|null|~|[\d.+-]+)$""")


def emit(country: Country, title: str) -> str:
    """The canonical text of a country's file; `title` is its English name, for the first line."""
    return "\n".join([f"# {title}", *_lines(country)]) + "\n"


def without_comments(text: str) -> str:
    """`text` less the whole-line comments that say why a form is where it is (the first line stays)."""
    first, *others = text.splitlines(keepends=True)
    return first + "".join(line for line in others if not line.startswith("#"))


def _lines(country: Country) -> Iterator[str]:
    if country.status != "member":
        yield f"status: {country.status}"
    if country.note:
        yield f"note: {_scalar(country.note)}"
    for table in TABLES:
        forms: Names = getattr(country, table)
        if forms:
            yield f"{table}:"
        for language in sorted(forms):
            yield f"  {language}: [{', '.join(map(_scalar, forms[language]))}]"


def _scalar(text: str) -> str:
    """Plain where YAML allows it in a flow list, else in double quotes."""
    return json.dumps(text, ensure_ascii=False) if _NEEDS_QUOTES.search(text) else text
