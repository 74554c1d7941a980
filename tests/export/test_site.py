"""A built site as machines read it: heads, linked data, feeds and files beside the pages, found by other people's readers."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from posixpath import normpath
from threading import Thread
from xml.etree import ElementTree

import extruct
import feedparser
import pytest
import trafilatura
from pyld import jsonld
from sickle import Sickle

from tests.conftest import chancery, copied_project, once
from tests.export.conftest import HOSTILE, plain

pytestmark = pytest.mark.xdist_group("machines")

ADDRESS = "https://archive.example/fork/"
TITLES = {name: title for name, title in HOSTILE.items() if name not in ("nul", "surrogate")}
"""Those that a seed may state; the others are refused."""
VOCABULARY = {"@vocab": "https://schema.org/"}


class Head(HTMLParser):
    """The `meta` and `link` elements of a page, its title, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[dict[str, str | None]] = []
        self.links: list[dict[str, str | None]] = []
        self.anchors: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        {"meta": self.metas, "link": self.links, "script": self.scripts}.get(tag, []).append(found)
        if tag == "a" and found.get("href"):
            self.anchors.append(str(found["href"]))

    def content(self, name: str) -> str | None:
        """The first value of a tag by its name or property."""
        return next((each["content"] for each in self.metas if name in (each.get("name"), each.get("property"))), None)


def zotero(head: Head) -> dict[str, str | None]:
    """What Zotero's reader of embedded metadata makes of a page, by its order of precedence."""
    kind = {"website": "webpage"}.get(head.content("og:type") or "") or head.content("DC.type")
    if kind is None and head.content("citation_title"):
        kind = "journalArticle"
    names = {
        "title": ("citation_title", "DC.title", "og:title"),
        "date": ("citation_publication_date", "article:published_time", "DCTERMS.issued", "DC.date"),
        "language": ("citation_language", "DC.language"),
        "publication": ("citation_journal_title", "DC.source", "og:site_name"),
        "url": ("citation_public_url", "og:url"),
    }
    return {"type": kind, **{field: next(filter(None, map(head.content, tags)), None) for field, tags in names.items()}}


def _seed(title: str, number: int) -> str:
    stated = {"title": title, "parties": ["FRA", "MAR"], "event": "visit", "date": f"2020-05-{number + 1:02}", "added": "2026-02-03"}
    stated["source"] = {"name": title, "url": "https://press.example/"}
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in stated.items())
    return f"---\n{lines}---\nThe two ministers met in Rabat and spoke of rails.\n"


def _make(folder: Path) -> None:
    """A project with seeds of its own and some whose titles break formats, at an address."""
    home = copied_project(folder / "archive")
    settings = home / "mkdocs.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nsite_url: {ADDRESS}\n", encoding="utf-8")
    for number, (name, title) in enumerate(TITLES.items()):
        (home / "seeds" / f"bad-{name}.txt").write_text(_seed(title, number), encoding="utf-8")
    withheld = "---\ntitle: Only cited\nrights: citation-only\n---\nOnly cited\nThese words are nobody else's business.\n"
    (home / "seeds" / "withheld.txt").write_text(withheld, encoding="utf-8")
    result = chancery("build", cwd=home)
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "machines", _make) / "archive" / "site"


@pytest.fixture(scope="module")
def heads(site: Path) -> dict[str, Head]:
    pages = site.rglob("index.html")
    return {path.relative_to(site).as_posix().removesuffix("index.html"): Head(path.read_text(encoding="utf-8")) for path in pages}


@pytest.fixture(scope="module")
def catalogue(site: Path) -> dict[str, dict]:
    lines = (site / "data/records.jsonl").read_text(encoding="utf-8").split("\n")
    return {line["slug"]: line for line in map(json.loads, filter(None, lines))}


def test_zotero_files_an_article_with_its_title_date_and_language(heads: dict[str, Head], catalogue: dict[str, dict]) -> None:
    assert len(catalogue) == 5 + len(TITLES) + 1
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


