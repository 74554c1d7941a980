"""Other generators on the pages that this one wrote: what a person would set up by hand for the same archive."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

_STOCK = """\
site_name: Chancery
site_url: https://archive.example/
theme:
  name: material
  font: false
plugins: [search]
markdown_extensions: [md_in_html, tables, toc]
not_in_nav: |
  *
  !/index.md
"""
_HUGO = """\
baseURL = "https://archive.example/"
title = "Chancery"
disableKinds = ["taxonomy", "term"]
enableRobotsTXT = true
ignoreLogs = ["warning-goldmark-raw-html"]
[markup.goldmark.renderer]
unsafe = true
[outputs]
home = ["html", "json"]
section = ["html", "rss"]
"""
_LAYOUTS = Path(__file__).with_name("hugo")


def stock_site(docs: Path, home: Path) -> list[str]:
    """A project for stock Material: the pages out of its navigation, its search on. Returns the command that builds it."""
    _pages(docs, home / "docs")
    (home / "mkdocs.yml").write_text(_STOCK, encoding="utf-8")
    return ["-m", "mkdocs", "build", "--quiet", "--config-file", str(home / "mkdocs.yml"), "--site-dir", str(home / "site")]


def hugo_site(docs: Path, home: Path) -> list[str]:
    """A project for Hugo with layouts of comparable parts and an index of all texts as JSON. Returns the command that builds it."""
    shutil.copytree(_LAYOUTS / "layouts", home / "layouts", dirs_exist_ok=True)
    (home / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    for path in docs.rglob("*.md"):
        place = home / "content" / path.relative_to(docs)
        if place.name == "index.md":
            place = place.with_name("_index.md")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_for_hugo(path.read_text(encoding="utf-8")), encoding="utf-8")
    return ["hugo", "--quiet", "--source", str(home), "--destination", str(home / "site")]


def _for_hugo(text: str) -> str:
    """A page with the keys of its front matter that Hugo has other uses for under other names; the text is the same."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    meta = {json.loads(key): json.loads(value) for key, _, value in (line.partition(": ") for line in front.split("\n") if line)}
    kept = {key: meta[key] for key in ("title", "language", "direction", "description", "path", "head", "record") if meta.get(key)}
    return f"{json.dumps(kept, ensure_ascii=False)}\n\n{body}"


def _pages(docs: Path, place: Path) -> None:
    """The Markdown files alone."""
    for path in docs.rglob("*.md"):
        target = place / path.relative_to(docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
