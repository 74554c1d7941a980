from __future__ import annotations

import csv
import hashlib
import io
import json
from xml.etree import ElementTree

import jsonschema
import pytest

from generator.export.events import REASONS, category
from generator.export.tables import guarded
from generator.model import Archive
from generator.render.data import COLUMNS, FILES
from generator.text.citing import shown_title
from generator.text.standing import standing
from tests.export.conftest import HOSTILE, exported, plain, records, settings
from tests.render import samples


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def lines(content: bytes) -> list[dict]:
    return [json.loads(line) for line in content.decode().split("\n") if line]


def whole(files: dict[str, bytes]) -> list[str]:
    """The files of the whole archive: those of `data/` but for the single lists."""
    return [path for path in files if path.startswith("data/") and not path.startswith("data/lists/")]


def test_every_record_stands_once_in_each_form(files: dict[str, bytes], archive: Archive) -> None:
    ids = [entry.id for entry in archive.entries]
    assert [row["id"] for row in rows(files["data/records.csv"])] == ids
    assert [line["id"] for line in lines(files["data/records.jsonl"])] == ids


def test_lines_follow_the_schema_that_is_published_with_them(files: dict[str, bytes]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(files["data/catalogue.schema.json"]))
    for line in lines(files["data/records.jsonl"]):
        assert list(validator.iter_errors(line)) == []


def test_no_cell_is_a_formula_and_each_title_is_whole(files: dict[str, bytes], archive: Archive) -> None:
    titles = {entry.id: plain(shown_title(entry.title)) for entry in archive.entries}
    for row in rows(files["data/records.csv"]):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
        assert row["title"].removeprefix("'") == titles[row["id"]].removeprefix("'")
    assert guarded("  =1+1").startswith("'")
    assert guarded("+33") == "'+33"
    assert guarded("well-known") == "well-known"


def test_relations_count_the_records_of_each_year(files: dict[str, bytes], archive: Archive) -> None:
    counted = {(row["pair"], row["year"]): int(row["records"]) for row in rows(files["data/relations.csv"])}
    expected: dict[tuple[str, str], int] = {}
    for pair, entries in archive.pairs.items():
        for entry in entries:
            key = pair, str(standing(entry).year or "")
            expected[key] = expected.get(key, 0) + 1
    assert counted == expected


def test_events_are_plover_with_cameo_and_the_rest_is_counted(files: dict[str, bytes], archive: Archive) -> None:
    found = lines(files["data/events.jsonl"])
    call = next(line for line in found if line["id"] == "000_call")
    assert (call["date"], call["event"], call["mode"], call["cameo"]) == ("2023-11-01", ["CONSULT"], ["phone"], "041")
    assert (call["actor"], call["recipient"], call["quad_code"], call["event_scale"]) == (["FRA", "KAZ"], [], 1, 1.5)
    assert call["event_text"] == ["spoke by telephone"]
    assert all({"id", "date", "actor", "event"} <= line.keys() and line["actor"] and line["event"] for line in found)
    left_out = {row["reason"]: int(row["records"]) for row in rows(files["data/events-left-out.csv"])}
    assert left_out == {"no day": 3, "no event": 0, "no code": 0, "no category": 0, "no party": 0}
    assert len(found) + sum(left_out.values()) == len(archive.entries)


@pytest.mark.parametrize(
    ("cameo", "plover"),
    [
        ("057", "SUPPORT"),
        ("163", "COERCE"),
        ("161", "SANCTION"),
        ("0813", "RETREAT"),
        ("0831", "CONCEDE"),
        ("010", None),
        ("1712", "ASSAULT"),
    ],
)
def test_categories_of_codes(cameo: str, plover: str | None) -> None:
    assert category(cameo) == plover


def test_what_may_only_be_cited_stands_nowhere() -> None:
    files = exported(records())
    body = "Les deux parties ont ouvert une"
    assert not any(body.encode() in content for content in files.values())
    line = next(line for line in lines(files["data/records.jsonl"]) if line["id"] == "002_rails")
    assert (line["rights"], line["body"], line["removed"]) == ("citation-only", [], [])
    assert "The President of France spoke" in files["data/records.jsonl"].decode()


