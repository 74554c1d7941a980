"""Who published a page, and what its article is called: the fields of the markup weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from generator.add.markup import Markup, first
from generator.curated import Curated
from generator.text.fold import fold
from generator.text.slug import slug

_PARTED = re.compile(r"\s+[|–—\-»«·•:]+\s+|\s*[|»·•]\s*|\s*::\s*")
"""What parts a headline from the name of the site in the title of a page."""
_YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?)?"
_RIGHTS = re.compile(
    rf"(?:©|\(c\)|copyright)\s*{_YEARS}\s*[-–,:]?\s*(?P<name>[^.|©\d\n]{{2,50}}?)\s*{_YEARS}\s*"
    r"(?:[.|]|$|all rights|tous droits|alle rechte|todos los|جميع)",
    re.IGNORECASE,
)
_HEADLINES = ("//article//h1", "//main//h1", '//*[@itemprop="headline"]', "//h1")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LONGEST = 300
_EDGE = 5
_SPELLED = 5


def address_of(markup: Markup, url: str | None) -> str | None:
    """The address of the page: as the person says, else as the page does."""
    found = (
        url,
        markup.link("canonical"),
        *markup.meta("og:url"),
        first(markup.linked("mainEntityOfPage", "@id")),
        first(markup.linked("url")),
    )
    return next((each for each in found if each and _ADDRESS.fullmatch(each)), None)


def source_of(markup: Markup, url: str | None, lines: Sequence[str], curated: Curated) -> str | None:
    """Who published the page: the outlet that has its host, else the surest name of the markup, else a line that spells the host."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    known = next((source for source in curated.sources for each in source.hosts if host == each or host.endswith(f".{each}")), None)
    if known and known.names:
        return known.names[0]
    named = first(filter(_is_name, _site_names(markup)))
    host = host or _own_host(lines)
    return named or _spelled_by(host, lines) or host or None


def _own_host(lines: Sequence[str]) -> str:
    """The host of the only address that the page prints, as print views do of their own."""
    hosts = {(urlsplit(found[0]).hostname or "").removeprefix("www.") for line in lines for found in _ADDRESS.finditer(line)}
    return hosts.pop() if len(hosts) == 1 else ""


def _site_names(markup: Markup) -> Iterator[str]:
    """The names that a page has for its site, the surest first."""
    yield from markup.meta("og:site_name")
    yield from markup.linked("publisher", "name")
    yield from markup.meta(
        "application-name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "citation_journal_title"
    )
    yield from markup.meta("apple-mobile-web-app-title")
    yield from _said_in_title(markup)
    for text in markup.texts(
        "//footer | //*[contains(@class, 'copyright') or contains(@id, 'footer') or contains(@class, 'footer')] | //small"
    ):
        if found := _RIGHTS.search(text):
            yield found["name"].strip(" -–,")


def _said_in_title(markup: Markup) -> Iterator[str]:
    """What the title of the page has at the end that is farthest from the headline."""
    headlines = {fold(each) for path in _HEADLINES for each in markup.texts(path)} | {fold(each) for each in markup.meta("og:title")}
    for title in markup.texts("//head/title | //title"):
        parts = [part for part in _PARTED.split(title) if part]
        headline = next((part for part in parts if fold(part) in headlines), max(parts, key=len, default=""))
        if len(parts) > 1:
            yield parts[0] if parts.index(headline) * 2 >= len(parts) else parts[-1]


def _spelled_by(host: str, lines: Sequence[str]) -> str | None:
    """A line at the top or the foot of the page that spells the host: "The Harbour Courier" on harbourcourier.example."""
    label = max(host.split(".")[:-1] or [""], key=len).replace("-", "")
    edges = (*lines[:_EDGE], *lines[-_EDGE:])
    return next(
        (line for line in edges if len(label) >= _SPELLED and len(line) <= 60 and _is_name(line) and label in slug(line).replace("-", "")),
        None,
    )


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= 60 and any(character.isalpha() for character in text) and not text.startswith(("http", "@"))


def title_of(markup: Markup, source: str | None) -> str | None:
    """The headline: the one that most of title, headings, head and linked data have, without the name of the site."""
    found = [_without_site(each, source) for each in _titles(markup)]
    found = [each for each in found if each and len(each) <= _LONGEST and fold(each) != fold(source or "")]
    return max(found, key=lambda title: sum(_agrees(title, other) for other in found), default=None)


def _titles(markup: Markup) -> Iterator[str]:
    """Every candidate, the surest first."""
    for path in _HEADLINES:
        yield from markup.texts(path)
    yield from markup.meta("og:title", "twitter:title", "dc.title", "citation_title", "title", "headline")
    yield from markup.linked("headline")
    yield from markup.texts("//head/title | //title")


def _without_site(title: str, source: str | None) -> str:
    """A title without the name of the site, or a section, behind or before it."""
    name = fold(source or "")
    for part in (re.escape(source), re.escape(source.title())) if source else ():
        title = re.sub(rf"\s*[|–—\-»«·•:]+\s*{part}\s*$|^\s*{part}\s*[|–—\-»«·•:]+\s*", "", title, flags=re.IGNORECASE)
    parts = [part for part in _PARTED.split(title) if fold(part) != name]
    return title if len(parts) == len(_PARTED.split(title)) else " – ".join(parts)


def _agrees(title: str, other: str) -> int:
    """Whether another candidate says the same, or the same with more around it."""
    one, two = fold(title), fold(other)
    return 2 * (one == two) + (one != two and one in two)
