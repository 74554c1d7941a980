"""Pages without a pointer and without JavaScript: the keyboard reaches everything that can be acted on, and can be seen doing so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import Site, reading

pytestmark = pytest.mark.xdist_group("keys")
_CONTROLS = """() => {
    const seen = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
        .filter((each) => each.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})
            && !each.closest("details:not([open]) > :not(summary)"));
    seen.forEach((each, number) => each.dataset.number = number);
    return seen.length;
}"""
_FOCUS = """() => {
    const each = document.activeElement, style = getComputedStyle(each), box = each.getBoundingClientRect();
    return [each.dataset.number ?? null, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0, box.width * box.height > 0];
}"""
KINDS = ("home", "countries", "country", "relation", "dates", "year", "record", "data")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_tab_reaches_every_control_in_order_and_shows_where_it_is(browser: Browser, built_site: Site, language: str) -> None:
    pages = {kind: path for (kind, code), path in built_site.sample().items() if code == language and kind in KINDS}
    assert set(pages) == set(KINDS)
    for kind, path in pages.items():
        with reading(browser, built_site, width=1280) as reader:
            page = reader.open(path)
            count = page.evaluate(_CONTROLS)
            reached = []
            for _ in range(count):
                page.keyboard.press("Tab")
                number, outlined, visible = page.evaluate(_FOCUS)
                assert outlined, (path, page.evaluate("document.activeElement.outerHTML"))
                assert visible, (path, page.evaluate("document.activeElement.outerHTML"))
                reached.append(int(number) if number is not None else None)
            assert reached == list(range(count)), (kind, path)


def test_the_skip_link_leads_to_the_content(browser: Browser, built_site: Site) -> None:
    with reading(browser, built_site) as reader:
        page = reader.open("fr/countries/kaz/")
        page.keyboard.press("Tab")
        assert page.locator(".md-skip").is_visible()
        page.keyboard.press("Enter")
        assert page.url.endswith("#content")


def test_a_record_reads_whole_without_javascript(browser: Browser, built_site: Site) -> None:
    path = built_site.sample()["record", "ar"]
    with reading(browser, built_site, scripts=False, width=360) as reader:
        page = reader.open(path)
        assert page.locator("article h1").is_visible()
        marked = page.locator("mark").first
        page.locator(".fact .ref").first.click()
        assert "#e" in page.url
        assert marked.is_visible()
        page.locator("details.card > summary").first.click()
        assert page.locator("details.card dl").first.is_visible()
        page.locator("a[hreflang=fr]").first.click()
        assert page.locator("#card-fr").is_visible()


def test_lists_maps_and_the_search_lead_on_without_javascript(browser: Browser, built_site: Site) -> None:
    with reading(browser, built_site, scripts=False) as reader:
        page = reader.open("en/countries/")
        assert page.locator(".map svg[role=img]").is_visible()
        page.locator(".az a").first.click()
        assert "/en/countries/" in page.url
        page = reader.open("en/search/?q=x")
        assert page.locator("a[href='../records/']").first.is_visible()


@pytest.mark.parametrize(("language", "end"), [("fr", 1), ("ar", -1)])
def test_a_telephone_opens_tables_at_the_newest_year_and_the_map_at_the_country(
    browser: Browser, built_site: Site, language: str, end: int
) -> None:
    with reading(browser, built_site, width=360) as reader:
        page = reader.open(f"{language}/relations/")
        newest = page.evaluate(
            """() => { const box = document.querySelector(".late").getBoundingClientRect(),
                last = document.querySelector(".mx thead th:last-child").getBoundingClientRect();
                return [last.left - box.left, box.right - last.right, document.querySelector(".late").scrollLeft]; }"""
        )
        assert newest[0] >= -1, newest
        assert newest[1] >= -1, newest
        page = reader.open(f"{language}/countries/kaz/")
        page.wait_for_timeout(400)
        own = page.evaluate(
            """() => { const box = document.querySelector(".map").getBoundingClientRect(),
                me = document.querySelector(".map .me").getBoundingClientRect(); return [me.left - box.left, box.right - me.right]; }"""
        )
        assert min(own) >= 0, own


def test_copied_words_are_the_texts_alone(browser: Browser, built_site: Site) -> None:
    with reading(browser, built_site) as reader:
        page = reader.open(built_site.sample()["record", "en"])
        assert page.locator(".text .ref").count()
        copied = page.evaluate(
            "() => { getSelection().selectAllChildren(document.querySelector('.text')); return getSelection().toString(); }"
        )
        shown = page.evaluate("() => [...document.querySelectorAll('.text .ref')].map((each) => getComputedStyle(each, '::after').content)")
        assert all(number.strip('"').isdigit() for number in shown)
        body = page.evaluate(
            "() => { const copy = document.querySelector('.text').cloneNode(true);"
            " copy.querySelectorAll('.ref').forEach((each) => each.remove()); return copy.textContent; }"
        )
        assert set(copied.split()) <= set(body.split())
