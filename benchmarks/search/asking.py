"""A site with a search page and any index, asked in Chromium."""

from __future__ import annotations

import gzip
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import BrowserContext, Response, sync_playwright

from generator.curated import load
from generator.model import Settings
from generator.pipeline import catalogue
from generator.render import value_name
from generator.search import Holding, Member, Shown, holding_of, update_index
from tests.browser.conftest import build_tiny
from tests.browser.reader import Site, served
from tests.chromium import find

PROJECT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ar", "fr", "en")
Make = Callable[[Path], None]
"""What writes an index into the folder of a site."""
_ASK = """async (questions) => {
  const from = (name) => import(new URL(`../../assets/search/${name}.js`, location.href));
  const core = await from("page");
  const { Index, search } = core.Index ? core : { ...(await from("index")), ...(await from("query")) };
  const index = new Index(new URL("../../", location.href)), answers = [];
  for (const [query, language] of questions) {
    const found = (await search(index, query, language)).found.slice(0, 20);
    answers.push(await Promise.all(found.map(async (each) => (await index.fragment(each.number)).i)));
  }
  return answers;
}"""


@dataclass(kw_only=True)
class Answer:
    """The records shown, in their order; bytes sent for the search, and seconds until they were shown."""

    records: list[str]
    sent: int
    files: list[tuple[str, int]]
    seconds: float


class Asker:
    """A reader who asks one question after the other, each time with an empty cache unless told otherwise."""

    def __init__(self, site: Site, context: BrowserContext) -> None:
        self.site = site
        self.page = context.new_page()
        self.responses: list[Response] = []
        self.page.on("response", self._heard)

    def _heard(self, response: Response) -> None:
        self.responses.append(response)

    def ask(self, query: str, language: str) -> Answer:
        """Open the search page at a question."""
        self.responses.clear()
        begun = time.perf_counter()
        self.page.goto(f"{self.site.address}{language if language in LANGUAGES else 'en'}/search/?q={quote(query)}")
        self.page.locator("#search-status:not(:empty)").wait_for()
        seconds = time.perf_counter() - begun
        self.page.wait_for_load_state("networkidle")
        records = self.page.locator("#search-results [data-record]").evaluate_all("all => all.map(one => one.dataset.record)")
        files = [(urlsplit(response.url).path.rpartition("/")[2], self._sent(response)) for response in self.responses]
        return Answer(records=records, sent=sum(size for _, size in files), files=files, seconds=seconds)

    def ask_all(self, questions: list[tuple[str, str]]) -> list[list[str]]:
        """The records that answer each question (words, language), asked of the scripts without the page."""
        self.page.goto(f"{self.site.address}en/search/")
        answers: list[list[str]] = self.page.evaluate(_ASK, [list(question) for question in questions])
        return answers

    def _sent(self, response: Response) -> int:
        path = urlsplit(response.url).path.removeprefix("/fork/")
        file = self.site.folder / path
        if path.endswith(".js"):
            return len(gzip.compress(file.read_bytes(), 9))
        return file.stat().st_size if path.endswith(".z") else 0


@contextmanager
def asking(make: Make) -> Iterator[Asker]:
    """An asker of a site whose index `make` writes."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "site"
        build_tiny(PROJECT, folder, plugin=True)
        shutil.rmtree(folder / "search", ignore_errors=True)
        make(folder)
        with served(folder) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
            yield Asker(site, browser.new_context())
            browser.close()


def index_of(holdings: Iterable[Holding]) -> Make:
    """What writes the index of some holdings."""
    known = {holding.id: holding for holding in holdings}
    return indexing({name: holding.date for name, holding in known.items()}, known.__getitem__)


def indexing(dates: Mapping[str, str | None], holding: Callable[[str], Holding]) -> Make:
    """What writes the index of records that are made when they are asked for."""
    curated = load()
    members = {name: Member(date=date, digest=name) for name, date in dates.items()}
    shown = Shown(languages=LANGUAGES, name=lambda key, language: value_name(key, language, curated))

    def make(folder: Path) -> None:
        update_index(members, holding, curated, shown, folder)

    return make


def holdings_of(folders: Iterable[Path]) -> list[Holding]:
    """The seeds of several folders as search sees them."""
    curated = load()
    with tempfile.TemporaryDirectory() as home:
        seeds = Path(home)
        for path in (path for folder in folders for path in sorted(folder.glob("*.txt"))):
            shutil.copy(path, seeds / path.name)
        settings = Settings(
            project=PROJECT, seeds=seeds, docs=seeds, site=seeds, site_name="", default_language="en", languages=LANGUAGES
        )  # fmt: skip
        records = [each.record for each in catalogue(sorted(seeds.glob("*.txt")), settings, curated) if each.record]
    bodies = frozenset(curated.organisations)
    return [holding_of(record, bodies) for record in records]
