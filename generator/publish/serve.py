"""The site shown live: MkDocs' own server, with the folders of this run."""

from __future__ import annotations

import logging
import socket

from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from generator.model import Settings
from generator.publish.build import BuildFailedError
from generator.publish.configuration import CONFIG, overlaid_plugins

HOST = "127.0.0.1"


def serve_site(settings: Settings, port: int = 0) -> None:
    """Build into a temporary folder and serve it on this machine until interrupted; an edited seed shows at once.

    `port` 0 takes a free one. The address and every build are told to the logger `mkdocs`, which writes to stderr.

    Raises:
        BuildFailedError: when MkDocs refuses the configuration or the first build.
    """
    config_file = settings.project / CONFIG
    settings.docs.mkdir(parents=True, exist_ok=True)
    _speak()
    try:
        serve(
            str(config_file),
            docs_dir=str(settings.docs),
            dev_addr=f"{HOST}:{port or _free_port()}",
            plugins=overlaid_plugins(config_file, seeds=str(settings.seeds)),
        )
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error


def _free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _speak() -> None:
    """Let MkDocs tell what it does, once."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
