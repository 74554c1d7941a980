"""Hostile strings in every place a seed has for text, run in a browser that would let them do what they want.

The policy of the pages is switched off for most of this: what it would stop must not even be there. One part leaves it on
and listens for violations. Planted controls show that the harness hears what runs.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.text.escape import one_line, safe_text
from tests.browser.contributing import REPOSITORY
from tests.browser.reader import Reader, Site, reading, served
from tests.conftest import SHARED, copied_project, environment, once
from tests.hostile import own, read

pytestmark = pytest.mark.xdist_group("hostile-text")
ALL = "CHANCERY_AUDIT" in os.environ
EACH = 1 if ALL else 12
"""Every so many strings are tried; all of them, and those beside the checkout, by `make audit`."""
LEAST = 300
LONG = 2_000
"""Characters from which a string is left out: thousands of them are told in each place."""
_ATTEMPTS = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => { window.ran.push(name); };
"""
_FORBIDDEN = """() => {
    const found = [];
    const allowed = new Set(`a b bdi blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
        header footer hr i ins li mark nav ol p q s section small span strong sub summary sup table tbody td th thead time tr u ul
        wbr data abbr aside button label input select option form output search`.split(/\\s+/));
    for (const each of document.querySelectorAll(".record .text *"))
        if (!allowed.has(each.localName) || /^(form|input|button|select)$/.test(each.localName)) found.push("element " + each.localName);
    for (const each of document.querySelectorAll("iframe, object, embed, base, frame, applet, portal, math, template, style"))
        found.push("element " + each.localName);
    for (const each of document.querySelectorAll("*")) {
        for (const { name, value } of each.attributes) {
            if (/^(on|style$|srcdoc|formaction|ping|background|poster|srcset|xlink:)/.test(name)) found.push("attribute " + name);
            if (/^(href|src|action|data|cite)$/.test(name) && !/^(https?:|data:image.svg)/.test(new URL(value, document.baseURI).protocol
                + (value.startsWith("data:image/svg") ? "image/svg" : ""))) found.push(name + " " + value);
            if (name === "href" && new URL(value, location).host !== location.host && each.localName === "a"
                && !(each.relList.contains("noopener") && each.relList.contains("noreferrer"))) found.push("rel " + value);
        }
    }
    return [...found, ...window.ran];
}"""


@dataclass(frozen=True, kw_only=True)
class Attacked:
    """A site of hostile seeds, and the seeds that it published, by id with the string that each was made of."""

    site: Site
    seeds: dict[str, str]
    refused: dict[str, str]
    said: str


@dataclass(kw_only=True)
class Watch:
    """A page that may do anything, and what it did: requests of other hosts, dialogs, downloads, windows."""

    page: Page
    did: list[str] = field(default_factory=list)

    def look(self, address: str) -> list[str]:
        """Open a page and tell what ran in it, what it asked for, and what stands in it that may not."""
        self.did.clear()
        self.page.goto(address)
        return [*self.page.evaluate(_FORBIDDEN), *self.did]


