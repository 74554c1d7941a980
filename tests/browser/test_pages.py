"""Every page of a site, as a reader's browser sees it."""

from __future__ import annotations

import html.parser
import json
import os
import re
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from generator.text.bidi import language_direction
from generator.text.slug import slug
from tests.browser.reader import REFRESH, Reader, Site, reading

LOOKS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]


def test_every_page_has_language_and_direction(site: Site) -> None:
    for path in site.pages():
        source = site.source(path)
        language = re.search(r'<html lang="([\w-]+)"', source)
        direction = re.search(r'<body dir="(ltr|rtl)"', source)
        assert language, path
        assert direction, path
        assert direction[1] == language_direction(language[1]), path


def test_every_record_has_its_own_language_and_direction(site: Site) -> None:
    records = [path for path in site.pages() if path.startswith("records/") and "data-record" in site.source(path)]
    assert records
    for path in records:
        article = re.search(r"<article[^>]*>", site.source(path))
        assert article, path
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', article[0]))
        assert told["dir"] == language_direction(told["lang"]), path
        assert slug(told["data-record"]) == path.split("/")[1], path


def test_the_page_says_of_a_record_what_the_catalogue_says(built_site: Site) -> None:
    for line in (built_site.folder / "data/records.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        source = built_site.source(f"records/{record['slug']}/")
        article = re.search(r"<article[^>]*>", source)
        assert article, record["slug"]
        for attribute in (f'lang="{record["language"]["value"]}"', f'dir="{record["direction"]}"', f'data-record="{record["id"]}"'):
            assert attribute in article[0], (record["slug"], attribute)


_LIVE_SCRIPT = re.compile(r'<script(?![^>]*(?:\bsrc=|"application/ld\+json"))')


def test_no_inline_script_style_or_foreign_address(site: Site) -> None:
    for path in site.pages():
        source = site.source(path)
        assert not re.search(r"<style|\sstyle=|\son\w+=", source.split("<main")[0]), path
        assert not _LIVE_SCRIPT.search(source), path
        assert not re.search(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="(?:https?:)?//', source.replace('rel="canonical"', "")), path
        assert 'name="generator"' not in source, path


def test_pages_are_quiet_and_fit_a_telephone(browser: Browser, site: Site) -> None:
    """A page of each kind and language; every page where `CHANCERY_AUDIT` is set."""
    with reading(browser, site, width=360) as reader:
        for path in site.readable() if "CHANCERY_AUDIT" in os.environ else site.sample().values():
            reader.open(path)
            assert reader.overflow() <= 0, path
            assert not reader.complaints, (path, reader.complaints)


@pytest.mark.parametrize("turn", range(len(LOOKS)))
def test_axe_finds_nothing(browser: Browser, site: Site, turn: int) -> None:
    """Each page in one of the looks, each look on every fourth page; all pages in all looks where `CHANCERY_AUDIT` is set."""
    width, scheme = LOOKS[turn]
    step = 1 if "CHANCERY_AUDIT" in os.environ else len(LOOKS)
    with reading(browser, site, width=width, scheme=scheme) as reader:
        for path in (path for number, path in enumerate(site.sample().values()) if (number - turn) % step == 0):
            reader.open(path)
            assert not reader.complaints, (path, reader.complaints)
            assert _violations(reader) == [], path


def _violations(reader: Reader) -> list[str]:
    """What axe finds, one line a rule with the first place."""
    found = Axe().run(reader.page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]} {rule['nodes'][0].get('failureSummary', '')}" for rule in found]


def test_every_link_leads_somewhere(site: Site) -> None:
    missing = [
        (path, link) for path in site.pages() if path != "404.html" for link in _links(site.source(path)) if not _exists(site, path, link)
    ]
    assert missing == []


class _Links(html.parser.HTMLParser):
    """Collects the addresses of links, forms, stylesheets and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src", "action") and value]


def _links(source: str) -> list[str]:
    parser = _Links()
    parser.feed(source)
    return parser.found


def _exists(site: Site, path: str, link: str) -> bool:
    """Whether a relative link ends at a file of the site; links with a scheme are not followed."""
    if urlsplit(link).scheme:
        return True
    target = urlsplit(urljoin(f"https://here/{path}", link)).path.lstrip("/")
    return (site.folder / target / "index.html").is_file() if target.endswith("/") or not target else (site.folder / target).is_file()


def test_former_addresses_lead_to_a_page_of_the_site(site: Site) -> None:
    for path in set(site.pages()) - set(site.readable()) - {"404.html"}:
        target = re.search(REFRESH + r' content="0; url=([^"]*)"', site.source(path))
        assert target, path
        assert _exists(site, path, target[1].split("#")[0] or "./"), path


def test_missing_page_speaks_every_language(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("not/here/")
        assert page.locator("section[lang=ar][dir=rtl] h2").inner_text()
        assert page.locator("section[lang=fr][dir=ltr] h2").inner_text()
        assert page.locator("section").count() == 4


def test_first_view_is_light(site: Site) -> None:
    import gzip

    sheet = len(gzip.compress((site.folder / "assets/chancery.css").read_bytes(), 9))
    assert sheet < 6_000
    heaviest = max(len(gzip.compress(site.source(path).encode(), 9)) for path in site.sample().values())
    assert heaviest + sheet < 30_000
