"""Names in addresses: a record's slug, its place, and anchors of headings."""

from __future__ import annotations

import unicodedata

import regex
from slugify import slugify

LONGEST = 100
RESERVED = frozenset({"index", "readme"})
_NO_ANCHOR = regex.compile(r"[^\w\s-]+")
_GAPS = regex.compile(r"[-\s]+")


def slug(name: str) -> str:
    """The address of a seed's name in `[a-z0-9-]`, at most 100 characters: `001_e0d0` → `001-e0d0`.

    Letters of other scripts are transliterated; empty where nothing usable is left.
    """
    return slugify(name, entities=False, decimal=False, hexadecimal=False, max_length=LONGEST)


def source_key(name: str) -> str:
    """The address of a source among the sources; a name that MkDocs would take for an index gets a number."""
    key = slug(name)
    return f"{key}-1" if key in RESERVED else key


def record_uri(record_slug: str) -> str:
    """The Markdown file of a record in the docs folder; MkDocs makes `/records/SLUG/` of it."""
    return f"records/{record_slug}.md"


def heading_slug(value: str, separator: str) -> str:
    """The anchor of a heading, with the letters and vowel signs of every script kept (for the `toc` extension)."""
    kept = _NO_ANCHOR.sub("", unicodedata.normalize("NFC", value)).strip().lower()
    return _GAPS.sub(separator, kept)
