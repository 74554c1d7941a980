"""A server may forbid pages everything but their own files: the search works under it, and violates nothing."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Route

from tests.browser.reader import Site, reading

POLICY = "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'"
_HASH = re.compile(r"'sha(?:256|384|512)-[\w+/=]+'")


def under_policy(route: Route) -> None:
    """The answer of the server, with the policy as a header; hashes of scripts are those that the page states itself."""
    answer = route.fetch()
    headers = dict(answer.headers)
    if "text/html" in headers.get("content-type", ""):
        headers["content-security-policy"] = POLICY.format(hashes="".join(f" {each}" for each in _HASH.findall(answer.text())))
    route.fulfill(response=answer, headers=headers)


def test_the_search_violates_no_policy(browser: Browser, built_site: Site) -> None:
    with reading(browser, built_site) as reader:
        reader.page.route("**/*", under_policy)
        page = reader.open("fr/search/?q=Kazakhstan")
        page.locator("#facets fieldset").first.wait_for()
        page.locator("#facets button.open").first.click()
        page.locator("#facets [type=checkbox]").first.check()
        page.locator("#facets > button").click()
        page.locator("#search-results [data-record]").first.wait_for()
        for query in ("kazakstann", "哈萨克斯坦", '"visite d’État"', "xyzzyq"):  # words mistyped, runs, phrases, nothing
            reader.open(f"ar/search/?q={query}")
        page.fill("#sq", "")
        page.type("#sq", "fran")
        page.locator("#sq-list [role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"^(?!.*/search/)"), wait_until="networkidle")
        assert not reader.complaints


def test_a_policy_that_is_violated_is_heard(browser: Browser, built_site: Site) -> None:
    with reading(browser, built_site) as reader:
        reader.page.route("**/*", under_policy)
        page = reader.open("fr/search/?q=Kazakhstan")
        with page.expect_console_message(lambda message: message.text.startswith("policy: script-src")):
            page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hostile = true' }))")
        assert page.evaluate("window.hostile") is None
        assert reader.complaints
