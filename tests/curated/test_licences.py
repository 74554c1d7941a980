"""The licences of what a site carries are published with it, and its data page leads to each."""

from __future__ import annotations

import re

import pytest

from generator.curated import licences
from generator.curated.licences import WORKS, Work, carried
from generator.publish.fonts import SOURCES
from tests.conftest import Built


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_the_licence_is_that_of_the_work(work: Work) -> None:
    said = {"MIT": "MIT License", "CC-BY-4.0": "Attribution 4.0", "OFL-1.1": "SIL OPEN FONT LICENSE", "Unicode-3.0": "UNICODE LICENSE V3"}
    assert work.path
    text = work.path.read_text(encoding="utf-8").casefold()
    for part in work.licence.split(" AND "):
        assert said[part].casefold() in text


def test_each_face_is_among_the_works() -> None:
    assert {source.package for source in SOURCES} <= {work.package for work in carried()}


def test_a_work_whose_package_is_not_there_is_not_carried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "WORKS", (Work(name="None", licence="MIT", package="no_package_of_this_name", file="LICENSE"),))
    assert carried() == ()


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru"])
def test_the_data_page_leads_to_each(archive_site: Built, language: str) -> None:
    page = archive_site.site / language / "data"
    ways = re.findall(r'href="([^"]*licences/[^"]*)"', (page / "index.html").read_text(encoding="utf-8"))
    assert [(page / way).resolve() for way in ways] == [(archive_site.site / work.uri).resolve() for work in WORKS]
    for work in WORKS:
        assert work.path
        assert (archive_site.site / work.uri).read_bytes() == work.path.read_bytes()
