"""What the first view of a page costs, measured in a browser: bytes, requests, faces, hosts, and whether anything moves."""

from __future__ import annotations

import gzip
import os
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Response, Route

from tests.browser.reader import Reader, Site, reading

pytestmark = pytest.mark.xdist_group("budget")
HEAVIEST = 30_000
"""Bytes of a first view without faces, compressed."""
MOST_REQUESTS = 4
FACES = 120_000
"""Bytes of the Arabic faces of a page."""
STILL = 0.02
"""Layout shift up to which a page counts as still, on the first visit too: a fifth of what is "good" (web.dev, Core Web Vitals)."""
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_SHIFT = """() => new Promise((resolve) => {
    let moved = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; })
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(moved), 150);
})"""
_PAINTED = """() => new Promise((resolve) => { new PerformanceObserver(() => resolve()).observe({type: "paint", buffered: true}); })"""
_TEXT = """() => { const copy = document.body.cloneNode(true);
    for (const each of copy.querySelectorAll(".langs")) each.remove(); return copy.textContent; }"""


@dataclass
class Cost:
    """What a page asked of the network."""

    hosts: set[str] = field(default_factory=set)
    sizes: dict[str, int] = field(default_factory=dict)
    faces: dict[str, int] = field(default_factory=dict)

    def note(self, answer: Response) -> None:
        self.hosts.add(urlsplit(answer.url).netloc)
        body = answer.body()
        if answer.url.endswith(".woff2"):
            self.faces[answer.url] = len(body)
        else:
            self.sizes[answer.url] = len(body if answer.url.endswith(".z") else gzip.compress(body, 9))


def cost(reader: Reader, path: str) -> Cost:
    """The cost of opening a page in a browser that has seen nothing."""
    found = Cost()
    answers: list[Response] = []
    reader.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright cannot mark a bound method of a list
    reader.open(path)
    reader.page.wait_for_load_state("networkidle")
    for answer in tuple(answers):
        found.note(answer)
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_view_of_every_kind_of_page(browser: Browser, built_site: Site, width: int) -> None:
    host = urlsplit(built_site.address).netloc
    for number, ((kind, language), path) in enumerate(built_site.sample().items()):
        if number % 4 != (width == 360) and "CHANCERY_AUDIT" not in os.environ:
            continue  # each fourth page in each width; all in both by `make audit`
        if kind == "search":  # its first view ends where it reads the index: tests/browser/test_search.py
            continue
        with reading(browser, built_site, width=width) as reader:
            found = cost(reader, path)
            told = (path, found)
            assert found.hosts == {host}, told
            assert len(found.sizes) <= MOST_REQUESTS, told
            assert sum(found.sizes.values()) <= HEAVIEST, told
            written = _ARABIC.search(reader.page.evaluate(_TEXT))
            assert sum(found.faces.values()) <= (FACES if written else 0), told
            assert language != "ar" or found.faces, told
            assert reader.page.evaluate(_SHIFT) <= STILL, path


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_faces_come_late(browser: Browser, built_site: Site, width: int) -> None:
    record = next(path for (kind, language), path in built_site.sample().items() if language == "ar" and path.startswith("records/"))
    with reading(browser, built_site, width=width) as reader:
        late: list[Route] = []
        reader.page.route("**/*.woff2", lambda face: late.append(face))  # noqa: PLW0108 - as above
        reader.page.goto(built_site.address + record, wait_until="commit")
        reader.page.evaluate(_PAINTED)
        reader.page.wait_for_timeout(500)  # what a browser waits for a face is a fifth of that
        assert late
        for face in late:
            face.continue_()
        reader.page.evaluate("document.fonts.ready.then(() => true)")
        assert reader.page.evaluate(_SHIFT) == 0


def test_the_stylesheet_is_small(built_site: Site) -> None:
    assert len(gzip.compress((built_site.folder / "assets/chancery.css").read_bytes(), 9)) < 6_000
