"""The contribute page as a contributor uses it: what is opened on GitHub is a seed that `chancery check` accepts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.contributing import FRENCH, REPOSITORY, SAYS, contributing, fill, press
from tests.browser.reader import Site
from tests.conftest import chancery, copied_project

HOSTILE = (
    "---\ndate: 2023-02-31\nevil: &a [*a]\n---\n"
    "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>\n"
    "</pre></form><svg onload=window.hacked=1> %(name)s ${window.hacked=1} {{ 7*7 }} [x](javascript:window.hacked=1)\n\n"
    "France and Kazakhstan signed an agreement in Astana.\u202e\u2067\u0000\u0007\u200b\ud800 &amp; + % # ?filename=evil.txt\n"
)


@pytest.fixture
def checked(kept_archive: Path, tmp_path: Path) -> Callable[[str, str], dict]:
    """What the archive says of a seed as it stands on the branch of a contributor: nothing to mend, and the catalogue."""
    home = copied_project(tmp_path / "branch", seeds=kept_archive / "seeds")

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


def test_every_record_leads_to_where_its_file_is_edited(kept_archive: Path, kept_site: Site) -> None:
    source = kept_site.source("records/old/")
    assert f'<a href="{REPOSITORY}/edit/main/seeds/old.txt" rel="noopener noreferrer">' in source
    assert "parties: &#91;FRA, KAZ&#93;" in source
