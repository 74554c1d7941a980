"""Titles that try to break each format, and what of them every format carries."""

from __future__ import annotations

import re

HOSTILE = {
    "cdata": "Talks ]]> over <![CDATA[ rails",
    "script": "</script><script>alert(1)</script>",
    "title": "</title><script>alert(2)</script>",
    "quotes": "\"Double\" and 'single' `back` \\ slash",
    "formula": '=cmd|"/c calc"!A1',
    "nul": "before\x00after",
    "surrogate": "half \ud800 a pair",
    "braces": "} { unbalanced {{ 100 % & # $ ~ ^ _",
    "tag": "TY  - JOUR\nER  - \nTI  - second",
    "turned": "left \u202eright",
}
_EXPECTED = str.maketrans({"\x00": "\ufffd", "\ud800": "\ufffd"})


def plain(title: str) -> str:
    """A title as every format carries it: on one line, with U+FFFD for what no format can hold."""
    return re.sub("[ \n]+", " ", title).translate(_EXPECTED)
