"""Every link of the built sites leads to a page, and to a place in it; no page leans on its own address or on another host."""

from __future__ import annotations

import html.parser
import posixpath
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import Built

pytestmark = pytest.mark.xdist_group("links")
# What a browser fetches by itself, as against what a reader may follow.
FETCHED = {"link", "script", "img", "source", "iframe", "object", "form"}


@dataclass
class Linked(html.parser.HTMLParser):
    """The links of a page as (element, address), and the places in it that a link can lead to."""

    links: list[tuple[str, str]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "cite", "poster") and value is not None:
                self.links.append((tag, value))
            if name == "id" and value:
                self.places.append(value)


@cache
def linked(page: Path) -> Linked:
    parser = Linked()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser


@pytest.fixture(params=["archive_site", "sample_site"])
def site(request: pytest.FixtureRequest) -> Path:
    built = request.getfixturevalue(request.param)
    assert isinstance(built, Built)
    return built.site


def pages(site: Path) -> list[Path]:
    """Every page but the one for missing addresses, which cannot know where it is shown."""
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def fault(site: Path, page: Path, element: str, address: str) -> str | None:
    """What is wrong with a link; `None` where it leads somewhere."""
    parts = urlsplit(address)
    if parts.scheme in ("http", "https") and element not in FETCHED:
        return None
    if parts.scheme or parts.netloc or address.startswith("/"):
        return "no relative address"
    target = page if not parts.path else Path(posixpath.normpath(page.parent / unquote(parts.path)))
    if not target.is_relative_to(site):
        return "leads out of the site"
    if target.is_dir() and not parts.path.endswith(("/", ".")):
        return "a folder without its slash"
    file = target / "index.html" if target.is_dir() else target
    if not file.is_file():
        return "no such page"
    place = unquote(parts.fragment.split(":~:")[0])
    return f"no #{place} there" if place and place not in linked(file).places else None


def test_every_link_leads_to_a_page_and_a_place(site: Path) -> None:
    found = [
        (str(page.relative_to(site)), address, wrong)
        for page in pages(site)
        for element, address in linked(page).links
        if (wrong := fault(site, page, element, address))
    ]
    assert found[:10] == []


def test_no_place_is_named_twice(site: Path) -> None:
    twice = {
        page.relative_to(site).as_posix(): [name for name in set(places) if places.count(name) > 1]
        for page in pages(site)
        if (places := linked(page).places)
    }
    assert {page: names for page, names in twice.items() if names} == {}


def test_every_page_can_be_reached_from_the_chooser(site: Path) -> None:
    seen: set[Path] = set()
    ahead = [site / "index.html"]
    while ahead:
        page = ahead.pop()
        if page in seen:
            continue
        seen.add(page)
        for element, address in linked(page).links:
            path = urlsplit(address).path
            if element == "a" and path and not urlsplit(address).scheme:
                target = Path(posixpath.normpath(page.parent / unquote(path)))
                target = target / "index.html" if target.is_dir() else target
                if target.suffix == ".html" and target.is_file():
                    ahead.append(target)
    moved = {page for page in pages(site) if 'http-equiv="refresh"' in page.read_text(encoding="utf-8")}
    assert [page.relative_to(site).as_posix() for page in pages(site) if page not in seen | moved] == []


def test_stylesheets_load_nothing_from_another_host(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text
        assert "//" not in text.replace("http://www.w3.org/2000/svg", ""), sheet
