"""The archive of the project's own seeds in a browser: each page in its language and direction, and found from any other."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from generator.text.bidi import language_direction
from generator.text.catalogue import has_catalogue
from tests.browser.reader import Site, reading
from tests.conftest import chancery

pytestmark = pytest.mark.xdist_group("archive")
_STANDS = """() => {
    const direction = (element) => element && getComputedStyle(element).direction;
    const article = document.querySelector("article[data-record]");
    return {
        lang: document.documentElement.lang, dir: document.body.dir, shown: direction(document.body),
        article: article && [article.dataset.record, article.lang, article.dir, direction(article)],
    };
}"""


@pytest.fixture(scope="module")
def records() -> dict[str, tuple[str, str]]:
    """Language and direction of each record by its address, as the catalogue has them."""
    result = chancery("catalogue", "seeds", "--format", "json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    return {f"records/{record['slug']}/": (record["language"]["value"], record["direction"]) for record in found}


def test_every_record_stands_in_its_language_and_direction(browser: Browser, built_site: Site, records: dict[str, tuple[str, str]]) -> None:
    assert {path for path in built_site.pages() if path.startswith("records/")} == set(records)
    with reading(browser, built_site) as reader:
        for path, (language, direction) in records.items():
            frame = language if has_catalogue(language) else "en"
            stands = reader.open(path).evaluate(_STANDS)
            assert (stands["lang"], stands["dir"], stands["shown"]) == (frame, language_direction(frame), language_direction(frame)), path
            assert stands["article"] == [path.split("/")[1], language, direction, direction]


def test_every_list_stands_in_the_language_of_its_address(browser: Browser, built_site: Site) -> None:
    sample = [path for path in built_site.sample().values() if path.startswith("ar/")]
    assert len(sample) > 5
    with reading(browser, built_site) as reader:
        for path in (*sample, "fr/", "en/"):
            stands = reader.open(path).evaluate(_STANDS)
            direction = language_direction(path[:2])
            assert (stands["lang"], stands["dir"], stands["shown"]) == (path[:2], direction, direction), path


def test_language_switch_leads_to_the_same_list(browser: Browser, built_site: Site) -> None:
    with reading(browser, built_site) as reader:
        page = reader.open("fr/countries/kaz/")
        page.locator("a[hreflang=ar]").first.click()
        assert page.url == f"{built_site.address}ar/countries/kaz/"
        assert page.evaluate(_STANDS)["shown"] == "rtl"


def test_a_list_leads_to_the_card_in_the_reader_s_language(browser: Browser, built_site: Site) -> None:
    with reading(browser, built_site, scripts=False) as reader:
        page = reader.open("fr/countries/kaz/")
        link = page.locator("main a[href*='records/'][href$='#card-fr']").first
        assert link.count() == 1
        link.click()
        card = page.locator("#card-fr")
        assert card.is_visible()
        assert card.get_attribute("lang") == "fr"


@pytest.mark.parametrize("word", ["كازاخستان", "وكازاخستان", "تجاره"])
def test_an_arabic_word_typed_on_a_french_page_is_found(browser: Browser, built_site: Site, word: str) -> None:
    with reading(browser, built_site) as reader:
        page = reader.open("fr/countries/kaz/")
        page.fill("form[role=search] input[name=q], #q", word)
        page.press("form[role=search] input[name=q], #q", "Enter")
        page.wait_for_selector("#search-results [data-record][lang=ar][dir=rtl]", timeout=10_000)
        assert page.url.startswith(f"{built_site.address}fr/search/?q=")
        assert not reader.complaints
