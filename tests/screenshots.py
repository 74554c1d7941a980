"""Pictures of the archive for the eye: each kind of page, in each interface language, narrow and wide, light and dark.

Run by `make screenshots`; they go to `.cache/screenshots/`, which git leaves alone. `--seeds DIR` takes other seeds
than the archive's own. Ends with 1 where a page scrolls sideways.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from generator.settings import read_settings  # noqa: E402 - the script is run by its path
from tests.chromium import find  # noqa: E402
from tests.conftest import chancery  # noqa: E402

OUT = PROJECT / ".cache/screenshots"
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
KINDS = {"relation": "relations/*", "country": "countries/*", "date": "dates/[0-9]*", "topic": "topics/*"}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and does not say so."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def largest(site: Path, pattern: str) -> str | None:
    """The address of the largest page that fits a pattern: the one with most to look at."""
    found = sorted(site.glob(f"{pattern}/index.html"), key=lambda path: (-path.stat().st_size, path))
    return f"{found[0].parent.relative_to(site).as_posix()}/" if found else None


def addresses(site: Path, language: str) -> Iterator[tuple[str, str]]:
    """Name and address of each page to look at in a language; the record is one in that language, if there is any."""
    yield "home", f"{language}/"
    for name, pattern in KINDS.items():
        if address := largest(site, f"{language}/{pattern}"):
            yield name, address
    records = sorted(site.glob("records/*/index.html"), key=lambda path: (-path.stat().st_size, path))
    own = [path for path in records if f' lang="{language}" dir=' in path.read_text(encoding="utf-8").partition("<article")[2][:200]]
    if own or records:
        yield "record", f"{(own or records)[0].parent.relative_to(site).as_posix()}/"


def shoot(browser: Browser, root: str, address: str, name: str) -> Iterator[str]:
    """Take the pictures of one page; yields those in which it scrolls sideways."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light")
            page.goto(f"{root}{address}")
            page.screenshot(path=OUT / f"{name}-{width}-{scheme}.png", full_page=True)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                yield f"{address} at {width}"
            page.close()


def pictures(site: Path) -> list[str]:
    """All pictures of a built site; the pages that scroll sideways."""
    OUT.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find())
        wide = [
            fault
            for language in read_settings(PROJECT).languages
            for name, address in addresses(site, language)
            for fault in shoot(browser, root, address, f"{name}-{language}")
        ]
        browser.close()
    server.shutdown()
    return wide


def main() -> int:
    """Build the site in a folder of its own, take the pictures, tell where they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, default=PROJECT / "seeds", help="the seeds to build from")
    seeds = parser.parse_args().seeds.resolve()
    with TemporaryDirectory() as folder:
        result = chancery("build", "--seeds", seeds, "--docs", f"{folder}/docs", "--site", f"{folder}/site")
        if result.returncode:
            sys.stderr.write(result.stderr)
            return result.returncode
        wide = pictures(Path(folder) / "site")
    sys.stdout.write("".join(f"scrolls sideways: {fault}\n" for fault in wide))
    sys.stdout.write(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}\n")
    return 1 if wide else 0


if __name__ == "__main__":
    sys.exit(main())
