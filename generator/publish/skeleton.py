"""A page's frame, asked of the theme once for each kind of page and filled in for every page of that kind.

The theme's template is given a page whose every text is a token; where the tokens stand in what it prints, the
texts of other pages go. What a token cannot stand for (a list that is absent, the language) is part of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

_TOKEN = re.compile(r"((?:\.\./)*)zqz([a-z]+)-([A-Za-z0-9_-]*?)zqz(/?)")
_TEXTS = ("title", "description", "record", "record_language", "record_direction", "linked", "citation", "feed", "redirect")
_LISTS = ("alternates", "head", "path")

Key = tuple[object, ...]
Parts = tuple[str | tuple[str, str, str, str], ...]
"""What the theme prints, cut at the tokens; a token is the way before it, its name, its key, and what follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page ready to be framed: its address from the site's root, its front matter, the HTML of its body."""

    address: str
    front: Mapping[str, Any]
    html: str


def key_of(sheet: Sheet, asked: frozenset[str]) -> Key:
    """The kind of a page: two pages of one kind differ in texts alone. `asked` are the keys that the theme reads."""
    parts = sheet.address.split("/")
    near = parts[:1] if sheet.address.startswith("records/") else parts[:2]
    front = sheet.front
    plain = sorted((name, repr(front[name])) for name in front if name in asked and name not in _TEXTS + _LISTS)
    there = tuple(name for name in _TEXTS if front.get(name))
    lists = (tuple(front.get("alternates") or ()), bool(front.get("head")), len(front.get("path") or ()))
    return tuple(near), len(parts), tuple(plain), there, lists


def sample(sheet: Sheet) -> Sheet:
    """The page with tokens in the place of its texts."""
    front = dict(sheet.front)
    for name in _TEXTS:
        if front.get(name):
            front[name] = f"zqz{name.replace('_', '')}-zqz" + ("/" if name == "redirect" else "")
    front["alternates"] = {code: f"zqzalternate-{code}zqz/" for code in sheet.front.get("alternates") or ()}
    front["head"] = [{"zqzhead-zqz": ""}] if sheet.front.get("head") else []
    front["path"] = [{"label": f"zqzlabel-{n}zqz", "href": f"./zqzstep-{n}zqz"} for n in range(len(sheet.front.get("path") or ()))]
    return Sheet(address=sheet.address, front={**sheet.front, **front}, html="zqzcontent-zqz")


def cut(printed: str) -> Parts:
    """What the theme printed of a sample, cut at its tokens."""
    printed = printed.replace('<meta zqzhead-zqz="">\n', "zqzhead-zqz").replace("./zqzstep-", "zqzstep-")
    parts: list[str | tuple[str, str, str, str]] = []
    last = 0
    for match in _TOKEN.finditer(printed):
        parts += [printed[last : match.start()], (match[1], match[2], match[3], match[4])]
        last = match.end()
    return (*parts, printed[last:])


def fill(parts: Parts, sheet: Sheet, root: str) -> str:
    """A page in the frame of its kind; `root` is the site's address, empty where it has none."""
    return "".join(part if isinstance(part, str) else _FILLERS[part[1]](sheet, part, root) for part in parts)


def way(here: str, path: str) -> str:
    """From one address to another, both from the site's root, as MkDocs writes it (`mkdocs.utils.get_relative_url`)."""
    mine, there = ([part for part in each.split("/") if part not in (".", "")] for each in (here, path))
    common = 0
    for one, other in zip(mine, there, strict=False):
        if one != other:
            break
        common += 1
    found = "/".join([".."] * (len(mine) - common) + there[common:]) or "."
    return f"{found}/" if path.endswith("/") else found


Token = tuple[str, str, str, str]
Filler = Callable[[Sheet, Token, str], str]


def _text(name: str) -> Filler:
    return lambda sheet, token, root: str(sheet.front[name])


def _title(sheet: Sheet, token: Token, root: str) -> str:
    """As the theme prints it: `title | striptags | e`."""
    return str(escape(Markup(sheet.front["title"]).striptags()))


def _linked(sheet: Sheet, token: Token, root: str) -> str:
    return str(sheet.front["linked"]).replace("&quot;", '"')


def _to(name: str) -> Filler:
    """The way to a file or page that the front matter names from the site's root."""
    return lambda sheet, token, root: way(sheet.address, str(sheet.front[name]))


def _alternate(sheet: Sheet, token: Token, root: str) -> str:
    path = str(sheet.front["alternates"][token[2]])
    return way(sheet.address, path) if token[0] or not sheet.address else path


def _head(sheet: Sheet, token: Token, root: str) -> str:
    return "".join(f"<meta{''.join(_attributes(tag))}>\n" for tag in sheet.front["head"])


def _attributes(tag: Mapping[str, str]) -> Iterator[str]:
    return (f' {key}="{value}"' for key, value in tag.items())


_FILLERS: Mapping[str, Filler] = {
    "title": _title,
    "description": _text("description"),
    "record": _text("record"),
    "recordlanguage": _text("record_language"),
    "recorddirection": _text("record_direction"),
    "linked": _linked,
    "citation": _to("citation"),
    "feed": _to("feed"),
    "redirect": _to("redirect"),
    "alternate": _alternate,
    "head": _head,
    "label": lambda sheet, token, root: str(sheet.front["path"][int(token[2])]["label"]),
    "step": lambda sheet, token, root: str(sheet.front["path"][int(token[2])]["href"]),
    "content": lambda sheet, token, root: sheet.html,
    "canonical": lambda sheet, token, root: f"{root}{sheet.address}",
}
