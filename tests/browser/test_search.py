"""The search page, and its folding against that of the generator."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.text.fold import fold
from tests.browser.conftest import build_tiny
from tests.browser.reader import Site, reading, served


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_arabic_word_is_found_from_every_language(browser: Browser, tiny_site: Site, language: str) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open(f"{language}/search/?q=طاقه")
        result = page.locator("#search-results [data-record]")
        assert result.count() == 1
        assert result.get_attribute("lang") == "ar"
        assert result.get_attribute("dir") == "rtl"
        assert page.locator("#search-results mark").first.inner_text() == "طاقة"
        assert page.locator("#search-status").inner_text().endswith("1")
        assert not reader.complaints


@pytest.mark.parametrize("query", ["énergie équipage", "ENERGIE  Equipage", "aktaou"])
def test_all_words_must_be_there_whatever_their_accents(browser: Browser, tiny_site: Site, query: str) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open(f"ar/search/?q={query}")
        assert page.locator("#search-results [data-record]").evaluate_all("all => all.map(one => one.dataset.record)") == ["visite-du-port"]


@pytest.mark.parametrize("query", ["xyzzy", "énergie xyzzy", "<img src=x onerror=alert(1)>"])
def test_nothing_is_found_for_words_nobody_wrote(browser: Browser, tiny_site: Site, query: str) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open(f"fr/search/?q={query}")
        assert page.locator("#search-results li").count() == 0
        assert page.locator("#search-status").inner_text()
        assert page.locator("#sq").input_value() == query
        assert not reader.complaints


def test_form_of_any_page_leads_to_the_results(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("fr/countries/kaz/")
        page.fill("#q", "ministre")
        page.press("#q", "Enter")
        page.wait_for_selector("#search-results [data-record]")
        assert "/fork/fr/search/" in page.url
        link = page.locator("#search-results a").first
        link.click()
        page.wait_for_selector("article[data-record=visite-du-port]")


def test_without_scripts_the_page_leads_to_the_lists(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site, scripts=False) as reader:
        page = reader.open("en/search/?q=port")
        assert page.locator("main a[href='../countries/']").count() == 1
        assert page.locator("#search-results").is_hidden()


def test_folding_is_that_of_the_generator(browser: Browser, tiny_site: Site) -> None:
    blocks = [
        (0x20, 0x3100),
        (0xAC00, 0xAC80),
        (0xFB00, 0xFF70),
        (0x10400, 0x104B0),
        (0x11060, 0x11070),
        (0x1D7C0, 0x1D800),
        (0x1E950, 0x1E95A),
    ]
    words = [
        "Élysée",
        "الإليزيه",
        "أكتاو",
        "Қазақстан",
        "Kırgızistan",
        "Łódź",
        "İstanbul",
        "૧૨",
        "中文",
        "한국어",
        "ёлка",
        "йод",
        "Ελλάδας",
    ]
    known = [chr(code) for first, last in blocks for code in range(first, last) if unicodedata.category(chr(code)) != "Cn"]
    script = "async (texts) => texts.map((await import(new URL('../../assets/fold.js', location.href))).fold)"
    with reading(browser, tiny_site) as reader:
        folded = reader.open("en/search/").evaluate(script, known + words)
    different = [(text, there, fold(text)) for text, there in zip(known + words, folded, strict=True) if there != fold(text)]
    assert different == []


def test_a_site_without_the_plugin_says_so(browser: Browser, project: Path, tmp_path: Path) -> None:
    with served(build_tiny(project, tmp_path / "site", plugin=False)) as stock, reading(browser, stock) as reader:
        page = reader.open("en/search/?q=port")
        assert "could not read" in page.locator("#search-status").inner_text()
