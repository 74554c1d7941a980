"""The numbers on every index page, in every interface language, are those that the catalogue gives when counted again."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from generator.curated import load
from generator.settings import read_settings
from generator.text.edtf import parse
from generator.text.slug import source_key
from tests.conftest import PROJECT, Built, chancery

LANGUAGES = read_settings(PROJECT).languages
_ITEM = re.compile(r'<li><span><a href="([^"#]+)[^"]*">.*?</a>.*?</span><span class="n">([^<]+)</span></li>', re.DOTALL)
_YEAR = re.compile(r'<li><a href="([^"#]+)">[^<]*</a><span class="n">([^<]+)</span></li>')
_ORGANISATIONS = frozenset(load().organisations)
Counts = Counter[str]


def _records(seeds: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in chancery("catalogue", seeds, "--format", "json").stdout.splitlines()]


def _values(record: dict[str, Any], key: str) -> set[str]:
    return {each["value"] for each in record[key] if each["value"]}


def _year(record: dict[str, Any]) -> str:
    stands = record["date"] or record["published"]
    date = parse(stands["value"]) if stands else None
    day = (date.earliest or date.latest) if date else None
    return str(day[0]) if day else "undated"


def _recounted(records: list[dict[str, Any]]) -> Iterator[tuple[str, Counts]]:
    """Each index by its tail, and how many records each of its headings has, by the last part of its address."""
    parties: Counts = Counter()
    named: Counts = Counter()
    organisations: Counts = Counter()
    for record in records:
        sides = _values(record, "parties")
        parties.update(sides - _ORGANISATIONS)
        named.update(_values(record, "mentions") - sides - _ORGANISATIONS)
        organisations.update((sides & _ORGANISATIONS) | _values(record, "organisations"))
    yield "countries", parties | Counter({code: count for code, count in named.items() if code not in parties})
    yield "organisations", organisations
    yield "relations", Counter("-".join(pair) for record in records for pair in combinations(sorted(_values(record, "parties")), 2))
    for tail in ("topics", "people"):
        yield tail, Counter(value for record in records for value in _values(record, tail))
    yield "languages", Counter(record["language"]["value"] for record in records)
    yield "sources", Counter(source_key(record["source"]["value"]["name"]) for record in records if record["source"])


def _shown(page: Path, item: re.Pattern[str]) -> Counts:
    """The numbers on a page by the last part of the address that each leads to."""
    found = item.findall(page.read_text(encoding="utf-8"))
    return Counter({html.unescape(way).strip("/").split("/")[-1]: int(re.sub(r"\D", "", count)) for way, count in found})


def _agrees(records: list[dict[str, Any]], built: Built) -> None:
    for language in LANGUAGES:
        for tail, counts in _recounted(records):
            expected = {key.lower(): count for key, count in counts.items()}
            shown = _shown(built.site / language / tail / "index.html", _ITEM)
            only_mentioned = {key: shown.get(key) for key in shown if tail == "organisations" and key not in expected}
            assert {key: count for key, count in shown.items() if key not in only_mentioned} == expected, (language, tail)
        years = Counter({"undated": 0}) | Counter(map(_year, records))
        shown = _shown(built.site / language / "dates/index.html", _YEAR)
        assert +shown == years, language
        lines = (built.site / language / "records/index.html").read_text(encoding="utf-8").count('<a class="t"')
        assert lines == len(records)


def test_counts_of_the_archive_s_own_records(archive_site: Built) -> None:
    _agrees(_records(PROJECT / "seeds"), archive_site)


@pytest.mark.shared
def test_counts_of_the_sample_texts(whole_sample: Path, whole_sample_site: Built) -> None:
    _agrees(_records(whole_sample), whole_sample_site)


def test_every_interface_language_is_counted(archive_site: Built) -> None:
    assert set(LANGUAGES) == {"ar", "en", "fr", "ru"}
    assert all((archive_site.site / language / "records/index.html").is_file() for language in LANGUAGES)
