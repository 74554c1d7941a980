"""Every feed and every download holds the records that the catalogue gives when counted again, without the archive's own grouping."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from generator.curated import load
from generator.export.feeds import LONGEST
from generator.settings import read_settings
from generator.text.edtf import parse
from generator.text.slug import source_key
from tests.conftest import PROJECT
from tests.export.machines import ADDRESS

pytestmark = pytest.mark.xdist_group("machines")
LANGUAGES = read_settings(PROJECT).languages
_ORGANISATIONS = frozenset(load().organisations)
Groups = Mapping[str, Mapping[str, set[str]]]


def _headings(record: dict) -> Iterator[tuple[str, str]]:
    """Section and key of every heading that a record of the catalogue stands under."""
    sides = {party["value"] for party in record["parties"]}
    yield from (("countries", side) for side in sides - _ORGANISATIONS)
    yield from (("relations", "-".join(pair)) for pair in combinations(sorted(sides), 2))
    yield from (("organisations", each) for each in (sides & _ORGANISATIONS) | {each["value"] for each in record["organisations"]})
    yield from (("topics", topic["value"]) for topic in record["topics"])
    yield from (("people", person["value"]) for person in record["people"] if person["value"])
    yield "languages", record["language"]["value"]
    if record["source"]:
        yield "sources", source_key(record["source"]["value"]["name"])
    yield "dates", _year(record)


def _year(record: dict) -> str:
    stands = record["date"] or record["published"]
    date = parse(stands["value"]) if stands else None
    day = (date.earliest or date.latest) if date else None
    return str(day[0]) if day else "undated"


@pytest.fixture(scope="module")
def groups(catalogue: dict[str, dict]) -> Groups:
    found: dict[str, dict[str, set[str]]] = {}
    for slug, record in catalogue.items():
        for section, key in _headings(record):
            found.setdefault(section, {}).setdefault(key, set()).add(slug)
    return found


def _slugs(addresses: Iterator[str]) -> list[str]:
    return [address.removeprefix(f"{ADDRESS}records/").rstrip("/") for address in addresses]


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


def test_feeds(site: Path, groups: Groups, catalogue: dict[str, dict]) -> None:
    expected = {
        f"{section}/{key.lower()}": held
        for section in ("countries", "relations", "topics", "people")
        for key, held in groups[section].items()
    }
    expected["all"] = set(catalogue)
    for language in LANGUAGES:
        folder = site / "feeds" / language
        assert {path.relative_to(folder).as_posix().removesuffix(".xml") for path in folder.rglob("*.xml")} == set(expected)
        for tail, held in expected.items():
            atom = feedparser.parse((folder / f"{tail}.xml").read_bytes())
            assert not atom.bozo, (language, tail)
            listed = _slugs(entry.link for entry in atom.entries)
            assert len(listed) == len(set(listed)) == min(len(held), LONGEST)
            assert set(listed) <= held
            assert _slugs(item["url"] for item in json.loads((folder / f"{tail}.json").read_bytes())["items"]) == listed


def test_lists(site: Path, groups: Groups, catalogue: dict[str, dict]) -> None:
    folder = site / "data/lists"
    expected = {f"{section}/{key.lower()}": held for section, inside in groups.items() for key, held in inside.items()}
    assert {path.relative_to(folder).as_posix().removesuffix(".csv") for path in folder.glob("*/*.csv")} == set(expected)
    order = list(catalogue)
    for tail, held in expected.items():
        in_time = sorted(held, key=order.index)
        assert _slugs(row["address"] for row in _rows(folder / f"{tail}.csv")) == in_time, tail
        listed = json.loads((folder / f"{tail}.json").read_bytes())
        assert _slugs(row["address"] for row in listed) == in_time, tail
        assert [row["title"].strip("[]") for row in listed] == [catalogue[slug]["title"]["value"].strip("[]") for slug in in_time]


def test_indexes(site: Path, groups: Groups) -> None:
    for section, inside in groups.items():
        expected = {key: len(held) for key, held in inside.items()}
        rows = _rows(site / f"data/lists/{section}.csv")
        assert {row["id"]: int(row["records"]) for row in rows} == expected, section
        listed = json.loads((site / f"data/lists/{section}.json").read_bytes())
        assert {row["id"]: row["records"] for row in listed} == expected, section
        assert all(row[f"name_{language}"] for row in listed for language in LANGUAGES), section


def test_relations(site: Path, groups: Groups, catalogue: dict[str, dict]) -> None:
    counted = {(row["pair"], row["year"] or "undated"): int(row["records"]) for row in _rows(site / "data/relations.csv")}
    assert counted == Counter((pair, _year(catalogue[slug])) for pair, held in groups["relations"].items() for slug in held)


def test_events_and_those_left_out(site: Path, catalogue: dict[str, dict]) -> None:
    lines = [json.loads(line) for line in (site / "data/events.jsonl").read_text(encoding="utf-8").split("\n") if line]
    left_out = sum(int(row["records"]) for row in _rows(site / "data/events-left-out.csv"))
    assert len({line["id"] for line in lines}) == len(lines)
    assert len(lines) + left_out == len(catalogue)
    known = {record["id"]: record for record in catalogue.values()}
    for line in lines:
        record = known[line["id"]]
        assert line["actor"] == [party["value"] for party in record["parties"]]
        assert line["cameo"] == record["event"]["cameo"]
        assert line["date"] == record["date"]["value"].split("/")[0]
        assert line["event_text"] == [each["quote"] for each in record["event"]["evidence"]]


def test_citations_authority_repository_and_sitemap(site: Path, groups: Groups, catalogue: dict[str, dict]) -> None:
    for ending in ("bib", "ris", "json"):
        assert {path.parent.name for path in site.glob(f"records/*/citation.{ending}")} == set(catalogue)
    authority = json.loads((site / "data/authority.json").read_bytes())
    assert set(authority["people"]) == set(groups["people"])
    assert set(authority["topics"]) == set(groups["topics"])
    mentioned = {each["value"] for record in catalogue.values() for each in record["mentions"]}
    assert set(authority["countries"]) == set(groups["countries"]) | (mentioned - _ORGANISATIONS)
    records = ElementTree.parse(site / "data/oai.xml").getroot().iter("{http://www.openarchives.org/OAI/2.0/}identifier")
    assert [each.text for each in records] == [f"oai:archive.example:{slug}" for slug in catalogue]
    places = [
        str(each.text)
        for each in ElementTree.parse(site / "sitemap.xml").getroot().iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert {place for place in places if "/records/" in place.removeprefix(ADDRESS[:-1])[:9]} == {
        f"{ADDRESS}records/{slug}/" for slug in catalogue
    }