@contextmanager
def watching(browser: Browser, site: Site) -> Iterator[Watch]:
    """A browser in which the content policy does not count."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(_ATTEMPTS)
    page = context.new_page()
    watch = Watch(page=page)
    host = urlsplit(site.address).netloc
    page.on("request", lambda request: watch.did.append(request.url) if urlsplit(request.url).netloc != host else None)
    page.on("dialog", lambda dialog: (watch.did.append(dialog.message), dialog.dismiss()))
    page.on("popup", lambda popup: watch.did.append(f"window {popup.url}"))
    page.on("download", lambda download: watch.did.append(f"download {download.url}"))
    page.on("pageerror", lambda error: watch.did.append(str(error)))
    try:
        yield watch
    finally:
        context.close()


def strings() -> list[str]:
    """The strings of our own that are tried."""
    return own()[::EACH]


def stated_strings() -> list[str]:
    """Those that seeds are made of: by `make audit` also each of the short strings beside the checkout."""
    beside = sorted((SHARED / "vectors").glob("*/*")) if ALL else []
    more = dict.fromkeys(text for path in beside if path.parent.name != "markdown" for text in read(path) if len(text) < LONG)
    return [*strings(), *more]


def stated(text: str) -> str:
    """A seed that says a string wherever a person may state text."""
    address = f"https://example.org/{quote(text[:60], safe='', errors='replace')}"
    front = {
        "title": text,
        "language": "en",
        "date": "2023-11-01",
        "parties": ["FRA", "KAZ"],
        "note": text,
        "source": {"name": text, "url": address},
        "references": [{"name": text, "url": address}],
        "translator": text,
        "contributor": text,
        "rights": "open",
    }
    lines = [f"{key}: {json.dumps(value)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", *told(text)])


def told(text: str) -> Iterator[str]:
    """Paragraphs, items, cells and headings of a text that hold a string."""
    yield "France and Kazakhstan signed an agreement on water in Astana, the two ministers said after their talks on Wednesday."
    for form in (
        "{}",
        "The minister said {} and left.",
        "قال الوزير {} ثم غادر.",
        "- {}\n- {}",
        "| {} | x |\n|---|---|\n| x | {} |",
        "## {}",
        "1. {}",
    ):
        yield f"\n{form.replace('{}', text)}"


def write_seeds(folder: Path, texts: list[str]) -> dict[str, str]:
    """One seed for each string, and for our own one whose name is the string, where the system has such names."""
    made, names = {}, frozenset(own())
    for number, text in enumerate(texts):
        name = f"hostile-{number:04}"
        (folder / f"{name}.txt").write_bytes(stated(text).encode("utf-8", "surrogatepass"))
        made[name] = text
        if text not in names:
            continue
        called = text.replace("/", "\u2215").replace("\0", "").encode("utf-8", "surrogatepass")[:200]
        if called.strip(b". "):
            (Path(os.fsdecode(os.fsencode(folder) + b"/" + called + b".txt"))).write_text(
                f"Jordan and Oman met in Muscat, round {number}.\n"
            )
    return made


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    texts = stated_strings()

    def make(folder: Path) -> None:
        home = copied_project(folder / "home", seeds=None)
        config = (home / "mkdocs.yml").read_text(encoding="utf-8")
        (home / "mkdocs.yml").write_text(f"repo_url: {REPOSITORY}\n{config}", encoding="utf-8")
        made = write_seeds(home / "seeds", texts)
        (folder / "made.json").write_text(json.dumps(made))
        command = [sys.executable, "-m", "generator", "build"]  # of thousands of seeds by `make audit`
        done = subprocess.run(command, cwd=home, env=environment(), capture_output=True, encoding="utf-8", timeout=3600, check=False)
        assert done.returncode == 0, done.stderr
        (folder / "said.txt").write_text(done.stderr, encoding="utf-8")

    folder = once(tmp_path_factory, "hostile-text", make)
    made: dict[str, str] = json.loads((folder / "made.json").read_text())
    said = (folder / "said.txt").read_text(encoding="utf-8")
    refused = dict(re.findall(r"^seeds/(hostile-\d+)\.txt:\d+: (D\d+)", said, re.MULTILINE))
    with served(folder / "home/site") as site:
        yield Attacked(site=site, seeds={name: text for name, text in made.items() if name not in refused}, refused=refused, said=said)


def test_there_are_enough_strings() -> None:
    assert len(set(own())) == len(own()) >= LEAST


@pytest.mark.parametrize("control", read(Path(__file__).parent.parent / "cases/hostile-controls.txt"))
def test_the_harness_hears_what_runs(browser: Browser, control: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><article class="record"><div class="text">{control}</div></article>', encoding="utf-8"
    )
    with served(tmp_path) as site, watching(browser, site) as watch:
        assert watch.look(site.address)


def test_seeds_are_set_aside_only_for_characters_that_may_not_be_stated(attacked: Attacked) -> None:
    assert "Traceback" not in attacked.said
    assert set(attacked.refused.values()) <= {"D209"}
    assert len(attacked.refused) <= len(attacked.seeds) / 10


def test_nothing_runs_on_the_pages_of_records(browser: Browser, attacked: Attacked) -> None:
    with watching(browser, attacked.site) as watch:
        for name in attacked.seeds:
            assert watch.look(f"{attacked.site.address}records/{name}/") == [], name


def test_nothing_runs_on_any_other_page(browser: Browser, attacked: Attacked) -> None:
    paths = [path for path in attacked.site.readable() if not path.startswith("records/hostile")]
    with watching(browser, attacked.site) as watch:
        for path in paths if ALL else sorted({*paths[::80], *list(attacked.site.sample().values())[1::3]}):
            assert watch.look(attacked.site.address + path) == [], path


def test_nothing_runs_where_one_searches(browser: Browser, attacked: Attacked) -> None:
    with watching(browser, attacked.site) as watch:
        for text in strings()[:: 1 if ALL else 3]:
            address = f"{attacked.site.address}en/search/?q={quote(text.encode('utf-8', 'replace'))}"
            assert watch.look(address) == [], text
            watch.page.locator("#search-status:not(:empty)").wait_for()
            assert watch.page.evaluate(_FORBIDDEN) == [], text
            watch.page.fill("#sq", text.encode("utf-8", "replace").decode())
            assert watch.page.evaluate(_FORBIDDEN) == [], text
            assert watch.did == [], text


def test_nothing_runs_where_one_contributes(browser: Browser, attacked: Attacked) -> None:
    with watching(browser, attacked.site) as watch:
        watch.look(f"{attacked.site.address}en/contribute/")
        fields = watch.page.locator("#give input:not([type=checkbox]):not([type=radio]):not([type=hidden]), #give textarea")
        names = [name for name in fields.evaluate_all("found => found.filter((each) => !each.readOnly).map((each) => each.id)") if name]
        assert names
        for text in strings():
            for name in names:
                watch.page.evaluate(
                    "([id, text]) => { const field = document.getElementById(id); field.value = text;"
                    "for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true})); }",
                    [name, text.encode("utf-8", "replace").decode()],
                )
            assert watch.page.evaluate(_FORBIDDEN) == [], text
            assert watch.did == [], text


def test_the_policy_has_nothing_to_stop(browser: Browser, attacked: Attacked) -> None:
    with reading(browser, attacked.site) as reader:
        for name in list(attacked.seeds)[:: 1 if ALL else 4]:
            _read_on(reader, f"records/{name}/")
        for path in list(attacked.site.sample().values())[:: 1 if ALL else 3]:
            _read_on(reader, path)


def _read_on(reader: Reader, path: str) -> None:
    reader.open(path)
    assert reader.complaints == [], path


def test_the_text_is_read_as_it_was_written(browser: Browser, attacked: Attacked) -> None:
    with watching(browser, attacked.site) as watch:
        for name, text in attacked.seeds.items():
            watch.page.goto(f"{attacked.site.address}records/{name}/")
            shown = " ".join(watch.page.evaluate("document.querySelector('article').textContent").split())
            said = " ".join(one_line(safe_text(text)).split())
            assert said in shown, name
            assert shown.count(said) >= 5, name


def test_files_for_programs_are_whole(attacked: Attacked) -> None:
    folder = attacked.site.folder
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.suffix in (".xml", ".json", ".jsonl", ".yml", ".yaml") else b""
        if path.suffix == ".xml":
            ElementTree.fromstring(content)
        elif path.suffix == ".jsonl":
            assert all(json.loads(line) for line in content.splitlines())
        elif path.suffix == ".json":
            json.loads(content)
        elif path.suffix in (".yml", ".yaml"):
            yaml.safe_load(content)
    records = [json.loads(line) for line in (folder / "data/records.jsonl").read_text(encoding="utf-8").splitlines()]
    titles = {record["id"]: record["title"]["value"] for record in records}
    for name, text in attacked.seeds.items():
        assert titles[name] == one_line(safe_text(text)).strip(), name
