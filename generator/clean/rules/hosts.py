"""Lines that are addresses: hosts, URLs, mail, handles, hashtags, a short link alone."""

from __future__ import annotations

import re

from generator.clean.line import Line
from generator.clean.page import Page

# Top-level domains that outlets use, and the one kept for examples (RFC 2606); any two letters are a country's.
_TLD = (
    r"(?:com|org|net|info|gov|edu|int|mil|biz|news|press|media|today|online|site|agency|world|live|africa|asia|tv"
    r"|example|[a-z]{2}|рф|укр|қаз)"
)
_HOST = re.compile(rf"(?:www\.)?(?:[a-zа-я0-9-]{{2,63}}\.)+{_TLD}(?:/\S*)?/?", re.IGNORECASE)
_WORD = re.compile(r"[\w@./:#-]+")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"@[A-Za-z0-9_.]{2,40}")
_HASHTAG = re.compile(r"#[^\W\d]\w+")
_LINK = re.compile(r"\[([^\[\]]{1,60})\]\([^()\s]*\)")


def address(line: Line) -> str | None:
    """`site-name`, `link` or `tags` for a line of nothing but addresses, handles or hashtags."""
    text = line.text
    if len(text) > 300 or not ("." in text or "@" in text or "#" in text or "](" in text):
        return None
    if _LINK.search(text) and not any(map(str.isalnum, _LINK.sub("", text))):
        return "link"
    if "](" in text:
        return None
    first = None
    for word in text.split():
        kind = _kind(word.strip("()[]<>«»\"',;:|•·–—-"))
        if kind is None and any(map(str.isalnum, word)):
            return None
        first = first or kind
    return first


def _kind(word: str) -> str | None:
    """The rule for one word, if it is an address."""
    if _HOST.fullmatch(word.rstrip(".")):
        return "site-name"
    if _URL.fullmatch(word) or _MAIL.fullmatch(word):
        return "link"
    if _HANDLE.fullmatch(word):
        return "share"
    return "tags" if _HASHTAG.fullmatch(word) else None


def outlet(page: Page, line: Line) -> str | None:
    """`site-name` for a line that is the name of an outlet, or one that it adds to its pages."""
    return "site-name" if line.key in page.outlets.names or line.key in page.outlets.lines else None
