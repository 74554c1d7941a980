"""A search index of pages that were written by hand, as `chancery build` makes one of seeds."""

from __future__ import annotations

import html
import re
from pathlib import Path

import yaml

from generator.curated import load
from generator.model import Direction
from generator.render import value_name
from generator.search import Holding, build_index, write_index

LANGUAGES = ("ar", "fr", "en")


def index_pages(records: Path, site: Path) -> None:
    """Write the index of the record pages in a folder into a built site."""
    holdings = [holding for path in sorted(records.glob("*.md")) if (holding := _holding(path))]
    numbers = {holding.id: number for number, holding in enumerate(holdings)}
    files = build_index(holdings, numbers, load(), LANGUAGES, lambda key, language: value_name(key, language, load()))
    write_index(((uri.removeprefix("search/"), content) for uri, content in files), site / "search")


def _holding(path: Path) -> Holding | None:
    """A record page as search sees it: its text, without the card."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    facts = yaml.safe_load(front)
    if "record" not in facts:
        return None
    text = re.sub(r"(?s)<aside.*|<h1.*?</h1>|<p class=\"gist.*?</p>|<a class=\"ref.*?</a>", "", body)
    plain = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<(?:p|td|th|li|/p|/td|/th|/li)\b[^>]*>", " ", text)))
    direction: Direction = "rtl" if facts["record_direction"] == "rtl" else "ltr"
    return Holding(
        id=facts["record"],
        address=path.stem,
        title=html.unescape(facts["title"]),
        devised=False,
        language=facts["record_language"],
        direction=direction,
        paragraphs=tuple(filter(None, (" ".join(line.split()) for line in plain.split("\n")))),
    )
