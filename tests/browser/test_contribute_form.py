"""The form of the contribute page: what it sees, what it says, and how it is used."""

from __future__ import annotations

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.contributing import ARABIC, FRENCH, REPOSITORY, SAYS, contributing, fill, press
from tests.browser.reader import Site, reading


def test_what_is_not_seen_is_named(browser: Browser, kept_site: Site) -> None:
    with contributing(browser, kept_site, "en") as reader:
        fill(reader.page, text="One\nTwo\u200b\u202a\n\u2067a\u2069 \u2066b\n\u200c\u200d\u200e\u200f\u061c")
        lines = reader.page.locator("#give-invisible li").all_inner_texts()
        shown = [line.replace("\u2068", "").replace("\u2069", "") for line in lines]
        assert shown == [
            "ZERO WIDTH SPACE (U+200B), line 2: taken out",
            "LEFT-TO-RIGHT EMBEDDING (U+202A), line 2: taken out",
            "LEFT-TO-RIGHT ISOLATE (U+2066), line 3: taken out",
        ]
        assert "\u2067a\u2069 b\n\u200c\u200d" in reader.page.locator("#give-content").text_content()


def test_direction_and_length(browser: Browser, kept_site: Site) -> None:
    with contributing(browser, kept_site, "en") as reader:
        fill(reader.page, text="  زيارة x\n")
        assert reader.page.locator("#give-direction").inner_text() == "right to left"
        assert reader.page.locator("#give-length").inner_text() == "7"
        fill(reader.page, text="One 🎉")
        assert reader.page.locator("#give-direction").inner_text() == "left to right"
        assert reader.page.locator("#give-length").inner_text() == "5"


def test_a_name_is_suggested_until_one_is_given(browser: Browser, kept_site: Site) -> None:
    with contributing(browser, kept_site, "fr") as reader:
        page = reader.page
        fill(page, text=FRENCH, date="2023-11-01")
        assert page.input_value("#give-name") == "2023-11-01-visite-du-president-kazakh-a-paris"
        fill(page, text=ARABIC, url="https://www.gazette.example/a")
        assert page.input_value("#give-name").startswith("2023-11-01-gazette-example-")
        fill(page, name="my-own")
        fill(page, text=FRENCH)
        assert page.input_value("#give-name") == "my-own"


def test_digits_of_arabic_are_understood(browser: Browser, kept_site: Site) -> None:
    with contributing(browser, kept_site, "ar") as reader:
        fill(reader.page, text=ARABIC, date="٢٠٢٣-١١-٠١", published="۲۰۲۳-۱۱-۰۹")
        assert "date: 2023-11-01\npublished: 2023-11-09\n" in reader.page.locator("#give-content").text_content()


def test_faults_are_told_at_their_fields_and_gone_to(browser: Browser, kept_site: Site) -> None:
    with contributing(browser, kept_site, "ar") as reader:
        page = reader.page
        fill(page, date="2023-02-31", url="gazette.example")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "give-text"
        for name in ("text", "date", "url", "source", "name"):
            field = page.locator(f"#give-{name}")
            assert field.get_attribute("aria-invalid") == "true", name
            told = field.get_attribute("aria-describedby").split()[-1]
            assert page.locator(f"#{told}").inner_text(), name
        assert len(page.context.pages) == 1
        fill(page, text=ARABIC, date="2023-02-28", url="https://gazette.example", source="x")
        assert page.locator("#give [aria-invalid]").count() == 0
        assert press(page).file[0].endswith(".txt")


def test_by_keyboard_alone(browser: Browser, kept_site: Site) -> None:
    with contributing(browser, kept_site, "fr") as reader:
        page = reader.page
        page.locator("#give-text").focus()
        page.keyboard.insert_text(FRENCH)
        reached = []
        for _ in range(10):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent"))
        assert reached[:8] == [f"give-{name}" for name in ("title", "date", "published", "source", "url", "rights", "name", "content")]
        assert reached[8] == "Continuer sur GitHub"
        assert reached[9] == "give-copy"
        page.keyboard.press("Shift+Tab")
        with page.context.expect_page() as opened:
            page.keyboard.press("Enter")
        opened.value.wait_for_url(f"{REPOSITORY}/**")


def test_where_nobody_says_where_files_are_kept_the_command_line_is_told(browser: Browser, built_site: Site) -> None:
    with contributing(browser, built_site, "fr") as reader:
        page = reader.page
        assert page.locator("#give button:not([type])").count() == 0
        assert "ligne de commande" in page.locator("#give > p.quiet").inner_text()
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        fill(page, text=FRENCH)
        page.locator("#give-copy").click()
        page.locator("#give-said:not(:empty)").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").endswith(FRENCH)
        assert "chancery check" in page.locator("article").inner_text()


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru"])
def test_without_javascript_the_page_explains(browser: Browser, kept_site: Site, language: str) -> None:
    with reading(browser, kept_site, scripts=False) as reader:
        page = reader.open(f"{language}/contribute/")
        assert not page.locator("#give").is_visible()
        assert "JavaScript" in page.locator("#give-without").inner_text()
        assert "chancery check" in page.locator("article").inner_text()


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_the_form_in_use_is_accessible_and_fits(browser: Browser, kept_site: Site, language: str, width: int, scheme: str) -> None:
    with contributing(browser, kept_site, language, width=width, scheme=scheme) as reader:
        fill(reader.page, text=SAYS[language]["text"] + "\u200b" + "x" * 300, date="2023-02-31", url="x" * 90)
        reader.page.locator("#give-copy").click()
        assert reader.overflow() <= 0
        violations = Axe().run(reader.page).response["violations"]
        assert [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in violations] == []
        assert reader.complaints == []


def test_the_form_is_light(browser: Browser, kept_site: Site) -> None:
    assert len(gzip.compress((kept_site.folder / "assets/contribute.js").read_bytes(), 9)) < 5_000
    page = kept_site.source("ar/contribute/")
    sheet = (kept_site.folder / "assets/chancery.css").read_bytes()
    script = sum(len(gzip.compress((kept_site.folder / f"assets/{name}.js").read_bytes(), 9)) for name in ("search", "contribute"))
    assert len(gzip.compress(page.encode(), 9)) + len(gzip.compress(sheet, 9)) + script < 30_000
    assert page.count("<script") + page.count('rel="stylesheet"') == 3
