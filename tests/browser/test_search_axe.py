"""The search page as axe reads it: with results, with suggestions open, with nothing found, in each language and scheme."""

from __future__ import annotations

import os
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.reader import Site, reading

VIEWS = [*product(("ar", "en", "fr", "ru"), ("light", "dark"))]
SAMPLE = VIEWS if os.environ.get("CHANCERY_AUDIT") else [("ar", "dark"), ("en", "light"), ("fr", "dark"), ("ru", "light")]


def faults(page: Page) -> list[str]:
    """What axe holds against a page as it now is."""
    violations = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in violations for node in each["nodes"]]


@pytest.mark.parametrize(("language", "scheme"), SAMPLE)
def test_results_suggestions_and_nothing_have_no_faults(browser: Browser, built_site: Site, language: str, scheme: str) -> None:
    with reading(browser, built_site, scheme=scheme) as reader:
        page = reader.open(f"{language}/search/?q=Kazakhstan")
        page.locator("#facets [type=checkbox]").first.wait_for()
        assert page.locator("#search-results [data-record]").count() >= 5
        assert faults(page) == []
        page.fill("#sq", "")
        page.type("#sq", "fran")
        page.locator("#sq-list [role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert page.locator("#sq-list").get_by_role("option", selected=True).count() == 1
        assert page.get_by_role("combobox", expanded=True).count() == 1
        assert faults(page) == []
        reader.open(f"{language}/search/?q=xyzzyq")
        assert page.locator("#search-results li").count() == 0
        assert faults(page) == []
        assert not reader.complaints
