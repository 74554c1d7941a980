"""A built site as machines read it: heads, linked data, feeds and files beside the pages, found by other people's readers."""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from pathlib import Path
from posixpath import normpath
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import extruct
import feedparser
import pytest
from pyld import jsonld

from tests.conftest import PROJECT
from tests.export.hostile import HOSTILE, plain
from tests.export.machines import ADDRESS, TITLES, VOCABULARY, Coins, Head, zotero

pytestmark = pytest.mark.xdist_group("machines")


def test_zotero_files_an_article_with_its_title_date_and_language(heads: dict[str, Head], catalogue: dict[str, dict]) -> None:
    assert len(catalogue) == len(list((PROJECT / "seeds").glob("*.txt"))) + len(TITLES) + 1
    for slug, record in catalogue.items():
        item = zotero(heads[f"records/{slug}/"])
        title = record["title"]["value"]
        found = record["published"] or record["date"]
        date = found["value"] if found and re.match(r"\d{4}", found["value"]) else None
        assert item["type"] == "newspaperArticle"
        assert item["title"] == plain(f"[{title}]" if record["title"]["basis"] == "devised" else title).replace("\u202e", "")
        assert (item["date"] or "").replace("/", "-") == (date or "")
        assert item["language"] == record["language"]["value"]
        assert item["url"] == f"{ADDRESS}records/{slug}/"
        assert item["publication"] == (plain(record["source"]["value"]["name"]).replace("\u202e", "") if record["source"] else "Chancery")


def _nodes(site: Path, place: str) -> list[dict]:
    html = (site / place / "index.html").read_text(encoding="utf-8")
    return extruct.extract(html, base_url=ADDRESS + place, syntaxes=["json-ld"])["json-ld"]


def test_linked_data_is_read_on_every_kind_of_page(site: Path, heads: dict[str, Head]) -> None:
    kinds: dict[str, set[str]] = {}
    for place, head in heads.items():
        nodes = _nodes(site, place)
        assert len(nodes) == (0 if head.kind in SILENT else 1), place
        for node in nodes:
            assert node.pop("@context") == "https://schema.org"
            (expanded,) = jsonld.expand({"@context": VOCABULARY, **node}, {"base": ADDRESS + place})
            kinds.setdefault(head.kind, set()).update(each.removeprefix("https://schema.org/") for each in expanded["@type"])
            assert not {type(each) for each in node.values()} & {type(None)}
    assert kinds.pop("record") == {"NewsArticle", "ArchiveComponent"}
    assert kinds.pop("home") == kinds.pop("chooser") == {"WebSite"}
    assert (kinds.pop("search"), kinds.pop("data")) == ({"SearchResultsPage"}, {"Dataset"})
    assert set(map(frozenset, kinds.values())) == {frozenset({"CollectionPage"})}
    assert {
        "country",
        "relation",
        "year",
        "month",
        "undated",
        "days",
        "day-month",
        "topic",
        "person",
        "language",
        "records",
    } <= kinds.keys()


SILENT = ("moved", "gone", "page", "")
"""Kinds of page without linked data: what leads elsewhere, and what is written by hand."""


def test_an_index_lists_what_its_page_lists(site: Path, heads: dict[str, Head]) -> None:
    """Every `ListItem` leads to a page that the index links to, and every line of it is one."""
    for place, head in heads.items():
        node = next(iter(_nodes(site, place)), {}).get("mainEntity")
        if node is None or node["@type"] != "ItemList":
            continue
        items = node.get("itemListElement", [])
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert node["numberOfItems"] == len(items)
        listed = {item["url"].removeprefix(ADDRESS).partition("#")[0] for item in items}
        linked = {normpath(f"{place}{anchor.partition('#')[0]}").removeprefix("./") + "/" for anchor in head.anchors}
        assert listed <= linked | {place}, place
        records = {way for way in linked if way.startswith("records/") and way != "records/"}
        if head.kind in ("year", "month", "topic", "relation", "language", "records"):
            assert {way for way in listed if way.startswith("records/")} == records, place


def test_reference_managers_find_the_records_of_a_list(site: Path, catalogue: dict[str, dict]) -> None:
    html = (site / "fr/records/index.html").read_text(encoding="utf-8")
    spans = [dict(parse_qsl(value, strict_parsing=True)) for value in Coins(html).found]
    assert {span["rft.identifier"] for span in spans} == {f"{ADDRESS}records/{slug}/" for slug in catalogue}
    titles = {
        record["title"]["value"] if record["title"]["basis"] != "devised" else f"[{record['title']['value']}]"
        for record in catalogue.values()
    }
    assert {span["rft.title"] for span in spans} == {plain(title).replace("\u202e", "") for title in titles}
    for span in spans:
        assert span["ctx_ver"] == "Z39.88-2004"
        assert (span["rft_val_fmt"], span["rft.type"]) == ("info:ofi/fmt:kev:mtx:dc", "newspaperArticle")


