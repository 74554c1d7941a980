"""Addresses in the repository that keeps the seeds: where GitHub writes a new file, and where it edits one.

`repo_url` of `mkdocs.yml` names it. Only GitHub's own way is known here (`/new/BRANCH/FOLDER`, `/edit/BRANCH/PATH`,
on github.com or a host of one's own that says so in its name); of any other host nothing is claimed.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from generator.model import Settings


def new_file(settings: Settings) -> str | None:
    """Where a new seed is written; `filename` and `value` in the query fill the page in. `None` without a known repository."""
    folder = settings.seeds
    inside = folder.relative_to(settings.project).as_posix() if folder.is_relative_to(settings.project) else folder.name
    return _address(settings, "new", inside)


def edit_file(settings: Settings, path: str) -> str | None:
    """Where a file is edited, by its path from the repository's root; `None` without a known repository."""
    return _address(settings, "edit", path)


def _address(settings: Settings, way: str, path: str) -> str | None:
    home = _home(settings.repo_url)
    return f"{home}/{way}/{quote(settings.branch)}/{quote(path)}" if home else None


def _home(url: str | None) -> str | None:
    """The repository's own address, without what people copy along; `None` where it is no repository on GitHub."""
    try:
        parts = urlsplit(url or "")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    path = parts.path.strip("/").removesuffix(".git")
    if parts.scheme not in ("http", "https") or "github" not in host.split(".") or path.count("/") != 1:
        return None
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}/{quote(path)}"
