"""Reading generated Markdown as MkDocs would, and looking at the HTML that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown
import yaml

from generator.model import Page
from generator.render import page_text

VOID = {"input", "br", "img", "meta", "link", "hr", "rect"}


@dataclass
class Element:
    """A tag with its attributes, its text and what it stands in."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    above: tuple[Element, ...] = field(default=(), repr=False)


class Reader(HTMLParser):
    """Collects elements; whatever is not closed where it was opened is a fault."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        self.faults += [f"{each.tag} is never closed" for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag=tag, attributes=dict(attrs), above=tuple(self._open))
        if len(element.attributes) != len(attrs):
            self.faults.append(f"{tag} has an attribute twice")
        if any(each.tag == "p" for each in self._open) and tag in {"p", "div", "ul", "ol", "section", "table", "aside"}:
            self.faults.append(f"{tag} inside p")
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag=tag, attributes=dict(attrs), above=tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1].tag if self._open else 'nothing'}")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements of a tag with these attributes (`class_` for `class`)."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            each for each in self.elements if each.tag == tag and all(each.attributes.get(key) == value for key, value in wanted.items())
        ]


def read(page: Page) -> tuple[dict[str, object], Reader]:
    """Front matter and HTML of a page, from its file's text."""
    _, front, body = page_text(page).split("---\n", 2)
    html = markdown.markdown(body, extensions=["md_in_html", "tables", "toc"])
    return yaml.safe_load(front), Reader(html)


def address(uri: str) -> str:
    """The address that MkDocs gives a page: `fr/countries/kaz.md` → `fr/countries/kaz/`."""
    path = uri.removesuffix(".md")
    return path.removesuffix("index") if path == "index" or path.endswith("/index") else f"{path}/"
