"""When a page was published: what its head, linked data, time elements and address say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime

from generator.add.markup import Markup

_FIELDS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "citation_publication_date",
    "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate", "originalpublicationdate",
    "article.published", "displaydate", "date",
)  # fmt: skip
_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)|[/-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[/_.-]|$)")
_TIMES = (
    '//*[@itemprop="datePublished"]/@datetime | //*[@itemprop="datePublished"]/@content',
    "//time[@pubdate]/@datetime | //article//header//time/@datetime",
    "//time[contains(@class, 'publish') or contains(@class, 'entry-date')]/@datetime",
)
_ANY_TIME = "(//article//time/@datetime)[1] | (//main//time/@datetime)[1]"
_OLDEST = 1850


def days_of(markup: Markup, url: str | None) -> Iterator[tuple[str, float]]:
    """The days that the markup and the address give, each with its weight; each kind of field speaks once."""
    kinds = (
        (1.0, markup.meta(*_FIELDS)),
        (1.0, markup.linked("datePublished")),
        (0.9, (each for path in _TIMES for each in markup.values(path))),
        (0.5, markup.values(_ANY_TIME)),
        (0.9, _in_address(url)),
    )
    for weight, values in kinds:
        day = next(filter(None, map(day_of, values)), None)
        if day:
            yield day, weight


def modified_days(markup: Markup) -> Iterator[str]:
    """The days on which the page says it was changed."""
    values = (*markup.meta(*_CHANGED), *markup.linked("dateModified"), *markup.values('//*[@itemprop="dateModified"]/@*'))
    return filter(None, map(day_of, values))


def _in_address(url: str | None) -> Iterator[str]:
    for found in _IN_ADDRESS.finditer(url or ""):
        yield "-".join(filter(None, found.groups()))


def day_of(value: str) -> str | None:
    """The day in a machine's date (ISO 8601 in its forms, RFC 5322); `None` where it gives no whole day that exists."""
    found = _ISO.search(value)
    try:
        if found:
            year, month, day = (int(part) for part in found.groups() if part)
            return date(year, month, day).isoformat() if year >= _OLDEST else None
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError):
        return None
