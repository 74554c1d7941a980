"""MkDocs with the archive's theme, asked for what is the same on many pages: frames, and the pages that people write.

It runs only where something of the theme or the configuration is new; what it prints is kept between builds.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markdown import Markdown
from mkdocs.commands.build import build, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.model import Settings
from generator.publish.brought import HAND_WRITTEN
from generator.publish.build import BuildFailedError, heard
from generator.publish.configuration import CONFIG, PLUGIN, overlaid_plugins
from generator.publish.extras import FONT_CACHE, extras, left_out
from generator.publish.skeleton import Parts, Sheet, cut, sample

_ASKED = re.compile(r"(?:\bmeta|\bfront)\.(\w+)")
_GENERATED = re.compile(r"(?:[^/]+/)?index\.html|sitemap\.xml(?:\.gz)?")


class MkDocsPress:
    """One start of MkDocs on the homes and the hand-written pages alone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._seen: dict[str, Any] = {}
        self._theme = settings.project / "theme_overrides"

    @cached_property
    def usable(self) -> bool:
        """Whether no other plugin has a say in pages, and addresses are those of folders."""
        config_file = self._settings.project / CONFIG
        config = MkDocsConfig(config_file_path=str(config_file))
        with config_file.open("rb") as stream:
            config.load_file(stream)
        plain = not any(config.data.get(key) for key in ("hooks", "extra_css", "extra_javascript", "extra_templates"))
        theme = config.data.get("theme")
        ours = isinstance(theme, dict) and theme.get("custom_dir") == self._theme.name
        return overlaid_plugins(config_file).keys() == {PLUGIN} and plain and ours and config.data.get("use_directory_urls", True) is True

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Hand-written pages, the page for missing addresses, and files of the theme, by address."""
        with TemporaryDirectory(prefix="chancery-") as folder:
            printed = dict(self._print(Path(folder)))
        parts = left_out(self._theme)
        return {uri: content for uri, content in printed.items() if uri not in parts}

    def _print(self, folder: Path) -> Iterator[tuple[str, bytes]]:
        """Everything that MkDocs makes of them but the homes."""
        docs, site = folder / "docs", folder / "site"
        for language in self._settings.languages:
            for name in ("index.md", *HAND_WRITTEN):
                own, written = self._settings.docs / language / name, self._settings.project / "docs" / language / name
                path = own if own.is_file() or name not in HAND_WRITTEN else written
                if path.is_file():
                    (docs / language).mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, docs / language / name)
        docs.mkdir(exist_ok=True)
        self._build(docs, site)
        for path in sorted(site.rglob("*")):
            uri = path.relative_to(site).as_posix()
            if path.is_file() and not _GENERATED.fullmatch(uri):
                yield uri, path.read_bytes()

    def _build(self, docs: Path, site: Path) -> None:
        config_file = self._settings.project / CONFIG
        with heard() as said:
            try:
                plugins = overlaid_plugins(config_file, generate=False, bare=True)
                config = load_config(str(config_file), docs_dir=str(docs), site_dir=str(site), plugins=plugins)
                config.plugins[PLUGIN].seen = self._seen  # type: ignore[attr-defined]
                config.plugins.on_startup(command="build", dirty=False)
                build(config)
            except MkDocsException as error:
                raise BuildFailedError("\n".join(said) or str(error)) from error

    @property
    def _config(self) -> MkDocsConfig:
        if not self._seen:
            assert self.files is not None
        config: MkDocsConfig = self._seen["config"]
        return config

    def asked(self) -> tuple[str, ...]:
        """The keys of a page's front matter that the theme's templates read."""
        found: set[str] = set()
        for path in self._theme.rglob("*.html"):
            found.update(_ASKED.findall(path.read_text(encoding="utf-8")))
        return tuple(sorted(found))

    def extras(self, characters: str) -> tuple[tuple[str, bytes], ...]:
        """Stylesheet, faces and scripts for pages that write these characters of the Arabic script."""
        return tuple(extras(self._theme, characters, self._settings.project / FONT_CACHE))

    def markdown(self, body: str) -> str:
        """A page's body as HTML, by the extensions of the configuration."""
        config = self._config
        return str(Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}).convert(body))

    def skeleton(self, sheet: Sheet, uri: str) -> Parts:
        """The frame of a page and of all others of its kind; `uri` is its Markdown file."""
        return cut(self.framed(sample(sheet), uri))

    def framed(self, sheet: Sheet, uri: str) -> str:
        """A page as the theme prints it."""
        config = self._config
        page = Page(None, File(uri, config.docs_dir, config.site_dir, config.use_directory_urls), config)
        page.meta, page.content, page.toc = dict(sheet.front), sheet.html, get_toc([])
        page.title = str(sheet.front["title"])
        page.canonical_url = "zqzcanonical-zqz"
        context = get_context(self._seen["nav"], self._seen["files"], config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self._seen["nav"])
        printed = self._seen["env"].get_template("main.html").render(context)
        return str(config.plugins.on_post_page(printed, page=page, config=config))
