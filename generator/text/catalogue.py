"""The gettext catalogues of the interface: `generator/locale/LANG/LC_MESSAGES/chancery.po`, read as they stand.

A `.po` file is compiled in memory when it is first asked for, so that nothing compiled can be stale.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language stands, whether or not it exists."""
    return LOCALE / language.replace("-", "_") / "LC_MESSAGES" / "chancery.po"


def has_catalogue(language: str) -> bool:
    """Whether the interface speaks a language."""
    return catalogue_path(language).is_file()


@lru_cache(maxsize=64)
def translator(language: str) -> NullTranslations:
    """The translations of a language with its plural forms; English as written where there is no catalogue."""
    path = catalogue_path(language)
    if not path.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language.replace("-", "_"), domain="chancery"))
    compiled.seek(0)
    return GNUTranslations(compiled)
