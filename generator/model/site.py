"""What rendering gives, and what it is told: pages and settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.seed import Rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site as a Markdown file: `uri` is relative to the docs folder."""

    uri: str
    front_matter: Mapping[str, object]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `mkdocs.yml` says of the archive; paths are absolute, ids and codes as in the design."""

    project: Path
    seeds: Path
    docs: Path
    site: Path
    site_name: str
    default_language: str
    languages: tuple[str, ...]
    site_url: str | None = None
    repo_url: str | None = None
    rights: Rights = "open"
    coverage_from: int | None = None
    oai_day: str | None = None
    email: str | None = None
