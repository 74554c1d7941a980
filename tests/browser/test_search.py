"""The search page and the box, and their folding against that of the generator."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from generator.search.tokens import surfaces, tokens
from generator.text.fold import fold
from tests.browser.conftest import build_tiny
from tests.browser.reader import Site, reading, served

LAST_CODE = 0x20000
WORDS = [
    "Élysée", "الإليزيه", "أكتاو", "Қазақстан", "Kırgızistan", "Łódź", "İstanbul", "૧૨", "中文", "한국어", "ёлка", "йод", "Ελλάδας",
    "e\u0301 \u0897\u0301\u0316 İ ǅ ﷺ Å ½ ㎏ ｶﾞ", "راه‌آهن", "مُسْتَشْفَى", "שָׁלוֹם",
]  # fmt: skip
TEXTS = [
    "L’énergie d'uranium, l’Abou-Dabi et aujourd’hui",
    "17 000 et 1,300 ou 18,7 ou ١٨٫٧ le 01.05.2023, 2023-05-18",
    "راه‌آهن می‌سازند",
    "o‘zbek g7 Macron, U.S. 80 avions the country's",
    "中国石化与ab沙特 เมืองไทย 한국어",
    "الســفيرة وبالطاقة",
]

MODULE = """async (texts) => {
  const from = (name) => import(new URL(`../../assets/search/${name}.js`, location.href));
  const { fold, tokens } = await from("page").then((core) => (core.fold ? core : from("fold")));
"""


def found(page: object) -> list[str]:
    """The records shown, in their order."""
    return page.locator("#search-results [data-record]").evaluate_all("all => all.map(one => one.dataset.record)")  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_arabic_word_is_found_from_every_language(browser: Browser, tiny_site: Site, language: str) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open(f"{language}/search/?q=ملاحه")
        result = page.locator("#search-results [data-record]").first
        assert result.get_attribute("lang") == "ar"
        assert result.get_attribute("dir") == "rtl"
        assert page.locator("#search-results mark").first.inner_text() == "الملاحة"
        assert "2" in page.locator("#search-status").inner_text()
        assert not reader.complaints


@pytest.mark.parametrize("query", ["énergie équipage", "ENERGIE  Equipage", "l’equipage"])
def test_words_are_found_whatever_their_accents(browser: Browser, tiny_site: Site, query: str) -> None:
    with reading(browser, tiny_site) as reader:
        assert found(reader.open(f"ar/search/?q={query}")) == ["visite-du-port"]


def test_a_subject_is_found_in_every_language(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        assert set(found(reader.open("en/search/?q=energy"))) >= {"visite-du-port", "mushawarat-bahriya"}


@pytest.mark.parametrize("query", ["xyzzyq", "kwvzzgh", "<img src=x onerror=alert(1)>zzq"])
def test_nothing_is_found_for_words_nobody_wrote(browser: Browser, tiny_site: Site, query: str) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open(f"fr/search/?q={query}")
        assert page.locator("#search-results li").count() == 0
        assert page.locator("#search-status a").count() == 3
        assert page.locator("#sq").input_value() == query
        assert not reader.complaints


def test_relaxation_and_mistakes_are_said_aloud(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("en/search/?q=équipage xyzzyq")
        assert found(page) == ["visite-du-port"]
        assert "some" in page.locator("#search-status").inner_text()
        page = reader.open("en/search/?q=équipafe")
        assert found(page) == ["visite-du-port"]
        assert "equipage" in page.locator("#search-status").inner_text()


def test_another_letter_in_a_short_word_is_offered_and_not_answered(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("fr/search/?q=porg")
        assert found(page) == []
        assert page.locator("#search-status a[href='?q=port']").count() == 1
        assert page.locator("#search-status").inner_text().startswith(page.locator("#search-results").get_attribute("data-offered") or "?")
        assert found(reader.open("fr/search/?q=porrt"))


def test_the_search_speaks_the_language_of_its_page(built_site: Site) -> None:
    """Every word that the scripts show, and every name that they give to a part, comes from the catalogues."""
    said = {}
    for language in ("ar", "en", "fr", "ru"):
        source = built_site.source(f"{language}/search/")
        words = re.findall(r'<ol id="search-results"([^>]*)>', source) + re.findall(r'<form class="md-search"([^>]*)>', source)
        said[language] = dict(re.findall(r'(?:data-|aria-)?([\w-]+)="([^"]*)"', " ".join(words)))
        said[language].update(label=re.findall(r'<label class="vh" for="sq">([^<]*)', source)[0])
    same = {"id", "class", "role", "action", "end"}
    for key, english in said["en"].items():
        if key not in same:
            others = {said[language].get(key) for language in ("ar", "fr", "ru")}
            assert english
            assert len(others | {english}) >= 3, (key, others)
            assert f"search_{key}" not in others


def test_counts_of_a_facet_follow_the_other_filters(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("en/search/?q=energy&language=fr")
        page.locator("#facets [name=language]").first.wait_for()
        shown = page.locator("#facets [data-facet=language] label").all_inner_texts()
        assert len(shown) > 1  # those of other languages are still counted
        years = page.locator("#facets [data-facet=year] .n").all_inner_texts()
        assert sum(map(int, years)) == len(found(page)) == 1


def test_an_empty_box_shows_the_newest(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("en/search/")
        page.locator("#search-status:not(:empty)").wait_for()
        assert len(found(page)) == 3
        assert page.locator("#sq").evaluate("box => box === document.activeElement")


def test_facets_narrow_the_answer(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("en/search/?q=&language=fr")
        page.locator("#search-status:not(:empty)").wait_for()
        assert found(page) == ["visite-du-port"]
        assert page.locator("#facets [name=language][value=fr]").is_checked()
        page.locator("#facets [name=language][value=fr]").uncheck()
        page.locator("#facets [name=language][value=ar]").check()
        page.locator("#facets > button").click()
        page.locator("#search-results [data-record=mushawarat-bahriya]").wait_for()
        assert "language=ar" in page.url
        assert not reader.complaints


def test_form_of_any_page_leads_to_the_results(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("fr/countries/kaz/")
        page.fill("#q", "ministre")
        page.press("#q", "Enter")
        page.wait_for_selector("#search-results [data-record]")
        assert "/fork/fr/search/" in page.url
        page.locator("#search-results a").first.click()
        page.wait_for_selector("article[data-record=visite-du-port]")


def test_the_box_suggests_and_obeys_keys(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("fr/countries/kaz/")
        page.keyboard.press("/")
        box = page.locator("#q")
        assert box.evaluate("box => box === document.activeElement")
        page.keyboard.type("equip")
        page.locator("#q-list [role=option]").first.wait_for()
        assert box.get_attribute("role") == "combobox"
        assert box.get_attribute("aria-expanded") == "true"
        page.keyboard.press("ArrowDown")
        assert box.get_attribute("aria-activedescendant") == "q-list-0"
        assert page.locator("#q-list-0").get_attribute("aria-selected") == "true"
        assert not Axe().run(page).response["violations"]
        page.keyboard.press("Escape")
        assert page.locator("#q-list").is_hidden()
        page.keyboard.type("a")
        page.locator("#q-list:visible [role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_selector("article[data-record=visite-du-port]")
        assert not reader.complaints


def test_results_have_no_faults_for_axe(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site) as reader:
        page = reader.open("ar/search/?q=energy")
        page.locator("#facets fieldset").first.wait_for()
        assert not Axe().run(page).response["violations"]
        assert reader.overflow() == 0


def test_without_scripts_the_page_leads_to_the_lists(browser: Browser, tiny_site: Site) -> None:
    with reading(browser, tiny_site, scripts=False) as reader:
        page = reader.open("en/search/?q=port")
        assert page.locator("main a[href='../countries/']").count() == 1
        assert page.locator("#search-results").is_hidden()
        assert page.locator("#facets").is_hidden()


def test_folding_is_that_of_the_generator(browser: Browser, tiny_site: Site) -> None:
    letters = [chr(code) for code in range(LAST_CODE) if not 0xD800 <= code <= 0xDFFF]
    assert unicodedata.unidata_version >= "14"
    texts = [*letters, *WORDS] if unicodedata.unidata_version == "14.0.0" else WORDS
    script = MODULE + "return texts.map(fold); }"
    with reading(browser, tiny_site) as reader:
        folded = reader.open("en/search/").evaluate(script, texts)
    different = [(text, there, fold(text)) for text, there in zip(texts, folded, strict=True) if there != fold(text)]
    assert different == []


def test_words_are_those_of_the_generator(browser: Browser, tiny_site: Site) -> None:
    known = "kind !== 'run'"
    script = (
        MODULE
        + f"return texts.map((text) => [...tokens(text)].filter(({{ kind }}) => {known})"
        + ".flatMap((each) => [...each.whole, ...each.parts])); }"
    )
    with reading(browser, tiny_site) as reader:
        there = reader.open("en/search/").evaluate(script, TEXTS)
    here = [[surface for token in tokens(text) if fold(token)[0] < "\u0e00" for surface, _ in surfaces(token)] for text in TEXTS]
    assert there == here


def test_a_site_without_the_plugin_says_so(browser: Browser, project: Path, tmp_path: Path) -> None:
    with served(build_tiny(project, tmp_path / "site", plugin=False)) as stock, reading(browser, stock) as reader:
        page = reader.open("en/search/?q=port")
        assert page.locator("#search-status").inner_text()
        assert page.locator("#search-results li").count() == 0
