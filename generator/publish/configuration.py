"""The archive's `mkdocs.yml` with the options of one run laid over it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

CONFIG = "mkdocs.yml"
PLUGIN = "chancery"


def overlaid_plugins(config_file: Path, **options: object) -> dict[str, dict[str, Any]]:
    """The plugins of a configuration file in their order, with `options` set for ours where it is in use.

    As a mapping, because MkDocs empties the entries of a list that it reads, and `serve` reads it at every build.
    """
    config = MkDocsConfig(config_file_path=str(config_file))
    with config_file.open("rb") as stream:
        config.load_file(stream)
    stated = config.data.get("plugins") or {}
    entries = stated if isinstance(stated, dict) else dict(_named(entry) for entry in stated)
    return {name: {**(said or {}), **(options if name == PLUGIN else {})} for name, said in entries.items()}


def _named(entry: str | dict[str, Any]) -> tuple[str, dict[str, Any] | None]:
    """An entry of a list of plugins: its name and what is said of it."""
    return (entry, None) if isinstance(entry, str) else next(iter(entry.items()))
