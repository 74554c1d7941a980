"""The contribute page as a contributor uses it: what is opened on GitHub is a seed that `chancery check` accepts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.reader import Reader, Site, reading, served
from tests.conftest import chancery, copied_project, once

REPOSITORY = "https://github.com/someone/archive"
ARABIC = "زيارة رئيس كازاخستان إلى فرنسا\n\nزار رئيس كازاخستان فرنسا يوم 1 نوفمبر 2023 والتقى نظيره الفرنسي في باريس، واتفقا على التعاون.\n"
FRENCH = (
    "Visite du président kazakh à Paris\n\nLe président du Kazakhstan a été reçu à Paris le 1er novembre 2023 par son homologue français.\n"
)
SAYS = {
    "ar": {"text": ARABIC, "source": "صحيفة المثال", "title": "زيارة «دولة»: باريس", "language": "ar"},
    "fr": {"text": FRENCH, "source": "La Gazette : l’exemple", "title": "Visite d’État : « Paris »", "language": "fr"},
}
HOSTILE = (
    "---\ndate: 2023-02-31\nevil: &a [*a]\n---\n"
    "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>\n"
    "</pre></form><svg onload=window.hacked=1> %(name)s ${window.hacked=1} {{ 7*7 }} [x](javascript:window.hacked=1)\n\n"
    "France and Kazakhstan signed an agreement in Astana.\u202e\u2067\u0000\u0007\u200b\ud800 &amp; + % # ?filename=evil.txt\n"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that says where its files are kept, built."""

    def make(folder: Path) -> None:
        home = copied_project(folder / "home", seeds=None)
        config = (home / "mkdocs.yml").read_text(encoding="utf-8")
        (home / "mkdocs.yml").write_text(f"repo_url: {REPOSITORY}\n{config}", encoding="utf-8")
        (home / "seeds/old.txt").write_text("France and Kazakhstan signed an agreement in Astana on 1 May 2022.\n")
        done = chancery("build", cwd=home)
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "contribute", make) / "home"


@pytest.fixture(scope="module")
def kept_site(archive: Path) -> Iterator[Site]:
    with served(archive / "site") as site:
        yield site


@dataclass(kw_only=True)
class Opened:
    """What GitHub was asked to open."""

    address: str

    @property
    def file(self) -> tuple[str, str]:
        """Name and content."""
        query = parse_qs(urlsplit(self.address).query, strict_parsing=True)
        return query["filename"][0], query["value"][0]


@contextmanager
def contributing(browser: Browser, site: Site, language: str, **look: object) -> Iterator[Reader]:
    """The page in a language, ready; GitHub is a stand-in."""
    with reading(browser, site, **look) as reader:  # type: ignore[arg-type]
        reader.page.context.route(f"{REPOSITORY}/**", lambda route: route.fulfill(body="GitHub"))
        reader.open(f"{language}/contribute/")
        reader.page.locator("#give").wait_for()
        yield reader


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        if name == "rights":
            page.select_option("#give-rights", value)
        else:
            page.fill(f"#give-{name}", value)


def press(page: Page) -> Opened:
    with page.context.expect_page() as opened:
        page.locator("#give button:not([type])").click()
    opened.value.wait_for_url(f"{REPOSITORY}/**")
    return Opened(address=opened.value.url)


