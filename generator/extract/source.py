"""Who published a text: what the page says of itself, never an agency that the text merely cites.

Precision before quantity: a host that stands alone, a link back to the original, the feed's own
footer, a source line, the agency in the dateline, or a host that the running text returns to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.curated import Curated
from generator.curated.sources import SourceData
from generator.model import CleanText, Evidence, Found, Removal, Source
from generator.text.fold import fold

_HOST = re.compile(
    r"(?<![\w@.-])(?P<scheme>https?://|www\.)?(?P<host>(?:[a-z0-9][a-z0-9-]+\.)+"
    r"(?:com|org|net|info|news|press|media|online|agency|africa|asia|int|gov|edu|tv|[a-z]{2}))(?![\w@-])(?P<path>/[^\s()\[\]<>\"'»”]*)?"
)
_ELSEWHERE = frozenset({
    "twitter.com", "x.com", "t.co", "t.me", "facebook.com", "fb.com", "fb.me", "instagram.com", "youtube.com", "youtu.be", "telegram.me",
    "telegram.org", "whatsapp.com", "wa.me", "linkedin.com", "google.com", "goo.gl", "bit.ly", "vk.com", "ok.ru", "tiktok.com", "weibo.com",
    "pinterest.com", "reddit.com", "apple.com", "gmail.com", "wordpress.com", "blogspot.com", "example.com", "ow.ly", "tinyurl.com",
})  # fmt: skip
"""Hosts that pages of every outlet carry."""
_OWN_RULES = frozenset({"site-name", "link", "source-line", "feed-footer", "copyright"})
_OTHERS_RULES = frozenset({"markup", "control", "caption", "credit", "photo-credit", "related", "read-also", "read-more"})
"""Removals that name other outlets, or nobody."""
_SIGNED_RULES = frozenset({"dateline", "byline", "date-line"})
_FEED = re.compile(r"(?i)\bappeared first on\s+(?P<name>[^\n]{2,60}?)[\s.]*$")
_SOURCE_LINE = re.compile(
    r"(?im)^\s*(?:source|sources?|fuente|fonte|quelle|bron|źródło|kaynak|источник|джерело|дереккөз|булак|manba|mənbə|манбаъ|المصدر|منبع|ماخذ|"
    r"מקור|来源|來源|出典|출처|स्रोत|sumber|nguồn|ที่มา)\s*[:：]\s*(?P<name>[^\n|•:：]{2,60}?)[\s.。]*$"
)
_WORD = re.compile(r"\w+(?:[-.'/]\w+)*")
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class _Sign:
    """A stretch of the text that says who published it, as a name or an address."""

    source: Source
    start: int
    end: int
    rule: str
    confidence: float


def find_source(clean: CleanText, seed_text: str, curated: Curated) -> Found[Source] | None:
    """The outlet that published the text; `None` where the page does not say."""
    outlets = _outlets(curated.sources)
    best = max(_signs(clean, seed_text, outlets), key=lambda sign: sign.confidence, default=None)
    if best is None:
        return None
    evidence = Evidence(start=best.start, end=best.end, quote=seed_text[best.start : best.end])
    return Found(value=best.source, basis="inferred", rule=best.rule, confidence=best.confidence, evidence=(evidence,))


@lru_cache(maxsize=4)
def _outlets(sources: tuple[SourceData, ...]) -> Mapping[str, SourceData]:
    """Outlets by folded name and by host; a name that two outlets share is left out."""
    found: dict[str, SourceData] = {}
    shared: set[str] = set()
    for source in sources:
        for name in {fold(name) for name in (*source.names, *source.hosts)}:
            if name in found:
                shared.add(name)
            found[name] = source
    return {name: source for name, source in found.items() if name not in shared}


def _signs(clean: CleanText, text: str, outlets: Mapping[str, SourceData]) -> Iterator[_Sign]:
    """Everything that may say who published the text."""
    for removal in clean.removed:
        if removal.rule in _OTHERS_RULES:
            continue
        yield from _said(removal.text, removal.start, outlets)
        if removal.rule in _OWN_RULES:
            yield from _own(removal, outlets)
        elif removal.rule in _SIGNED_RULES:
            yield from _signed(removal, outlets)
    if clean.blocks:
        *_, (_, end) = clean.blocks[-1].all_spans() or ((0, 0),)
        start = max(clean.blocks[-1].all_spans(), default=(0, 0))[0]
        yield from _said(text[start:end], start, outlets)
    yield from _returned_to(text, outlets)


def _said(text: str, offset: int, outlets: Mapping[str, SourceData]) -> Iterator[_Sign]:
    """A feed's footer or a source line, in words."""
    for pattern, rule, confidence in ((_FEED, "feed-footer", 0.9), (_SOURCE_LINE, "source-line", 0.85)):
        for found in pattern.finditer(text):
            name = found["name"].strip()
            start = offset + found.start("name") + found["name"].index(name)
            yield _Sign(_named(name, outlets), start, start + len(name), rule, confidence)


