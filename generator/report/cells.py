"""Text from anywhere as a piece of Markdown on GitHub: shown as it is written, calling nobody, turning nothing round."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.text.bidi import ISOLATE_CLOSER
from generator.text.escape import literal, safe_text

LONGEST = 160
"""The most characters of one quotation or value that the summary shows."""
LONGEST_MESSAGE = 600
"""The most of a doubt in words; the values in it were cut before."""
BREAK = "<br>"
"""A line break inside a cell, the only HTML that the summary writes."""

# Mentions, references and bare addresses may be looked for in the rendered text, where a numeric reference does not
# hide them; a word joiner (U+2060), which nobody sees, does. `.github/preview.py` lets nothing else pass.
_CALLS = re.compile(r"&#(?:64|35|45|46);|&#58;(?=&#47;)|\bGH(?=-\d)", re.IGNORECASE)
_JOINER = "&#8288;"
_FIRST_STRONG = "\u2068"


def cell(text: str, *, longest: int = LONGEST) -> str:
    """Text as one line of Markdown in an isolate (UAX #9), cut where it is longer than `longest` characters."""
    shown = " ".join(safe_text(text).split())
    if len(shown) > longest:
        shown = safe_text(shown[: longest - 1]) + "…"
    quiet = _CALLS.sub(lambda match: match[0] + _JOINER, literal(shown))
    return f"{_FIRST_STRONG}{quiet}{ISOLATE_CLOSER}" if quiet else ""


def row(cells: Iterable[str]) -> str:
    """A row of a table; the cells are Markdown."""
    return f"| {' | '.join(cells)} |"


def table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> Iterable[str]:
    """A table with its head, line by line."""
    yield row(head)
    yield f"|{'---|' * len(head)}"
    for each in rows:
        yield row(each)
