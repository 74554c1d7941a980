"""Every state is known by its name in each of the six languages of the United Nations, and its records come first, the same in all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser

from generator.curated import Curated, load
from generator.search import Holding
from generator.text.bidi import direction_of
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
    const found = (await search(index, name, language)).found.slice(0, 12);
    answers.push(await Promise.all(found.map(async (each) => (await index.fragment(each.number)).i)));
  }
  return answers;
}"""


def records(curated: Curated) -> Iterator[Holding]:
    """Of each state, with the next one of the alphabet beside it: a record under both in each language, which names both.

    So names that stand within other names (Guinea, Congo, Niger) stand in texts of records that are not the state's.
    """
    for one, other in pairwise([*sorted(curated.countries), min(curated.countries)]):
        for language in SIX:
            title = " – ".join(country_name(each, language, curated)[0] for each in (one, other))
            sides = frozenset({f"c:{one}", f"c:{other}"})
            yield Holding(
                id=f"{one}-{other}-{language}", address=f"{one}-{other}-{language}".lower(), title=title, devised=False,
                language=language, direction=direction_of(title, language), paragraphs=(title,),
                concepts=dict.fromkeys(sorted(sides), ()), main=sides,
            )  # fmt: skip


def test_the_name_of_every_state_finds_its_records_first(browser: Browser, tiny_site: Site, tmp_path: Path) -> None:
    curated = load()
    known = list(records(curated))
    codes = sorted(curated.countries)
    site = tmp_path / "site"
    shutil.copytree(tiny_site.folder, site, ignore=shutil.ignore_patterns("search"))
    shutil.copytree(tiny_site.folder / "assets/search", site / "assets/search")
    shutil.copytree(tiny_site.folder / "en/search", site / "en/search")
    write_index(known, site, ("en",))
    asked = [(code, *country_name(code, language, curated)) for code in codes for language in SIX]
    with served(site) as there, reading(browser, there) as reader:
        answers = reader.open("en/search/").evaluate(ASK, [[name, language] for _, name, language in asked])
    wanted = {code: {each.id for each in known if f"c:{code}" in each.main} for code in codes}
    wrong = [
        (code, name, language, sorted(wanted[code] - set(found[: len(wanted[code])])))
        for (code, name, language), found in zip(asked, answers, strict=True)
        if set(found[: len(wanted[code])]) != wanted[code]
    ]
    assert len(asked) == 6 * len(codes) > 1_000
    assert wrong == []
