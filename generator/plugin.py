"""The MkDocs plugin: a thin door to `generate()`, and what a published site has beside its pages.

`mkdocs.yml` names this module for its heading anchors, so it is loaded before the theme is: Material prints
a notice about its own future at every build unless the variable below is set by then.
"""

from __future__ import annotations

import gzip
import logging
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.check.words import line
from generator.errors import ChanceryError
from generator.pipeline import Report, generate
from generator.publish.brought import HAND_WRITTEN
from generator.publish.extras import FONT_CACHE, extras, left_out
from generator.publish.fonts import face_uris
from generator.publish.sums import write_sums
from generator.search import copy_index
from generator.settings import LANGUAGES, settings_from_mkdocs
from generator.text.arabic import arabic_of, arabic_script
from generator.text.slug import heading_slug

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

__all__ = ["ChanceryPlugin", "heading_slug"]

_DATA = Path(__file__).parent / "data"
_OUTWARD = re.compile(r'<a href="(?=https?:)')
"""A link to another site, as Python-Markdown writes it."""
_log = logging.getLogger("mkdocs.plugins.chancery")


class ChanceryOptions(base.Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say under `chancery`; `Settings` explains the values."""

    seeds = option.Type(str, default="seeds")
    branch = option.Type(str, default="main")
    languages = option.Type(list, default=list(LANGUAGES))
    rights = option.Choice(("open", "permission", "citation-only"), default="open")
    coverage_from = option.Optional(option.Type(int))
    oai_day = option.Optional(option.Type((str, date)))
    email = option.Optional(option.Type(str))
    generate = option.Type(bool, default=True)
    """`false` takes the pages in the docs folder as they stand."""
    bare = option.Type(bool, default=False)
    """`true` leaves the theme's files as they are; for a build that gives only frames (`publish.press`)."""


class ChanceryPlugin(BasePlugin[ChanceryOptions]):  # type: ignore[no-untyped-call]
    """Seeds become pages before a build; faces and scripts join the site."""

    def __init__(self) -> None:
        self.seen: dict[str, Any] = {}
        """What a build works with (`config`, `files`, `nav`, `env`), for whoever frames pages after it."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Stay the same object over the rebuilds of `mkdocs serve`."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages that changed.

        Raises:
            PluginError: when the archive cannot be generated, with the reason and no traceback.
        """
        if not self.config.generate:
            return
        try:
            _tell(generate(settings_from_mkdocs(config, self.config)))
        except ChanceryError as error:
            raise PluginError(str(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what Material would copy: its stylesheets, scripts and images, none of which a page uses."""
        ours = config.theme.custom_dir
        for file in [file for file in files if ours and file.src_dir in config.theme.dirs and file.src_dir != ours]:
            files.remove(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note the navigation."""
        self.seen["nav"] = nav
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave the way past the head of a generated page to the theme: headings of a text are no part of the site.

        On pages that people write, tell other sites nothing of the reader; generated ones do so already.
        """
        if page.meta.get("kind"):
            page.toc = get_toc([])
            return html
        return _OUTWARD.sub('<a rel="noopener noreferrer" href="', html)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Tell the theme which faces there are, for the heads of pages in the Arabic script."""
        arabic = arabic_script(page.meta.get("language") or str(config.theme["language"]))
        return {**context, "faces": face_uris(), "arabic": arabic}

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Add the faces that the pages need, and the scripts."""
        self.seen.update(config=config, files=files, env=env)
        if not self.config.bare:
            theme = Path(config.theme.custom_dir or "")
            characters = arabic_of(file.content_string for file in files.documentation_pages())
            for uri, content in extras(theme, characters, Path(config.config_file_path).parent / FONT_CACHE):
                _publish(files, config, uri, content)
            for uri in left_out(theme):
                if file := files.get_file_from_path(uri):
                    files.remove(file)

    @event_priority(-100)  # after other plugins, whose files are listed too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish the search index; compress the sitemap without the time of day, so that two builds give the same bytes; list all."""
        if self.config.bare:
            return
        copy_index(Path(config.docs_dir), Path(config.site_dir))
        sitemap = Path(config.site_dir, "sitemap.xml")
        if sitemap.is_file():
            sitemap.with_name("sitemap.xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))
        write_sums(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
        """Watch what people write (seeds, data, hand-written pages, theme), not the pages generated from it."""
        docs = Path(config.docs_dir)
        server.unwatch(str(docs))
        settings = settings_from_mkdocs(config, self.config)
        written = (settings.project / "docs" / language / name for language in settings.languages for name in HAND_WRITTEN)
        for path in (settings.seeds, _DATA, Path(config.theme.custom_dir or docs), *written):
            if path.exists() and path != docs:
                server.watch(str(path))
        return server


def _tell(report: Report) -> None:
    """Name the seeds that were refused, and count the rest."""
    for doubt in report.doubts:
        if doubt.level == "error":
            _log.warning("%s", line(doubt))
    _log.info("%s records, %s seeds refused, %s pages written", report.records, report.refused, report.written)


def _publish(files: Files, config: MkDocsConfig, uri: str, content: str | bytes) -> None:
    """Add a file to the site, in the place of one with the same address."""
    old = files.get_file_from_path(uri)
    if old is not None:
        files.remove(old)
    files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
