"""A contributor with a browser: a small archive that says where its files are kept, its form, and what is opened on GitHub."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page

from tests.browser.reader import Reader, Site, reading

REPOSITORY = "https://github.com/someone/archive"
ARABIC = "زيارة رئيس كازاخستان إلى فرنسا\n\nزار رئيس كازاخستان فرنسا يوم 1 نوفمبر 2023 والتقى نظيره الفرنسي في باريس، واتفقا على التعاون.\n"
FRENCH = (
    "Visite du président kazakh à Paris\n\nLe président du Kazakhstan a été reçu à Paris le 1er novembre 2023 par son homologue français.\n"
)
SAYS = {
    "ar": {"text": ARABIC, "source": "صحيفة المثال", "title": "زيارة «دولة»: باريس", "language": "ar"},
    "fr": {"text": FRENCH, "source": "La Gazette : l’exemple", "title": "Visite d’État : « Paris »", "language": "fr"},
}


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