def _named(name: str, outlets: Mapping[str, SourceData]) -> Source:
    """A source under the outlet's first name where it is known, else as written."""
    known = outlets.get(fold(name))
    address = _HOST.fullmatch(name.lower())
    return Source(name=known.names[0] if known and known.names else name, url=f"https://{address['host']}/" if address else None)


def _own(removal: Removal, outlets: Mapping[str, SourceData]) -> Iterator[_Sign]:
    """A host or an outlet's name on a line of its own, or the link back to the original."""
    for found in _hosts(removal.text):
        yield _by_host(found, removal.start, outlets, "own-address", 0.9 if removal.rule == "site-name" else 0.8)
    known = outlets.get(fold(removal.text.strip(" \n|-–—»•:.")))
    if known and known.names and removal.rule == "site-name":
        start = removal.start + len(removal.text) - len(removal.text.lstrip(" \n|-–—»•:."))
        end = removal.end - (len(removal.text) - len(removal.text.rstrip(" \n|-–—»•:.")))
        yield _Sign(Source(name=known.names[0]), start, end, "site-name", 0.85)


def _signed(removal: Removal, outlets: Mapping[str, SourceData]) -> Iterator[_Sign]:
    """A known outlet or agency in a dateline or a byline."""
    words = list(_WORD.finditer(removal.text))
    for first in range(len(words)):
        for last in range(min(len(words), first + _LONGEST_NAME), first, -1):
            start, end = words[first].start(), words[last - 1].end()
            known = outlets.get(fold(removal.text[start:end]))
            if known and known.names:
                yield _Sign(Source(name=known.names[0]), removal.start + start, removal.start + end, "dateline", 0.7)
                return


def _hosts(text: str) -> Iterator[re.Match[str]]:
    """Addresses in a text that are not those of social networks and the like."""
    if "." not in text:
        return
    for found in _HOST.finditer(text):
        host = found["host"].removeprefix("www.")
        if not any(host == other or host.endswith(f".{other}") for other in _ELSEWHERE):
            yield found


def _by_host(found: re.Match[str], offset: int, outlets: Mapping[str, SourceData], rule: str, confidence: float) -> _Sign:
    """The source that a host tells: the outlet that has it, else the host's own name."""
    host = found["host"].removeprefix("www.")
    known = _outlet_of(host, outlets)
    name = known.names[0] if known and known.names else host
    whole = found.group() if (found["scheme"] or "").startswith("http") else f"https://{host}{found['path'] or '/'}"
    end = offset + found.start() + len(found.group().rstrip(".,;:"))
    return _Sign(Source(name=name, url=whole.rstrip(".,;:")), offset + found.start(), end, rule, confidence)


def _outlet_of(host: str, outlets: Mapping[str, SourceData]) -> SourceData | None:
    """The outlet that has a host or the domain above it (`tv.example.org` is `example.org`'s)."""
    labels = host.split(".")
    return next((outlets[name] for start in range(len(labels) - 1) if (name := fold(".".join(labels[start:]))) in outlets), None)


def _returned_to(text: str, outlets: Mapping[str, SourceData]) -> Iterator[_Sign]:
    """The only host of the text, when it is named again or at the very end, or is a known outlet's."""
    found = [
        each for each in _hosts(text) if each["scheme"] or len(each["host"].rsplit(".", 1)[1]) > 2 or _outlet_of(each["host"], outlets)
    ]
    counts = Counter(each["host"].removeprefix("www.") for each in found)
    if len(counts) != 1:
        return
    last = found[-1]
    at_end = len(text.rstrip()) - last.end() <= 3
    if len(found) > 1 or at_end or _outlet_of(last["host"], outlets):
        yield _by_host(last, 0, outlets, "address-returned-to", 0.75 if len(found) > 1 or at_end else 0.6)
