"""MkDocs, run beside the old site: the new one takes its place only when it is whole."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import ChanceryError, UsageError
from generator.model import Settings
from generator.publish.configuration import CONFIG, overlaid_plugins
from generator.publish.exchange import exchange
from generator.publish.lock import locked


class BuildFailedError(ChanceryError):
    """MkDocs could not build the site; the message is what it said. The old site stands."""


def build_site(settings: Settings, config_file: Path | None = None) -> None:
    """Build `settings.site` from the pages in `settings.docs`, as they stand, and publish it in one step.

    `config_file` is the archive's `mkdocs.yml` unless another is given. Warnings of MkDocs go to
    its logger. Another build of the same site is waited for.

    Raises:
        BuildFailedError: when MkDocs refuses the configuration or a page.
        UsageError: when the site's place is no folder.
    """
    site = settings.site
    if site.exists() and not site.is_dir():
        raise UsageError(f"{site} is a file; a site is published as a folder")
    site.parent.mkdir(parents=True, exist_ok=True)
    staging = site.with_name(f".{site.name}.next")
    with locked(site.with_name(f".{site.name}.lock")):
        shutil.rmtree(staging, ignore_errors=True)
        try:
            _build(settings, config_file or settings.project / CONFIG, staging)
            exchange(staging, site)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _build(settings: Settings, config_file: Path, staging: Path) -> None:
    """One run of MkDocs into `staging`."""
    with heard() as said:
        try:
            plugins = overlaid_plugins(config_file, generate=False)
            config = load_config(str(config_file), docs_dir=str(settings.docs), site_dir=str(staging), plugins=plugins)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except MkDocsException as error:
            raise BuildFailedError("\n".join(said) or str(error)) from error


@contextmanager
def heard() -> Iterator[list[str]]:
    """What MkDocs logs as an error while the block runs, as lines."""
    said: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