@pytest.fixture
def checked(archive: Path, tmp_path: Path) -> Callable[[str, str], dict]:
    """What the archive says of a seed as it stands on the branch of a contributor: nothing to mend, and the catalogue."""
    home = copied_project(tmp_path / "branch", seeds=archive / "seeds")

    def check(name: str, text: str) -> dict:
        path = home / "seeds" / name
        path.write_bytes(text.encode("utf-8"))
        done = chancery("check", path, cwd=home)
        assert done.returncode == 0, done.stdout
        listed = chancery("catalogue", path, "--format", "json", cwd=home)
        assert listed.returncode == 0, listed.stderr
        return json.loads(listed.stdout)

    return check


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_what_is_opened_is_a_seed_that_check_accepts(
    browser: Browser, kept_site: Site, checked: Callable[[str, str], dict], language: str
) -> None:
    says = SAYS[language]
    with contributing(browser, kept_site, language) as reader:
        page = reader.page
        fill(page, text=says["text"], title=says["title"], date="2023-11-01", published="2023-11-02", source=says["source"])
        fill(page, url="https://gazette.example/a?b=1&c=%D8%A7#d", rights="permission")
        opened = press(page)
        assert opened.address.startswith(f"{REPOSITORY}/new/main/seeds?filename=2023-11-01-")
        assert page.locator("#give-said a").get_attribute("href") == opened.address
        assert reader.complaints == []
    name, text = opened.file
    record = checked(name, text)
    assert record["language"]["value"] == says["language"]
    assert (record["title"]["value"], record["title"]["basis"]) == (says["title"], "stated")
    assert (record["date"]["value"], record["published"]["value"]) == ("2023-11-01", "2023-11-02")
    assert record["source"]["value"] == {"name": says["source"], "url": "https://gazette.example/a?b=1&c=%D8%A7#d"}
    assert record["rights"] == "permission"
    assert {party["value"] for party in record["parties"]} == {"FRA", "KAZ"}
    assert text.endswith(says["text"])


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_hostile_text_runs_nothing_and_stays_a_text(
    browser: Browser, kept_site: Site, checked: Callable[[str, str], dict], language: str
) -> None:
    with contributing(browser, kept_site, language) as reader:
        page = reader.page
        page.on("dialog", lambda dialog: reader.complaints.append(dialog.message))
        before = page.evaluate("document.querySelectorAll('*').length")
        page.evaluate("(text) => { const box = document.getElementById('give-text'); box.value = text; }", HOSTILE)
        title = 'x"\n---\nparties: [FRA]\u2028<img src=x onerror=window.hacked=1>\\'
        page.evaluate("(title) => { document.getElementById('give-title').value = title; }", title)
        fill(page, source="'}] <b>\t&", url='https://gazette.example/"onmouseover=')
        page.locator("#give-url").blur()
        assert page.locator("#give-url").get_attribute("aria-invalid") == "true"
        fill(page, url="https://gazette.example/a")
        opened = press(page)
        assert page.evaluate("window.hacked") is None
        assert page.locator("#give :is(script, img, svg, b)").count() == 0
        assert page.evaluate("document.querySelectorAll('*').length") - before < 20
        assert reader.complaints == []
    name, text = opened.file
    record = checked(name, text)
    assert record["title"]["value"] == 'x"---parties: [FRA] <img src=x onerror=window.hacked=1>\\'
    assert record["source"]["value"]["name"] == "'}] <b> &"
    assert "<script>window.hacked = 1</script>" in text
    assert "date: 2023-02-31" in text.split("\n---\n", 1)[1]
    assert not any(character in text for character in "\u202e\u2067\u0000\u0007\u200b\ud800\ufffd")


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


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_long_text_is_copied_and_only_its_name_goes_along(browser: Browser, kept_site: Site, language: str) -> None:
    with contributing(browser, kept_site, language) as reader:
        page = reader.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        fill(page, text=SAYS[language]["text"] * 60, source="x")
        page.locator("#give button:not([type])").click()
        link = page.locator("#give-said a")
        link.wait_for()
        assert link.get_attribute("href") == f"{REPOSITORY}/new/main/seeds?filename={page.input_value('#give-name')}.txt"
        assert len(page.context.pages) == 1
        page.locator("#give-copy").click()
        page.wait_for_function("!document.querySelector('#give-said a')")
        assert page.evaluate("navigator.clipboard.readText()") == page.locator("#give-content").text_content()


def test_without_a_clipboard_the_file_is_marked(browser: Browser, kept_site: Site) -> None:
    with contributing(browser, kept_site, "fr") as reader:
        page = reader.page
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no leave')); }")
        fill(page, text=FRENCH)
        page.locator("#give-copy").click()
        page.locator("#give-said:not(:empty)").wait_for()
        assert page.evaluate("getSelection().toString()").strip() == page.locator("#give-content").text_content().strip()


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


def test_every_record_leads_to_where_its_file_is_edited(archive: Path, kept_site: Site) -> None:
    source = kept_site.source("records/old/")
    assert f'<a href="{REPOSITORY}/edit/main/seeds/old.txt">' in source
    assert "parties: &#91;FRA, KAZ&#93;" in source
