"""A search index of pages that were written by hand, as `chancery build` makes one of seeds."""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from pathlib import Path

import yaml

from generator.curated import load
from generator.model import Direction
from generator.render import value_name
from generator.search import KEPT, Holding, Member, Shown, copy_index, update_index

LANGUAGES = ("ar", "fr", "en", "ru")


def index_pages(records: Path, site: Path) -> None:
    """Write the index of the record pages in a folder into a built site."""
    holdings = [holding for path in sorted(records.glob("*.md")) if (holding := _holding(path))]
    write_index(holdings, site)


def write_index(holdings: list[Holding], site: Path, languages: tuple[str, ...] = LANGUAGES) -> None:
    """Write an index of these holdings into a built site."""
    known = {holding.id: holding for holding in holdings}
    members = {name: Member(date=holding.date, digest=name) for name, holding in known.items()}
    shown = Shown(languages=languages, name=lambda key, language: value_name(key, language, load()))
    shutil.rmtree(site / "search", ignore_errors=True)
    with tempfile.TemporaryDirectory() as home:
        update_index(members, known.__getitem__, load(), shown, Path(home, KEPT))
        copy_index(Path(home), site)


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