def test_linked_data_is_read_on_every_kind_of_page(site: Path, heads: dict[str, Head]) -> None:
    kinds: set[str] = set()
    for place, head in heads.items():
        html = (site / place / "index.html").read_text(encoding="utf-8")
        if not any(each.get("type") == "application/ld+json" for each in head.scripts):
            continue
        (node,) = extruct.extract(html, base_url=ADDRESS + place, syntaxes=["json-ld"])["json-ld"]
        assert node.pop("@context") == "https://schema.org"
        (expanded,) = jsonld.expand({"@context": VOCABULARY, **node}, {"base": ADDRESS + place})
        kinds.update(expanded["@type"])
        assert not {type(each) for each in node.values()} & {type(None)}
    assert {f"https://schema.org/{kind}" for kind in ("NewsArticle", "ArchiveComponent", "CollectionPage", "WebSite")} <= kinds


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
    assert node["mainEntity"]["numberOfItems"] == len(TITLES)


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


def test_a_reader_of_articles_takes_title_date_and_text_and_nothing_else(site: Path, catalogue: dict[str, dict]) -> None:
    wrong = []
    for slug, record in catalogue.items():
        html = (site / f"records/{slug}/index.html").read_text(encoding="utf-8")
        found = json.loads(trafilatura.extract(html, output_format="json", with_metadata=True, url=f"{ADDRESS}records/{slug}/") or "{}")
        title = record["title"]["value"]
        date = (record["published"] or record["date"] or {"value": ""})["value"]
        text = found.get("text") or ""
        assert "¶" not in text
        assert not any(each["text"].strip() in text for each in record["removed"] if len(each["text"].strip()) > 20)
        assert not any(name in text for name in ("BibTeX", "CSL-JSON", "Catalogue card"))
        whole = title if record["title"]["basis"] != "devised" else f"[{title}]"
        if (found.get("title") or "").split() != plain(whole).split() or (
            len(date) == 10 and "X" not in date and found.get("date") != date
        ):
            wrong.append(slug)
    assert [slug for slug in wrong if not slug.startswith("bad-")] == []  # titles made of markup this reader tidies itself


class Gateway(BaseHTTPRequestHandler):
    """Serves the records of a static repository as an OAI-PMH gateway would."""

    repository: ElementTree.Element

    def do_GET(self) -> None:
        space = "{http://www.openarchives.org/OAI/2.0/}"
        answer = ElementTree.Element(f"{space}OAI-PMH")
        listed = ElementTree.SubElement(answer, f"{space}ListRecords")
        listed.extend(self.repository.iter(f"{space}record"))
        self.send_response(200)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.end_headers()
        self.wfile.write(ElementTree.tostring(answer, encoding="utf-8"))

    def log_message(self, *_: object) -> None:
        pass


def test_a_harvester_takes_every_record(site: Path, catalogue: dict[str, dict]) -> None:
    handler = type("Own", (Gateway,), {"repository": ElementTree.parse(site / "data/oai.xml").getroot()})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        harvested = list(Sickle(f"http://127.0.0.1:{server.server_port}/").ListRecords(metadataPrefix="oai_dc"))
        server.shutdown()
    assert [each.header.identifier for each in harvested] == [f"oai:archive.example:{slug}" for slug in catalogue]
    languages = [record["language"]["value"] for record in catalogue.values()]
    assert [each.metadata["language"] for each in harvested] == [[code] for code in languages]
    assert harvested[0].metadata["identifier"] == [f"{ADDRESS}records/{next(iter(catalogue))}/"]


def test_what_may_only_be_cited_stands_in_no_file(site: Path) -> None:
    for path in site.rglob("*"):
        assert not (path.is_file() and b"else's business" in path.read_bytes()), path


def test_the_table_opens_with_every_record(site: Path, catalogue: dict[str, dict]) -> None:
    with (site / "data/records.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [record["id"] for record in catalogue.values()]
    assert {row["address"] for row in rows} == {f"{ADDRESS}records/{slug}/" for slug in catalogue}
