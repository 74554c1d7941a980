"""Captions: lines that end with the credit of a picture."""

from __future__ import annotations

import re

from generator.clean.line import Line, key_of
from generator.clean.page import Page

_BRACKETED = re.compile(r"[(\[（【]([^()\[\]（）【】]{2,80})[)\]）】]\s*$")
_LAST = re.compile(r"(?:[.!?»”\"]\s+|\s{2,}|\s[|–—-]\s|^)([^.!?]{2,30}\s?/\s?[^/]{2,40}(?:/[^/]{2,40})?)$")
_PERSON = re.compile(r"\s*[A-ZÀ-ÞА-Я][\w'’.-]+(?:\s+(?:d[aeiou]s?\s+|von\s+|van\s+|al-)?[A-ZÀ-ÞА-Я][\w'’.-]*){1,3}\s*")
_HOUSE = re.compile(r"\s*[A-ZÀ-ÞА-Я][\w'’&.-]*(?:\s+[A-ZÀ-ÞА-Я][\w'’&.-]*){0,3}\s*")
_SIGN = re.compile(r"^\s*©|\b(?:photo|foto|file photo)\b\s*[:/]|\b(?:handout|getty images)\b", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:copyright\s*)?(?:©|\(c\)\s)\s*\S", re.IGNORECASE)
_HOLDER = re.compile(r"[-–—|/,،:：／]")
_PIPED = re.compile(r"\s\|\s+([^|]{3,60})$")
_TIGHT = re.compile(r"\s*[/|]\s*|\s+via\s+")


def caption(page: Page, line: Line) -> str | None:
    """`caption` for a line of at most three sentences that ends with a picture's credit."""
    if len(line.text) > 400 or line.sentences > 3:
        return None
    bracketed = _BRACKETED.search(line.text)
    last = None if bracketed else _LAST.search(line.text[-90:])
    found = bracketed or last
    if found and is_credit(page, found[1]):
        return "caption"
    piped = None if bracketed else _PIPED.search(line.text)
    held = bracketed or piped
    return "caption" if held and _is_filed(page, line, held[1]) else None


def _is_filed(page: Page, line: Line, text: str) -> bool:
    """Whether words are a credit by a phrase of the language: "archive – agency", "Photo: ministry"."""
    table = page.table_for(line)
    keys = [key for key in (text, *_HOLDER.split(text)) if key.strip()]
    return any(table.match(key_of(key)) == "photo-credit" for key in keys)


def rights(line: Line) -> str | None:
    """`copyright` for a line that begins with the sign of it."""
    return "copyright" if len(line.text) <= 200 and _RIGHTS.match(line.text) else None


def is_credit(page: Page, text: str) -> bool:
    """Whether words are a picture's credit: a picture agency, or a person and a house parted by a slash."""
    if _SIGN.search(text):
        return True
    parts = [part for part in _TIGHT.split(text) if part.strip()]
    if any(key_of(part) in page.outlets.photos for part in parts):
        return True
    houses = [key_of(part) in page.outlets.names for part in parts]
    if len(parts) == 3:
        return any(houses) and all(house or _HOUSE.fullmatch(part) for house, part in zip(houses, parts, strict=True))
    if len(parts) != 2:
        return False
    people = [_PERSON.fullmatch(part) is not None for part in parts]
    if any(houses):
        return False in houses and people[houses.index(False)]
    return people[0] and _HOUSE.fullmatch(parts[1]) is not None
