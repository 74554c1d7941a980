"""Readers of other people's making take the archive's pages and its repository: an extractor of articles, a harvester."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from unicodedata import category, normalize
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import pytest
import trafilatura
from sickle import Sickle

from tests.conftest import Built
from tests.export.hostile import plain
from tests.export.machines import ADDRESS, catalogued

pytestmark = pytest.mark.xdist_group("machines")
LEAST = 0.95
"""The share of records that an extractor must read right."""
_FURNITURE = ("BibTeX", "CSL-JSON", "Catalogue card", "¶")


def faults(html: str, record: dict) -> Iterator[str]:
    """What an extractor of articles misses of a record's page, or takes for its text."""
    found = json.loads(trafilatura.extract(html, output_format="json", with_metadata=True, url=ADDRESS) or "{}")
    title = record["title"]["value"]
    whole = f"[{title}]" if record["title"]["basis"] == "devised" else title
    if squeezed(found.get("title") or "") != squeezed(plain(whole)):
        yield f"title {found.get('title')!r}"
    date = (record["published"] or record["date"] or {"value": ""})["value"]
    if len(date) == 10 and "X" not in date and found.get("date") != date:
        yield f"date {found.get('date')!r}"
    text = found.get("text") or ""
    if any(name in text for name in _FURNITURE):
        yield "furniture"
    if any(each["text"].strip() in text for each in record["removed"] if len(each["text"].strip()) > 20):
        yield "what was removed"
    blocks = [squeezed(each["text"]) for each in record["body"] if each["role"] != "title" and each["kind"] != "table"]
    missing = sum(len(block) for block in blocks if block not in squeezed(text))
    if missing > 0.1 * sum(map(len, blocks)):
        yield "not the text"


def squeezed(text: str) -> str:
    """Text without what such readers tidy: white space, joiners, the order of combining marks, list bullets."""
    return re.sub(r"[\s-]", "", "".join(sign for sign in normalize("NFC", text) if category(sign) != "Cf"))


def _read(site: Path, records: dict[str, dict]) -> dict[str, list[str]]:
    pages = {slug: (site / f"records/{slug}/index.html").read_text(encoding="utf-8") for slug in records}
    found = {slug: list(faults(pages[slug], record)) for slug, record in records.items()}
    return {slug: told for slug, told in found.items() if told}


def test_a_reader_of_articles_takes_title_date_and_text_and_nothing_else(site: Path, catalogue: dict[str, dict]) -> None:
    wrong = _read(site, catalogue)
    own = {slug for slug in catalogue if not slug.startswith("bad-")}  # it tidies titles made of markup itself
    assert len(wrong.keys() & own) <= (1 - LEAST) * len(own), wrong


@pytest.mark.shared
def test_a_reader_of_articles_takes_the_sample_texts(whole_sample_site: Built) -> None:
    records = catalogued(whole_sample_site.site)
    wrong = _read(whole_sample_site.site, records)
    assert len(records) > 30
    assert len(wrong) <= (1 - LEAST) * len(records), wrong


_OAI = "http://www.openarchives.org/OAI/2.0/"


class Gateway(BaseHTTPRequestHandler):
    """Answers for a static repository as an OAI-PMH gateway would: each verb with the part of the file that holds its answer."""

    repository: Element

    def do_GET(self) -> None:
        asked = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        answer = Element(f"{{{_OAI}}}OAI-PMH")
        verb = SubElement(answer, f"{{{_OAI}}}{asked['verb']}")
        if asked["verb"] in ("ListRecords", "GetRecord"):
            records = self.repository.iter(f"{{{_OAI}}}record")
            wanted = asked.get("identifier")
            verb.extend(each for each in records if wanted in (None, each.findtext(f".//{{{_OAI}}}identifier")))
        else:
            (part,) = (each for each in self.repository if each.tag.endswith(f"}}{asked['verb']}"))
            verb.extend(part)
        self.send_response(200)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.end_headers()
        self.wfile.write(ElementTree.tostring(answer, encoding="utf-8"))

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def harvester(repository: Path) -> Iterator[Sickle]:
    """A harvester that asks a gateway for the repository."""
    root = ElementTree.parse(repository).getroot()
    static = "{http://www.openarchives.org/OAI/2.0/static-repository}"
    for each in root.find(f"{static}Identify") or ():
        each.tag = f"{{{_OAI}}}{each.tag.rpartition('}')[2]}"
    handler = type("Own", (Gateway,), {"repository": root})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Sickle(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


def test_a_harvester_takes_every_record(site: Path, catalogue: dict[str, dict]) -> None:
    with harvester(site / "data/oai.xml") as sickle:
        harvested = list(sickle.ListRecords(metadataPrefix="oai_dc"))
    assert [each.header.identifier for each in harvested] == [f"oai:archive.example:{slug}" for slug in catalogue]
    languages = [record["language"]["value"] for record in catalogue.values()]
    assert [each.metadata["language"] for each in harvested] == [[code] for code in languages]
    assert harvested[0].metadata["identifier"] == [f"{ADDRESS}records/{next(iter(catalogue))}/"]


def test_a_harvester_learns_what_the_repository_is(site: Path, catalogue: dict[str, dict]) -> None:
    slug = next(iter(catalogue))
    with harvester(site / "data/oai.xml") as sickle:
        known = sickle.Identify()
        formats = [each.metadataPrefix for each in sickle.ListMetadataFormats()]
        record = sickle.GetRecord(identifier=f"oai:archive.example:{slug}", metadataPrefix="oai_dc")
    assert (known.repositoryName, known.granularity, known.deletedRecord) == ("Chancery", "YYYY-MM-DD", "no")
    assert known.baseURL == f"{ADDRESS}data/oai.xml"
    assert formats == ["oai_dc"]
    assert record.metadata["title"]
    assert record.header.datestamp >= known.earliestDatestamp
