from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.model import Page
from generator.render.sitemap import Sitemap, address_of, sitemap_files, url_element
from tests.render import samples

ROOT = "https://archive.example/fork/"
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SETTINGS = replace(samples.settings(Path("/nowhere")), site_url=ROOT)


def places(content: bytes, tag: str = "url") -> list[str]:
    return [str(each.findtext("s:loc", None, SPACES)) for each in ElementTree.fromstring(content).findall(f"s:{tag}", SPACES)]


@pytest.mark.parametrize(
    ("uri", "address"),
    [("index.md", ""), ("fr/index.md", "fr/"), ("fr/countries/kaz.md", "fr/countries/kaz/"), ("fr/my-index.md", "fr/my-index/")],
)
def test_address_of(uri: str, address: str) -> None:
    assert address_of(uri) == address


def test_a_list_names_its_translations_itself_and_the_default() -> None:
    page = Page(uri="fr/people.md", front_matter={"kind": "people", "alternates": {"ar": "ar/people/", "en": "en/people/"}}, body="")
    written = url_element(page, SETTINGS, ROOT) or ""
    assert '<xhtml:link rel="alternate" hreflang="ar" href="https://archive.example/fork/ar/people/"' in written
    assert '<xhtml:link rel="alternate" hreflang="x-default" href="https://archive.example/fork/en/people/"' in written
    assert "lastmod" not in written


def test_a_record_has_its_stated_day_and_no_translations() -> None:
    front = {"kind": "record", "added": "2026-01-01", "changed": "2026-02-04", "alternates": {"fr": "records/a/#card-fr"}}
    written = url_element(Page(uri="records/a.md", front_matter=front, body=""), SETTINGS, ROOT)
    assert written == "<url><loc>https://archive.example/fork/records/a/</loc><lastmod>2026-02-04</lastmod></url>"


@pytest.mark.parametrize("front", [{"kind": "moved", "redirect": "records/b/", "robots": "noindex"}, {"kind": "gone", "robots": "noindex"}])
def test_what_leads_elsewhere_or_is_gone_is_left_out(front: dict[str, str]) -> None:
    assert url_element(Page(uri="records/a.md", front_matter=front, body=""), SETTINGS, ROOT) is None


def test_many_pages_are_divided_and_each_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.sitemap.MOST", 3)
    addresses = ["", "ar/", "en/", "fr/", *(f"records/{number}/" for number in range(7))]
    files = dict(sitemap_files({address: f"<url><loc>{ROOT}{address}</loc></url>" for address in addresses}, ROOT))
    index = places(files["sitemap.xml"], "sitemap")
    assert [place.removeprefix(ROOT) for place in index] == list(files)[:-1]
    assert len([place for place in index if "-records-" in place]) == 3
    found = [place for name in list(files)[:-1] for place in places(files[name])]
    assert sorted(found) == sorted(ROOT + address for address in addresses)
    assert all(len(places(files[name])) <= 3 for name in list(files)[:-1])


def test_without_an_address_there_is_no_sitemap() -> None:
    sitemap = Sitemap(replace(SETTINGS, site_url=None))
    sitemap.note(Page(uri="index.md", front_matter={"kind": "chooser"}, body=""))
    assert list(sitemap.files()) == []
