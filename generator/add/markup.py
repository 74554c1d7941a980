"""What the markup of a saved page says of itself: fields of its head, linked data, times, headlines; each as it stands."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from generator.read.decode import UndecodableError, decode

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
_LATIN = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read these names as (WHATWG Encoding, section 4.2)."""
_ARTICLES = re.compile(r"Article|BlogPosting|Report")
_LOOSE = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Markup:
    """A parsed page; every question to it has an answer, if an empty one."""

    tree: Any

    def meta(self, *names: str) -> Iterator[str]:
        """The contents of the fields of the head that have one of these names, in the order of the names."""
        for name in names:
            for node in self.tree.iter("meta"):
                said = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
                if said == name and (content := one_line(node.get("content"))):
                    yield content

    def link(self, rel: str) -> str | None:
        """The address that a link of the head gives."""
        return next(
            (node.get("href") for node in self.tree.iter("link") if rel in (node.get("rel") or "").lower().split() and node.get("href")),
            None,
        )

    def texts(self, path: str) -> Iterator[str]:
        """The words of the elements that an XPath finds."""
        return filter(None, (one_line("".join(node.itertext())) for node in self.tree.xpath(path)))

    def values(self, path: str) -> Iterator[str]:
        """The attributes that an XPath finds."""
        return filter(None, map(one_line, self.tree.xpath(path)))

    def linked(self, *keys: str) -> Iterator[str]:
        """What the linked data of articles say under a chain of keys."""
        for node in self._articles():
            found: Any = node
            for key in keys:
                found = found[0] if isinstance(found, list) and found else found
                found = found.get(key) if isinstance(found, dict) else None
            if isinstance(found, str) and one_line(found):
                yield one_line(found)

    def _articles(self) -> Iterator[dict[str, Any]]:
        for script in self.tree.xpath('//script[@type="application/ld+json"]'):
            text = script.text or ""
            try:
                found = json.loads(text, strict=False)
            except ValueError:  # broken by its template: what can be picked out of it
                found = {"@type": "Article", **{key: _unescaped(value) for key, value in _LOOSE.findall(text)}}
            yield from (node for node in _nodes(found) if _ARTICLES.search(str(node.get("@type"))))


def parse(data: bytes) -> Markup:
    """The page in the bytes of a file, decoded as it says, or else as it seems to be.

    Raises:
        UndecodableError: for bytes that are no text.
    """
    text = _decoded(data)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, recover=True)
    tree = etree.fromstring(text.encode("utf-8", "replace") or b"<html/>", parser)
    return Markup(etree.Element("html") if tree is None else tree)


def _decoded(data: bytes) -> str:
    """The text of a page: by its mark, by the encoding that it declares where that fits, else guessed."""
    declared = _CHARSET.search(data[:4_096])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = (declared[1] or declared[2]).decode("ascii").lower()
        try:
            return data.decode(_LATIN.get(name, name))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return decode(data).text
    except UndecodableError as error:
        if error.binary:
            raise
        return data.decode("utf-8", "replace")


def _nodes(found: Any) -> Iterator[dict[str, Any]]:
    """Every object in linked data, the outer before the inner."""
    if isinstance(found, dict):
        yield found
        yield from (node for value in found.values() for node in _nodes(value))
    elif isinstance(found, list):
        yield from (node for value in found for node in _nodes(value))


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text


def one_line(text: str | None) -> str:
    """Words with single blanks."""
    return " ".join((text or "").split())


def first(found: Iterable[str]) -> str | None:
    """The first of some texts."""
    return next(iter(found), None)
