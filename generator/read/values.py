"""One function a kind of stated value: the value in its one spelling, or why it is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import get_args
from urllib.parse import urlsplit

from generator.model import Rights
from generator.text import edtf
from generator.text.slug import slug

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<extended>(?:-[a-z]{3}){0,3})(?P<script>-[a-z]{4})?(?P<region>-(?:[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)",
    re.ASCII,
)  # RFC 5646, section 2.1, without grandfathered and reserved forms
_PARTY = re.compile(r"[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*", re.ASCII)
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_TOPIC = re.compile(r"\d\d", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NO_ADDRESS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff<>\"`\\{}|^]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST_PARTY = 20


class WrongError(ValueError):
    """A value that cannot stand: a doubt's code and values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def text(value: str) -> str:
    """Words on one line, white space folded."""
    if found := _CONTROL.search(value):
        raise WrongError("D209", character=f"U+{ord(found[0]):04X}")
    return " ".join(value.split())


def edtf_date(value: str) -> str:
    """An EDTF date (`generator.text.edtf`)."""
    if found := edtf.fault(value):
        code, values = found
        raise WrongError("D201", because=code, **values)
    return value


def day(value: str) -> str:
    """A day of the calendar, `2023-11-01`."""
    try:
        if _DAY.fullmatch(value):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise WrongError("D220", value=value)


def language(value: str) -> str:
    """A BCP 47 tag in its usual spelling: `zh-Hans`, `pt-BR`."""
    tag = _TAG.fullmatch(value.lower())
    if tag is None:
        write = value.replace("_", "-")
        near = _TAG.fullmatch(write.lower())
        raise WrongError("D221", value=value, write=_spelled(near) if near and write != value else "ar, en, pt-BR, zh-Hans")
    return _spelled(tag)


def _spelled(tag: re.Match[str]) -> str:
    """Script with a capital, region in capitals, the rest small."""
    return tag["language"] + tag["extended"] + (tag["script"] or "").title() + (tag["region"] or "").upper() + tag["rest"]


def rights(value: str) -> str:
    """One of the three degrees of rights."""
    if value not in get_args(Rights):
        raise WrongError("D222", value=value, write=", ".join(get_args(Rights)))
    return value


def url(value: str) -> str:
    """An address of the web with a host."""
    try:
        parts = urlsplit(value)
        named = parts.scheme in ("http", "https") and parts.hostname and not parts.hostname.startswith(".")
        usable = named and parts.port != 0 and parts.username is None
    except ValueError:
        usable = False
    if not usable or _NO_ADDRESS.search(value):
        raise WrongError("D223", value=value)
    return value


def party(value: str) -> str:
    """The id of a country (`KAZ`) or an organisation (`ASEAN`); whether it exists is asked later."""
    if not _PARTY.fullmatch(value) or len(value) > _LONGEST_PARTY:
        upper = value.upper()
        raise WrongError("D224", value=value, write=upper if _PARTY.fullmatch(upper) and len(upper) <= 5 else "KAZ, EU")
    return value


def word(value: str) -> str:
    """The id of a kind of event or of a person: `phone-call`, `macron-emmanuel`."""
    if not _WORD.fullmatch(value):
        raise WrongError("D224", value=value, write=slug(value) or "phone-call")
    return value


def topic(value: str) -> str:
    """The number of a topic, two digits."""
    if not _TOPIC.fullmatch(value):
        raise WrongError("D224", value=value, write=value.zfill(2) if value.isascii() and value.isdigit() and len(value) == 1 else "07")
    return value


def record(value: str) -> str:
    """The id of a record: a seed's name without `.txt`."""
    if not slug(value) or _CONTROL.search(value) or "/" in value or "\\" in value:
        raise WrongError("D224", value=value, write="visite-2023")
    if value.endswith(".txt"):
        raise WrongError("D224", value=value, write=value.removesuffix(".txt"))
    return value


def correctable(keys: Collection[str]) -> Callable[[str], str]:
    """A check for one of the keys of the front matter that may be corrected."""

    def key(value: str) -> str:
        if value not in keys:
            raise WrongError("D233", value=value, write=", ".join(keys))
        return value

    return key
