"""Every state is found by its name in each of the six languages of the United Nations."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Browser

from generator.curated import load
from generator.search import Holding
from generator.text.locale import country_name
from tests.browser.reader import Site, reading, served
from tests.browser.tiny_index import write_index

SIX = ("ar", "en", "fr", "ru", "es", "zh")
ASK = """async (names) => {
  const from = (name) => import(new URL(`../../assets/search/${name}.js`, location.href));
  const core = await from("page");
  const { Index, search } = core.Index ? core : { ...(await from("index")), ...(await from("query")) };
  const index = new Index(new URL("../../", location.href)), answers = [];
  for (const [name, language] of names) {
    const found = (await search(index, name, language)).found.slice(0, 2);
    answers.push(await Promise.all(found.map(async (each) => (await index.fragment(each.number)).i)));
  }
  return answers;
}"""


def test_the_name_of_every_state_finds_its_records(browser: Browser, tiny_site: Site, tmp_path: Path) -> None:
    curated = load()
    codes = sorted(curated.countries)
    holdings = [
        Holding(
            id=code, address=code.lower(), title=f"{number}", devised=False, language="en", direction="ltr", paragraphs=(),
            concepts={f"c:{code}": ()}, main=frozenset({f"c:{code}"}),
        )
        for number, code in enumerate(codes)
    ]  # fmt: skip
    site = tmp_path / "site"
    shutil.copytree(tiny_site.folder, site, ignore=shutil.ignore_patterns("search"))
    shutil.copytree(tiny_site.folder / "assets/search", site / "assets/search")
    shutil.copytree(tiny_site.folder / "en/search", site / "en/search")
    write_index(holdings, site, ("en",))
    asked = [(code, *country_name(code, language, curated)) for code in codes for language in SIX]
    with served(site) as there, reading(browser, there) as reader:
        answers = reader.open("en/search/").evaluate(ASK, [[name, language] for _, name, language in asked])
    missed = [
        (code, name, language)
        for (code, name, language), found in zip(asked, answers, strict=True)
        if code not in found
    ]  # fmt: skip
    assert missed == []
