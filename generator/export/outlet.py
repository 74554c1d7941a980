"""What every export is given: the archive, the tables, and how addresses and names are written."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from generator.curated import Curated
from generator.model import Archive, Entry, Settings
from generator.text.citing import paired

Name = Callable[[str, str], str]
"""The name of a value by kind and id in a language: `("c:KAZ", "fr")` → `Kazakhstan`."""
File = tuple[str, bytes]
"""Address from the site's root, and bytes."""
FIXED_DAY = "1970-01-01"
"""Stands for a day that nobody stated where a format demands one and `oai_day` is not set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An archive on its way out: `name` words the ids, addresses are absolute where the site has one."""

    archive: Archive
    settings: Settings
    curated: Curated
    name: Name

    @property
    def root(self) -> str | None:
        """The site's address with a slash at its end."""
        return f"{self.settings.site_url.rstrip('/')}/" if self.settings.site_url else None

    @property
    def domain(self) -> str:
        """The site's domain; empty without an address."""
        return urlsplit(self.settings.site_url or "").hostname or ""

    @property
    def fixed_day(self) -> str:
        """The day for what has none."""
        return self.settings.oai_day or FIXED_DAY

    def address(self, path: str, here: str = "") -> str:
        """The address of a page: absolute where the site has one, else relative to the file `here`."""
        if self.root:
            return self.root + path
        way = posixpath.relpath(f"/{path}", posixpath.dirname(f"/{here}"))
        return f"{way}/" if path.endswith("/") or not path else way

    def permanent(self, path: str) -> str:
        """A name that holds wherever the site stands: its address, or a URN made of the path."""
        return self.root + path if self.root else uuid5(NAMESPACE_URL, f"{self.settings.site_name}/{path}").urn

    def party(self, party: str, language: str) -> str:
        """The name of a country or organisation."""
        kind = "o" if party in self.curated.organisations else "c"
        return self.name(f"{kind}:{party}", language)

    def pair(self, pair: str, language: str) -> str:
        """The name of a relation."""
        return " – ".join(self.party(side, language) for side in pair.split("-"))


def record_path(entry: Entry) -> str:
    """A record's address from the site's root."""
    return f"records/{entry.slug}/"


def json_bytes(value: object, *, indent: int | None = None) -> bytes:
    """A value as JSON in UTF-8 with a line break after it."""
    return (paired(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n").encode()


def xml_bytes(root: ElementTree.Element) -> bytes:
    """An element as an XML file, indented."""
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode").encode() + b"\n"


def xml_part(element: ElementTree.Element) -> bytes:
    """An element as a part of a file, indented as a child of its root."""
    ElementTree.indent(element, level=1)
    return b"  " + ElementTree.tostring(element, encoding="unicode").encode() + b"\n"


def xml_around(root: ElementTree.Element, parts: Iterable[bytes]) -> bytes:
    """A root that has children as an XML file, with parts that are written already after them."""
    whole = xml_bytes(root)
    end = whole.rindex(b"</")
    return whole[:end] + b"".join(parts) + whole[end:]
