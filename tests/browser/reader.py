"""A reader with a browser: opens pages of a served site and notes what a careful reader would complain of."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

MOUNT = "/fork/"
REFRESH = 'http-equiv="refresh"'
_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => console.error("policy: " + event.violatedDirective + " " + event.blockedURI))
"""


@dataclass(kw_only=True)
class Site:
    """A built site and the address under which it is served."""

    folder: Path
    address: str

    def pages(self) -> list[str]:
        """The path of every page from the site's root, in order."""
        found = [path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")]
        return sorted(re.sub(r"(^|/)index\.html$", r"\1", path) for path in found)

    def readable(self) -> list[str]:
        """The pages that can be read where they are: not the 404 page, whose addresses are absolute, nor those that lead on."""
        return [path for path in self.pages() if path != "404.html" and REFRESH not in self.source(path)]

    def source(self, path: str) -> str:
        """The HTML of a page."""
        file = self.folder / path
        return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")

    def sample(self) -> dict[tuple[str, str], str]:
        """One page a kind and frame language, the first in the order of paths."""
        found: dict[tuple[str, str], str] = {}
        for path in self.readable():
            source = self.source(path)
            kind = re.search(r'data-kind="([\w-]+)"', source)
            language = re.search(r'<html lang="([\w-]+)"', source)
            found.setdefault((kind[1] if kind else path.rsplit("/", 2)[-1], language[1] if language else ""), path)
        return found


@dataclass(kw_only=True)
class Reader:
    """A browser page with the complaints gathered so far: console errors, policy violations, foreign requests."""

    page: Page
    site: Site
    scripts: bool = True
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait until its faces are there, and the answer of a search."""
        self.page.goto(self.site.address + path)
        if self.scripts:
            self.page.evaluate("document.fonts.ready.then(() => true)")
        if self.scripts and "?q=" in path:
            self.page.locator("#search-status:not(:empty)").wait_for()
        return self.page

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@contextmanager
def reading(browser: Browser, site: Site, *, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Iterator[Reader]:
    """A reader of `site` with a window `width` pixels wide, in light or dark, with or without JavaScript."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=scripts,
    )
    page = context.new_page()
    reader = Reader(page=page, site=site, scripts=scripts)
    host = urlsplit(site.address).netloc
    if scripts:
        page.add_init_script(_VIOLATIONS)
    page.on("console", lambda message: reader.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: reader.complaints.append(str(error)))
    page.on("request", lambda request: reader.complaints.append(request.url) if urlsplit(request.url).netloc != host else None)
    page.on("response", lambda answer: reader.complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    try:
        yield reader
    finally:
        context.close()


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """`folder` served under `/fork/` on this machine, its 404 page for what is missing."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path: str) -> str:
            inside = unquote(urlsplit(path).path).removeprefix(MOUNT)
            return str(folder / inside) if path.startswith(MOUNT) else str(folder / ".not-here")

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            body = (folder / "404.html").read_bytes() if code == 404 else b""
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def handle(self) -> None:
            with suppress(ConnectionResetError, BrokenPipeError):  # a reader who has gone on
                super().handle()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(folder=folder, address=f"http://127.0.0.1:{server.server_port}{MOUNT}")
    finally:
        server.shutdown()
        server.server_close()
