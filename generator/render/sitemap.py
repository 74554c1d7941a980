"""The sitemap: every page that a search engine may keep, its translations, and the day a person stated as that of its last change.

Each page is written by itself (`url_element`) and the file put together from these parts (`sitemap_files`), so that a
part may be kept from one run to the next. Only records have a day: of a list nobody states when it changed last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.model import Page, Settings
from generator.render.handwritten import NAMES, hand_written

MOST = 50_000
"""The most addresses of one sitemap, by its protocol."""
LARGEST = 50_000_000
"""The most bytes of one sitemap, a little under the protocol's 52,428,800."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ONE_LANGUAGE = frozenset({"record", "gone", "moved"})
"""Kinds of page that stand once for all interface languages: their `alternates` are places in the page itself."""

File = tuple[str, bytes]
Parts = Mapping[str, str]
"""Address from the site's root → its `url` element."""


class Sitemap:
    """Notes pages as they are written, and has the files when all have been; `parts` are those of an earlier run."""

    def __init__(self, settings: Settings, parts: Parts | None = None) -> None:
        self._settings = settings
        self._root = f"{settings.site_url.rstrip('/')}/" if settings.site_url else ""
        self.parts: dict[str, str] = dict(parts or {})

    def note(self, page: Page) -> None:
        """Take in a page."""
        part = url_element(page, self._settings, self._root) if self._root else None
        self.parts.pop(address_of(page.uri), None)
        if part:
            self.parts[address_of(page.uri)] = part

    def keep(self, uris: Iterable[str]) -> None:
        """Forget every page that is not among these."""
        held = set(map(address_of, uris)) if self.parts else frozenset()
        self.parts = {address: part for address, part in self.parts.items() if address in held}

    def files(self) -> Iterator[File]:
        """`sitemap.xml`, and its parts where one file is too small; nothing where the site has no address."""
        if self._root:
            written = {address_of(page.uri): url_element(page, self._settings, self._root) for page in _written_by_hand(self._settings)}
            yield from sitemap_files({**{address: part or "" for address, part in written.items()}, **self.parts}, self._root)


def address_of(uri: str) -> str:
    """The address from the site's root of a Markdown file: `fr/countries/kaz.md` → `fr/countries/kaz/`."""
    stem = uri.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def url_element(page: Page, settings: Settings, root: str) -> str | None:
    """A page as the sitemap has it; `None` for one that leads elsewhere or is not to be kept."""
    front = page.front_matter
    if front.get("robots") or front.get("redirect"):
        return None
    url = Element("url")
    SubElement(url, "loc").text = root + address_of(page.uri)
    day = front.get("changed") or front.get("added")
    if day:
        SubElement(url, "lastmod").text = str(day)
    for language, path in _translations(front, settings):
        SubElement(url, "xhtml:link", rel="alternate", hreflang=language, href=root + path)
    return tostring(url, encoding="unicode")


def _translations(front: Mapping[str, object], settings: Settings) -> Iterator[tuple[str, str]]:
    """The same page in each interface language, itself among them, and for readers of any other."""
    found = front.get("alternates")
    if not isinstance(found, Mapping) or front.get("kind") in _ONE_LANGUAGE:
        return
    yield from found.items()
    yield "x-default", "" if front.get("kind") in ("home", "chooser") else found[settings.default_language]


def sitemap_files(parts: Parts, root: str) -> Iterator[File]:
    """One file, or an index of several: those of the records and those of each language, divided where they are too long."""
    ordered = sorted(parts.items())
    if _fits(ordered):
        yield "sitemap.xml", _urlset(part for _, part in ordered)
        return
    names = []
    for section, inside in groupby(ordered, key=lambda item: item[0].partition("/")[0]):
        for number, chunk in enumerate(_chunks(list(inside)), start=1):
            names.append(f"sitemap-{section or 'root'}-{number}.xml")
            yield names[-1], _urlset(part for _, part in chunk)
    places = "".join(f"<sitemap><loc>{_text(root + name)}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", f'{_HEAD}<sitemapindex xmlns="{NAMESPACE}">\n{places}</sitemapindex>\n'.encode()


def _fits(items: list[tuple[str, str]]) -> bool:
    return len(items) <= MOST and sum(len(part.encode()) + 1 for _, part in items) <= LARGEST


def _chunks(items: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Pieces that fit, halved until they do."""
    if _fits(items) or len(items) == 1:
        yield items
        return
    half = len(items) // 2
    yield from _chunks(items[:half])
    yield from _chunks(items[half:])


def _urlset(parts: Iterable[str]) -> bytes:
    lines = "".join(f"{part}\n" for part in parts)
    return f'{_HEAD}<urlset xmlns="{NAMESPACE}" xmlns:xhtml="{XHTML}">\n{lines}</urlset>\n'.encode()


def _text(text: str) -> str:
    element = Element("loc")
    element.text = text
    return tostring(element, encoding="unicode")[len("<loc>") : -len("</loc>")]


def _written_by_hand(settings: Settings) -> Iterator[Page]:
    """The hand-written pages there are, as the sitemap needs them."""
    for name in NAMES:
        alternates = {code: f"{code}/{name}/" for code in settings.languages}
        for language in settings.languages:
            if hand_written(settings.project / "docs", language, name).is_file():
                yield Page(uri=f"{language}/{name}.md", front_matter={"kind": "page", "alternates": alternates}, body="")
