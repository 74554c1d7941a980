"""A saved web page: its article without what stands around it (trafilatura), and what the page says of it.

Needs the extra `[html]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

import trafilatura
from lxml import etree

from generator.add.brought import Brought
from generator.add.days import days_of, modified_days
from generator.add.layout import lines_of, unlay
from generator.add.markup import Markup, parse
from generator.add.naming import address_of, source_of, title_of
from generator.add.plain import tidy
from generator.curated import Curated
from generator.errors import UsageError
from generator.read.decode import UndecodableError
from generator.text.fold import fold

_KEPT = "\u200c\u200d\u200e\u200f\u061c"
"""Characters that nobody sees and orthography needs; trafilatura would drop them, so others stand in for them meanwhile."""
_FIRST_STAND_IN = 0x2E00
"""Marks of old editions, of which a page of news has hardly one."""
_SHORT, _PARAGRAPH = 120, 60
_BEFORE, _AFTER = 4, 8
"""How many short lines before and after the headline may hold the day."""
_FEWEST = 40
"""Characters that an article has at least."""


def read_page(data: bytes, url: str | None, curated: Curated) -> Brought:
    """The article of a saved page, with title, source, address and the days that it may have been published on.

    Raises:
        UsageError: when there is no article in the file.
    """
    try:
        markup = parse(data)
    except (UndecodableError, etree.ParserError) as error:
        raise UsageError("this page cannot be read; copy the article into a text file and add that") from error
    address = address_of(markup, url)
    lines = lines_of(markup.tree)
    unlay(markup.tree)
    source = source_of(markup, address, lines, curated)
    title = title_of(markup, source)
    text = tidy(_article(markup))
    if len(text) < _FEWEST:
        raise UsageError("no article was found in this page; copy it into a text file and add that")
    return Brought(
        text=text,
        title=title,
        source=source,
        url=address,
        near=_near(lines, title, text),
        days=tuple(days_of(markup, address)),
        modified=tuple(modified_days(markup)),
    )


def _article(markup: Markup) -> str:
    """The running text, tables with bars between the cells; of what a precise look misses, a generous one finds more."""
    page = etree.tostring(markup.tree, encoding="unicode", method="html")
    free = (chr(code) for code in range(_FIRST_STAND_IN, _FIRST_STAND_IN + 0x40) if chr(code) not in page)
    stands = "".join(islice(free, len(_KEPT)))
    page = page.translate(str.maketrans(_KEPT, stands))
    found = trafilatura.extract(page, include_comments=False, include_tables=True, deduplicate=False)
    if found is None or len(found) < _FEWEST:
        found = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    return (found or "").translate(str.maketrans(stands, _KEPT))


def _near(lines: Sequence[str], title: str | None, text: str) -> tuple[str, ...]:
    """The short lines around the headline that have a number, up to the first paragraph of the article."""
    at = max((place for place, line in enumerate(lines) if title and fold(title) == fold(line)), default=-1)
    if at < 0:
        return ()
    after = takewhile(lambda line: len(line) < _PARAGRAPH or line not in text, lines[at + 1 : at + 1 + _AFTER])
    return tuple(line for line in (*after, *lines[max(at - _BEFORE, 0) : at]) if len(line) < _SHORT and any(map(str.isdigit, line)))
