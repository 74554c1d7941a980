"""Plain text as it comes from a file or a pipe: told apart from a web page, decoded, without what nobody sees."""

from __future__ import annotations

import re

from generator.add.brought import Brought
from generator.check.hidden import INVISIBLE
from generator.errors import UsageError
from generator.read.decode import UndecodableError, decode

_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s+charset", re.IGNORECASE)
_BEGINNING = 4_096
_GAPS = re.compile(r"\n{3,}")


def is_page(data: bytes, name: str) -> bool:
    """Whether a file is a web page: by its ending, or by how it begins."""
    if name.lower().endswith(".txt"):
        return False
    return name.lower().endswith((".html", ".htm", ".xhtml")) or _PAGE.search(data[:_BEGINNING].replace(b"\0", b"")) is not None


def read_plain(data: bytes, url: str | None = None) -> Brought:
    """The text in a file.

    Raises:
        UsageError: when the file is no text in any known encoding, or holds none.
    """
    try:
        text = tidy(decode(data).text)
    except UndecodableError as error:
        raise UsageError("this is no text in any known encoding; save it as plain text in UTF-8") from error
    if not text:
        raise UsageError("there is no text in it")
    return Brought(text=text, url=url)


def tidy(text: str) -> str:
    """The text with LF, without invisible characters that check would tell of, without blanks at the ends of its lines."""
    lines = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return _GAPS.sub("\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")
