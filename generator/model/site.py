"""What rendering gives, and what it is told: pages and settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.seed import Rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site as a Markdown file: `uri` is relative to the docs folder.

    `html` is what Markdown makes of the body; `None` where only Markdown can tell.
    """

    uri: str
    front_matter: Mapping[str, object]
    body: str
    html: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of the site that is no page; `uri` is relative to the docs folder and to the site."""

    uri: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Some pages or files that are made together, under a name that no other task has.

    What they are made from is the archive, as far as `make` asks for it, and whatever `key` tells.
    """

    name: str
    make: Callable[[], Iterable[Page | Asset]]
    key: bytes = b""


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
    branch: str = "main"
    rights: Rights = "open"
    coverage_from: int | None = None
    oai_day: str | None = None
    email: str | None = None
