"""The archive's `mkdocs.yml` with the options of one run laid over it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

CONFIG = "mkdocs.yml"
PLUGIN = "chancery"


def overlaid_plugins(config_file: Path, **options: object) -> list[dict[str, Any]]:
    """The plugins of a configuration file, as MkDocs takes them, with `options` set for ours where it is in use."""
    config = MkDocsConfig(config_file_path=str(config_file))
    with config_file.open("rb") as stream:
        config.load_file(stream)
    stated = config.data.get("plugins") or []
    entries = [{name: options} for name, options in stated.items()] if isinstance(stated, dict) else stated
    return [_overlaid({entry: {}} if isinstance(entry, str) else entry, options) for entry in entries]


def _overlaid(entry: dict[str, Any], options: dict[str, object]) -> dict[str, Any]:
    """One plugin with its options; ours with those of this run."""
    if PLUGIN not in entry:
        return entry
    return {PLUGIN: {**(entry[PLUGIN] or {}), **options}}
