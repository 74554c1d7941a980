from __future__ import annotations

import json

import feedparser
import pytest

from generator.model import Archive
from generator.text.citing import shown_title
from tests.export.conftest import SITE, exported, plain, records


def feeds(files: dict[str, bytes], ending: str) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.startswith("feeds/") and path.endswith(ending)}


@pytest.mark.parametrize("site_url", [SITE, None])
def test_a_feed_reader_takes_every_feed_without_complaint(site_url: str | None) -> None:
    found = feeds(exported(records(), site_url=site_url), ".xml")
    assert {"feeds/ar/all.xml", "feeds/fr/countries/kaz.xml", "feeds/en/relations/fra-kaz.xml", "feeds/en/topics/07.xml"} <= found.keys()
    assert "feeds/ar/people/macron-emmanuel.xml" in found
    for path, content in found.items():
        feed = feedparser.parse(content, sanitize_html=False)
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.feed.language == path.split("/")[1]
        assert all(entry.id and entry.title and entry.link and entry.updated_parsed for entry in feed.entries)


def test_both_forms_hold_the_records_of_their_heading(files: dict[str, bytes], archive: Archive) -> None:
    groups = {"countries": archive.parties, "relations": archive.pairs, "topics": archive.topics, "people": archive.people}
    for section, found in groups.items():
        for key, entries in found.items():
            if key == "EU":
                continue
            expected = {f"{SITE}/records/{entry.slug}/" for entry in entries}
            atom = feedparser.parse(files[f"feeds/fr/{section}/{key.lower()}.xml"])
            assert {entry.link for entry in atom.entries} == expected
            assert {item["url"] for item in json.loads(files[f"feeds/fr/{section}/{key.lower()}.json"])["items"]} == expected


def test_titles_come_through_whole(files: dict[str, bytes], archive: Archive) -> None:
    titles = {f"{SITE}/records/{entry.slug}/": plain(shown_title(entry.title)).replace("\u202e", "") for entry in archive.entries}
    items = json.loads(files["feeds/en/all.json"])["items"]
    assert {item["url"]: item["title"] for item in items} == titles
    atom = feedparser.parse(files["feeds/en/all.xml"], sanitize_html=False)
    assert {entry.link: entry.title for entry in atom.entries} == titles
    assert {entry.title_detail.language for entry in atom.entries} == {"ar", "en", "fr"}


def test_what_was_changed_last_comes_first_and_no_clock_is_asked(files: dict[str, bytes]) -> None:
    atom = feedparser.parse(files["feeds/fr/all.xml"])
    assert [entry.updated[:10] for entry in atom.entries[-5:]] == ["2026-02-04", "2026-01-01", *["1970-01-01"] * 3]
    assert atom.feed.updated == "2026-02-04T00:00:00Z"
    other = exported(records(), oai_day="2001-01-01")
    assert feedparser.parse(other["feeds/fr/all.xml"]).entries[-1].updated == "2001-01-01T00:00:00Z"


def test_one_changed_record_changes_only_what_it_belongs_to(files: dict[str, bytes]) -> None:
    made = records()
    without = exported(tuple(record for record in made if record.entry.id != "001_rabat"))
    changed = {path for path in files.keys() | without.keys() if files.get(path) != without.get(path)}
    assert not any("fra" in path or "/en/topics/07" in path or "records/000" in path for path in changed)
    assert {
        "feeds/fr/countries/mar.xml",
        "feeds/ar/relations/kaz-mar.json",
        "records/001-rabat/citation.bib",
        "data/records.csv",
    } <= changed