def test_the_package_describes_the_files_as_they_are(files: dict[str, bytes]) -> None:
    package = json.loads(files["data/datapackage.json"])
    described = {f"data/{each['path']}": each for each in package["resources"]}
    assert described.keys() | {"data/datapackage.json", "data/SHA256SUMS"} == set(whole(files))
    sums = dict(reversed(line.split("  ")) for line in files["data/SHA256SUMS"].decode().splitlines())
    for path, each in described.items():
        digest = hashlib.sha256(files[path]).hexdigest()
        assert (each["bytes"], each["hash"], sums[each["path"]]) == (len(files[path]), f"sha256:{digest}", digest)
        if "schema" in each:
            header = files[path].decode().split("\r\n")[0].split(",")
            assert [field["name"] for field in each["schema"]["fields"]] == header


def test_the_data_page_tells_every_column_and_every_file(files: dict[str, bytes]) -> None:
    tables = [path for path in whole(files) if path.endswith(".csv") and "left-out" not in path]
    for path in tables:
        assert list(COLUMNS[path.removeprefix("data/")]) == files[path].decode().split("\r\n")[0].split(",")
    assert tuple(COLUMNS["events-left-out.csv"]) == REASONS
    assert set().union(*lines(files["data/events.jsonl"])) <= COLUMNS["events.jsonl"].keys()
    assert {f"data/{name}" for name in FILES} == set(whole(files))


def test_authority_names_in_every_language(files: dict[str, bytes]) -> None:
    known = json.loads(files["data/authority.json"])
    assert {known["countries"]["KAZ"]["names"][code][0] for code in ("ar", "en", "fr")} == {"كازاخستان", "Kazakhstan"}
    assert known["organisations"]["EU"]["names"]["fr"] == ["Union européenne"]
    assert known["people"]["macron-emmanuel"]["offices"][0]["role"] == "president"
    assert known["events"]["phone-call"]["cameo"] == "041"


def test_more_than_five_thousand_records_are_divided_by_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.text.parts.MOST", 5)
    files = exported(records())
    years = {path for path in files if path.startswith("data/records-")}
    assert years == {f"data/records-{year}.jsonl" for year in ("2020", "2021", "2023", "undated")}
    assert sum(len(lines(files[path])) for path in years) == len(records())
    assert "data/oai-2020.xml" in files


def test_the_static_repository_holds_each_record_as_dublin_core(files: dict[str, bytes], archive: Archive) -> None:
    spaces = {"s": "http://www.openarchives.org/OAI/2.0/static-repository", "oai": "http://www.openarchives.org/OAI/2.0/"}
    spaces["dc"] = "http://purl.org/dc/elements/1.1/"
    root = ElementTree.fromstring(files["data/oai.xml"])
    found = root.findall("s:ListRecords/oai:record", spaces)
    assert [each.findtext("oai:header/oai:identifier", None, spaces) for each in found] == [
        f"oai:archive.example:{entry.slug}" for entry in archive.entries
    ]
    titles = [each.findtext(".//dc:title", None, spaces) for each in found]
    assert titles == [plain(shown_title(entry.title)) for entry in archive.entries]
    days = {each.findtext("oai:header/oai:datestamp", None, spaces) for each in found}
    assert days == {"1970-01-01", "2026-01-01", "2026-02-04"}
    assert root.findtext("s:Identify/oai:earliestDatestamp", None, spaces) == "1970-01-01"
    assert root.findtext("s:Identify/oai:granularity", None, spaces) == "YYYY-MM-DD"


def test_visitors_find_the_sitemap_and_the_search_where_the_site_has_an_address(files: dict[str, bytes]) -> None:
    assert files["robots.txt"] == b"User-agent: *\nDisallow:\n\nSitemap: https://archive.example/fork/sitemap.xml\n"
    search = ElementTree.fromstring(files["fr/opensearch.xml"])
    assert search.find("{*}Url").attrib["template"] == "https://archive.example/fork/fr/search/?q={searchTerms}"  # type: ignore[union-attr]
    bare = exported(samples.records(), site_url=None)
    assert bare["robots.txt"] == b"User-agent: *\nDisallow:\n"
    assert not {"fr/opensearch.xml", "data/oai.xml"} & bare.keys()


def test_the_same_archive_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert exported(records()) == files
    assert len(HOSTILE) > 5
    assert settings().site_url
