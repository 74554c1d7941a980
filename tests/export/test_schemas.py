"""Files beside the pages against their formats' own rules: sitemaps, citations, the data package."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import frictionless
import jsonschema
import pytest
from citeproc.source.json import CiteProcJSON
from lxml import etree

from generator.render.sitemap import sitemap_files
from generator.text.citing import cited_date, shown_title
from tests.export.conftest import exported, plain, records
from tests.export.machines import ADDRESS
from tests.npm import package

pytestmark = pytest.mark.xdist_group("machines")
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def sitemap_schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The schema of sitemaps, as an npm package ships it, with the link element of XHTML beside it."""
    folder = package("sitemap")
    if folder is None:
        pytest.skip("no npm, or its packages could not be fetched: `python tests/npm.py`")
    wrapper = tmp_path_factory.mktemp("xsd") / "both.xsd"
    imports = {
        "http://www.sitemaps.org/schemas/sitemap/0.9": folder / "schema/sitemap.xsd",
        "http://www.w3.org/1999/xhtml": HERE / "xhtml-link.xsd",
    }
    lines = "".join(f'<xsd:import namespace="{space}" schemaLocation="{path.as_uri()}"/>' for space, path in imports.items())
    wrapper.write_text(f'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">{lines}</xsd:schema>', encoding="utf-8")
    return etree.XMLSchema(etree.parse(wrapper, etree.XMLParser(no_network=True)))


def test_the_sitemap_follows_its_schema(site: Path, sitemap_schema: etree.XMLSchema) -> None:
    document = etree.parse(site / "sitemap.xml")
    sitemap_schema.assertValid(document)
    assert document.findall("{*}url/{http://www.w3.org/1999/xhtml}link")
    for broken in (b"<priority>1</priority><loc>x</loc>", b"<loc></loc>", b"<loc>https://a.example/</loc><lastmod>yesterday</lastmod>"):
        wrong = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>' + broken + b"</url></urlset>"
        assert not sitemap_schema.validate(etree.fromstring(wrong))


def test_the_parts_of_a_divided_sitemap_follow_it_too(sitemap_schema: etree.XMLSchema, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.sitemap.MOST", 2)
    parts = {f"records/{number}/": f"<url><loc>{ADDRESS}records/{number}/</loc></url>" for number in range(5)}
    files = dict(sitemap_files(parts, ADDRESS))
    assert len(files) == 4
    for name, content in files.items():
        assert sitemap_schema.validate(etree.fromstring(content)) == (name != "sitemap.xml"), name


@pytest.mark.parametrize("site_url", [ADDRESS, None])
def test_citations_follow_the_schema_of_csl_and_a_processor_reads_them(site_url: str | None) -> None:
    files = exported(records(), site_url=site_url)
    validator = jsonschema.Draft202012Validator(json.loads((HERE / "csl-data.schema.json").read_text(encoding="utf-8")))
    for made in records():
        entry = made.entry
        items = json.loads(files[f"records/{entry.slug}/citation.json"])
        assert list(validator.iter_errors(items)) == [], entry.slug
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # the processor warns of what it does not know
            read = CiteProcJSON(
                [{key: value for key, value in items[0].items() if "literal" not in (value if isinstance(value, dict) else {})}]
            )
        reference = read[entry.slug.lower()]
        assert str(reference["title"]) == plain(shown_title(entry.title))
        date = cited_date(entry)
        assert ("issued" in reference) == bool(date)
        if date and "issued" in reference:
            assert reference["issued"].year == int(date[:4])


def test_a_reader_of_data_packages_finds_no_fault(site: Path) -> None:
    report = frictionless.validate(str(site / "data/datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] >= 6


def test_a_reader_of_data_packages_would_find_one(tmp_path: Path, site: Path) -> None:
    for path in (site / "data").glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "relations.csv"
    table.write_bytes(table.read_bytes().replace(b",1\r\n", b",one\r\n", 1) + b"A-B,A,B,many,few\r\n")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid
