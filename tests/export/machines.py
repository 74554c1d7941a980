"""The built site that the tests of machines read, and how Zotero reads the head of a page."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from tests.conftest import chancery, copied_project
from tests.export.hostile import HOSTILE

ADDRESS = "https://archive.example/fork/"
TITLES = {name: title for name, title in HOSTILE.items() if name not in ("nul", "surrogate")}
"""Those that a seed may state; the others are refused."""
VOCABULARY = {"@vocab": "https://schema.org/"}


class Head(HTMLParser):
    """The `meta` and `link` elements of a page, its title, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[dict[str, str | None]] = []
        self.links: list[dict[str, str | None]] = []
        self.anchors: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.kind = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        {"meta": self.metas, "link": self.links, "script": self.scripts}.get(tag, []).append(found)
        self.kind = self.kind or found.get("data-kind") or ""
        if tag == "a" and found.get("href"):
            self.anchors.append(str(found["href"]))

    def content(self, name: str) -> str | None:
        """The first value of a tag by its name or property."""
        return next((each["content"] for each in self.metas if name in (each.get("name"), each.get("property"))), None)


class Coins(HTMLParser):
    """The context objects of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "span" and found.get("class") == "Z3988":
            self.found.append(str(found["title"]))


def zotero(head: Head) -> dict[str, str | None]:
    """What Zotero's reader of embedded metadata makes of a page, by its order of precedence."""
    kind = {"website": "webpage"}.get(head.content("og:type") or "") or head.content("DC.type")
    if kind is None and head.content("citation_title"):
        kind = "journalArticle"
    names = {
        "title": ("citation_title", "DC.title", "og:title"),
        "date": ("citation_publication_date", "article:published_time", "DCTERMS.issued", "DC.date"),
        "language": ("citation_language", "DC.language"),
        "publication": ("citation_journal_title", "DC.source", "og:site_name"),
        "url": ("citation_public_url", "og:url"),
    }
    return {"type": kind, **{field: next(filter(None, map(head.content, tags)), None) for field, tags in names.items()}}


def _seed(title: str, number: int) -> str:
    stated = {"title": title, "parties": ["FRA", "MAR"], "event": "visit", "date": f"2020-05-{number + 1:02}", "added": "2026-02-03"}
    stated["source"] = {"name": title, "url": "https://press.example/"}
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in stated.items())
    return f"---\n{lines}---\nThe two ministers met in Rabat and spoke of archaeopteryx.\n"


def make(folder: Path) -> None:
    """A project with seeds of its own and some whose titles break formats, at an address."""
    home = copied_project(folder / "archive")
    settings = home / "mkdocs.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nsite_url: {ADDRESS}\n", encoding="utf-8")
    for number, (name, title) in enumerate(TITLES.items()):
        (home / "seeds" / f"bad-{name}.txt").write_text(_seed(title, number), encoding="utf-8")
    withheld = "---\ntitle: Only cited\nrights: citation-only\n---\nOnly cited\n"
    withheld += "These words are nobody else's business, not even the quetzalcoatlus.\n"
    (home / "seeds" / "withheld.txt").write_text(withheld, encoding="utf-8")
    result = chancery("build", cwd=home)
    assert result.returncode == 0, result.stderr


def catalogued(site: Path) -> dict[str, dict]:
    """The catalogue of a built site: each record by its slug, in the order of time."""
    lines = (site / "data/records.jsonl").read_text(encoding="utf-8").split("\n")
    return {line["slug"]: line for line in map(json.loads, filter(None, lines))}
