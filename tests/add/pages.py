"""Saved web pages, built from articles and templates (`tests/cases/add`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader

from generator.text.bidi import language_direction
from tests.conftest import PROJECT

FOLDER = PROJECT / "tests/cases/add"
LATER = "2025-04-05"
"""A day on the pages that is none of the article's: of saving, of deployment, of other articles."""


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A page with what a seed of it should say."""

    name: str
    data: bytes
    url: str | None
    article: dict[str, Any]


@lru_cache(maxsize=1)
def pages() -> tuple[Saved, ...]:
    """All of them."""
    articles = {each["id"]: each for each in _read("articles.yml")}
    return tuple(_page(case, articles[case["article"]]) for case in _read("pages.yml"))


def _read(name: str) -> list[dict[str, Any]]:
    found = yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [{key: None if value == "null" else value for key, value in each.items()} for each in found]


def _page(case: dict[str, Any], article: dict[str, Any]) -> Saved:
    charset = case.get("charset", "utf-8")
    template = Environment(loader=FileSystemLoader(FOLDER / "templates"), autoescape=False).get_template(f"{case['template']}.html")
    html = template.render(a=article, dir=language_direction(article["language"]), charset=charset, later=LATER)
    return Saved(
        name=f"{case['article']}-{case['template']}",
        data=html.encode(case.get("encoded", charset), "xmlcharrefreplace"),
        url=case.get("url"),
        article=article,
    )
