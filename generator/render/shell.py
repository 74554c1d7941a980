"""What every index page shares: its place in the site and its front matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model import Page
from generator.render.frame import Frame, relative
from generator.render.linked import Listed, page_node, script_json
from generator.text.escape import one_line

Step = tuple[str, str]
"""A step of the way back up: its label, and the tail of its address."""


def page_uri(language: str, tail: str) -> str:
    """The Markdown file of a page with directory addresses: `countries/kaz/` → `fr/countries/kaz.md`."""
    return f"{language}/{tail.rstrip('/') or 'index'}.md"


def index_page(
    frame: Frame,
    tail: str,
    *,
    kind: str,
    title: str,
    body: str,
    section: str | None = None,
    path: Iterable[Step] = (),
    description: str = "",
    more: Mapping[str, object] | None = None,
    listed: Listed | None = None,
    feed: str | None = None,
) -> Page:
    """A page of an interface language at `tail`; other than records, pages stay out of the search index.

    `listed` is what it lists; `feed` the tail of its feed (`countries/kaz`).
    """
    here, path = f"{frame.language}/{tail}", tuple(path)
    node = page_node(frame, kind, tail, title, path, listed)
    front = {
        "title": one_line(title),
        "language": frame.language,
        "direction": frame.direction,
        "kind": kind,
        "section": section,
        "alternates": {code: f"{code}/{tail}" for code in frame.settings.languages},
        "path": [{"label": label, "href": relative(here, f"{frame.language}/{step}")} for label, step in path],
        "description": description or one_line(title),
        "search": {"exclude": True},
        **({"feed": feed_path(frame, feed)} if feed else {}),
        **({"linked": script_json(node)} if node else {}),
        **(more or {}),
    }
    return Page(uri=page_uri(frame.language, tail), front_matter=front, body=body, html=None if kind == "page" else body)


def feed_path(frame: Frame, tail: str) -> str:
    """The address of a feed from the site's root, without the ending that tells its form."""
    return f"feeds/{frame.language}/{tail}"


def list_path(tail: str) -> str:
    """The address of a list's data from the site's root, without the ending that tells its form (`countries/kaz/`)."""
    return "data/records" if tail == "records/" else f"data/lists/{tail.strip('/')}"


def section_step(frame: Frame, section: str) -> Step:
    """The step to an index by the name of its section."""
    return frame.word(section), f"{section}/"