def test_a_records_linked_data_says_what_its_card_says(site: Path) -> None:
    html = (site / "records/bad-script/index.html").read_text(encoding="utf-8")
    (node,) = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    assert node["headline"] == HOSTILE["script"]
    assert "datePublished" not in node
    assert node["about"]["startDate"] == "2020-05-02"
    assert [each["identifier"] for each in node["about"]["attendee"]] == ["FRA", "MAR"]
    assert [each.get("type") for each in Head(html).scripts if "src" not in each] == ["application/ld+json"]
    assert "alert(1)</script>" not in html
    assert "alert(2)</script>" not in (site / "records/bad-title/index.html").read_text(encoding="utf-8")


def test_breadcrumbs_lead_to_pages(heads: dict[str, Head], site: Path) -> None:
    html = (site / "fr/relations/fra-mar/index.html").read_text(encoding="utf-8")
    (node,) = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    steps = [step["item"].removeprefix(ADDRESS) for step in node["breadcrumb"]["itemListElement"]]
    assert steps == ["fr/", "fr/relations/", "fr/relations/fra-mar/"]
    assert set(steps) <= heads.keys()
    assert len(node["mainEntity"]["itemListElement"]) == node["mainEntity"]["numberOfItems"] == len(TITLES)


def test_every_file_that_a_page_names_is_there(heads: dict[str, Head], site: Path) -> None:
    for place, head in heads.items():
        named = [str(each["href"]) for each in head.links if each.get("rel") in ("alternate", "search")] + head.anchors
        for link in named:
            if link.startswith(("http:", "https:", "mailto:", "#")) or not re.search(r"\.\w+$|SUMS$", link):
                continue
            assert (site / normpath(f"{place}{link}")).is_file(), (place, link)


def test_feeds_are_linked_from_their_pages_and_readable(heads: dict[str, Head], site: Path) -> None:
    def feeds(place: str) -> list[str]:
        return [str(each["href"]) for each in heads[place].links if each.get("type") in ("application/atom+xml", "application/feed+json")]

    assert feeds("fr/countries/mar/") == ["../../../feeds/fr/countries/mar.xml", "../../../feeds/fr/countries/mar.json"]
    assert feeds("ar/") == ["../feeds/ar/all.xml", "../feeds/ar/all.json"]
    for path in (site / "feeds").rglob("*.xml"):
        assert not feedparser.parse(path.read_bytes()).bozo, path


def test_the_sitemap_tells_days_that_people_stated_and_no_redirects(heads: dict[str, Head], site: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ElementTree.parse(site / "sitemap.xml").getroot().findall("s:url", space)
    days = {str(url.findtext("s:loc", None, space)).removeprefix(ADDRESS): url.findtext("s:lastmod", None, space) for url in urls}
    assert days["records/bad-quotes/"] == "2026-02-03"
    assert days["fr/countries/mar/"] is None
    moved = {place for place, head in heads.items() if head.content("robots") == "noindex"}
    assert moved
    assert days.keys() == heads.keys() - moved


UNPACK = {".gz": gzip.decompress, ".z": zlib.decompress}


def test_what_may_only_be_cited_stands_in_no_file(site: Path) -> None:
    """Nor does any word of it, in pages, data, feeds, fragments or dictionaries of the search; an open text's words do."""
    withheld, open_to_all = [], set()
    for path in (path for path in site.rglob("*") if path.is_file()):
        content = UNPACK.get(path.suffix, bytes)(path.read_bytes())
        if b"else's business" in content or b"quetzalcoatlus" in content.lower():
            withheld.append(path.relative_to(site).as_posix())
        if b"archaeopteryx" in content.lower():
            open_to_all.add(path.relative_to(site).parts[0])
    assert withheld == []
    assert {"records", "data", "search"} <= open_to_all


def test_the_table_opens_with_every_record(site: Path, catalogue: dict[str, dict]) -> None:
    with (site / "data/records.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [record["id"] for record in catalogue.values()]
    assert {row["address"] for row in rows} == {f"{ADDRESS}records/{slug}/" for slug in catalogue}
