"""The gettext catalogues of the interface: `generator/locale/LANG/LC_MESSAGES/chancery.po`, read as they stand.

A `.po` file is compiled when it is first asked for; what was compiled is kept beside the bytecode, under the digest of the
file and with its own, so that it can be neither stale nor broken.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from hashlib import blake2b
from importlib.util import cache_from_source
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_DIGEST = 16
LOCALE = Path(__file__).resolve().parent.parent / "locale"


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language stands, whether or not it exists."""
    return LOCALE / language.replace("-", "_") / "LC_MESSAGES" / "chancery.po"


@lru_cache(maxsize=256)
def has_catalogue(language: str) -> bool:
    """Whether the interface speaks a language."""
    return catalogue_path(language).is_file()


@lru_cache(maxsize=64)
def translator(language: str) -> NullTranslations:
    """The translations of a language with its plural forms; English as written where there is no catalogue."""
    path = catalogue_path(language)
    if not path.is_file():
        return NullTranslations()
    written = path.read_bytes()
    kept = Path(cache_from_source(__file__)).with_name(f"{language}.{_digest(written).hex()}.mo")
    return GNUTranslations(BytesIO(_kept(kept) or _compiled(written, language, kept)))


def _kept(path: Path) -> bytes:
    """What was compiled; nothing where it is not there or not whole."""
    with suppress(OSError):
        content = path.read_bytes()
        told, compiled = content[:_DIGEST], content[_DIGEST:]
        return compiled if _digest(compiled) == told else b""
    return b""


def _compiled(written: bytes, language: str, kept: Path) -> bytes:
    """A catalogue as `gettext` reads it, kept where that is allowed."""
    made = BytesIO()
    write_mo(made, read_po(BytesIO(written), locale=language.replace("-", "_"), domain="chancery"))
    compiled = made.getvalue()
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        new = kept.with_name(f"{kept.name}.{os.getpid()}")
        new.write_bytes(_digest(compiled) + compiled)
        os.replace(new, kept)
    return compiled


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
