"""The site shown live: MkDocs' own server over a site that each change brings up to date."""

from __future__ import annotations

import logging
import re
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from generator.errors import ChanceryError
from generator.model import Settings

HOST = "127.0.0.1"
_SCRIPT = re.compile(r"/livereload/([0-9]+)\.js")
_POLL = """{
  const ask = () => fetch("/livereload/EPOCH/0")
    .then((answer) => answer.text())
    .then((epoch) => (Number(epoch) > EPOCH ? location.reload() : ask()))
    .catch(() => setTimeout(ask, 3000));
  addEventListener("load", ask);
}
"""
_log = logging.getLogger("chancery.serve")


def serve_site(settings: Settings, rebuild: Callable[[], str], watched: Iterable[Path], port: int = 0) -> None:
    """Serve `settings.site` on this machine until interrupted; a change of a watched file or folder shows at once.

    `rebuild` brings the site up to date and tells what it did; where it fails the site stays as it was and the reason is
    told. `port` 0 takes a free one. The address and every build are told on stderr.

    Raises:
        ChanceryError: when the first build fails.
    """
    _speak()
    _log.info("%s", _timed(rebuild))
    server = _Live(lambda: _again(rebuild), HOST, port or _free_port(), str(settings.site), urlsplit(settings.site_url or "/").path or "/")
    missing = settings.site / "404.html"
    server.error_handler = lambda code: missing.read_bytes() if code == 404 and missing.is_file() else None
    for path in watched:
        if path.exists():
            server.watch(str(path))
    _log.info("Serving on %s; stop with Ctrl+C", server.url)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        _log.info("Stopped")
    finally:
        server.shutdown()


class _Live(LiveReloadServer):
    """Pages ask for the script that reloads them as a file: their content policy allows none inside them."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """A page with the script at its end (called by MkDocs for each page)."""
        head, end, tail = content.rpartition(b"</body>")
        return head + f'<script src="/livereload/{epoch}.js"></script>'.encode() + end + tail if end else content

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The answer to a request: the script, or what MkDocs answers."""
        asked = _SCRIPT.fullmatch(str(environ["PATH_INFO"]))
        if asked is None:
            answer: Iterable[bytes] = super().serve_request(environ, start_response)
            return answer
        start_response("200 OK", [("Content-Type", "text/javascript")])
        return [_POLL.replace("EPOCH", asked[1]).encode()]


def _again(rebuild: Callable[[], str]) -> None:
    """A further build; its failure is told, and the site stays."""
    try:
        _log.info("%s", _timed(rebuild))
    except (ChanceryError, OSError) as error:
        _log.error("%s", error)


def _timed(rebuild: Callable[[], str]) -> str:
    begun = time.perf_counter()
    told = rebuild()
    return f"{told}, in {time.perf_counter() - begun:.1f} seconds"


def written_by_people(settings: Settings, names: Iterable[str]) -> Iterator[Path]:
    """What a site is made of: the seeds, the theme, the configuration, and the hand-written pages of these names."""
    yield settings.seeds
    yield settings.project / "theme_overrides"
    yield settings.project / "mkdocs.yml"
    for language in settings.languages:
        yield from (settings.project / "docs" / language / name for name in names)


def _free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _speak() -> None:
    """Let this room and MkDocs' server tell what they do, once."""
    for logger, level in ((_log, logging.INFO), (logging.getLogger("mkdocs"), logging.WARNING)):
        logger.setLevel(level)
        if not logger.handlers:
            logger.addHandler(logging.StreamHandler())
