"""The pages that explain the codes of `chancery check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.curated import load
from generator.doubts import CODES
from generator.render.checks import check_pages
from generator.render.frame import Frame
from generator.settings import read_settings
from tests.render.samples import archive


@pytest.fixture
def frame(tmp_path: Path) -> Frame:
    return Frame(language="fr", archive=archive(tmp_path), settings=read_settings(Path(__file__).parents[2]), curated=load())


def test_every_code_is_explained_in_every_interface_language(frame: Frame) -> None:
    checks = frame.curated.checks
    assert set(checks) == set(CODES)
    for each in checks.values():
        assert set(each.why) == set(each.mend) == set(frame.settings.languages), each.code


def test_an_index_and_a_page_for_each(frame: Frame) -> None:
    pages = {page.uri: page for page in check_pages(frame)}
    assert set(pages) == {"fr/checks.md", *(f"fr/checks/{code.lower()}.md" for code in CODES)}
    index, page = pages["fr/checks.md"].body, pages["fr/checks/d211.md"].body
    assert all(f'href="{code.lower()}/"' in index for code in CODES)
    assert "il n’y a pas de mois …" in page
    assert '<code dir="ltr">2023-11-01</code>' in page
    assert "%(" not in "".join(each.body for each in pages.values())
