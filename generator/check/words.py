"""A doubt in words, in any interface language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.doubts import CODES, N_
from generator.errors import Doubt
from generator.text.catalogue import translator
from generator.text.escape import printable

LEVELS: Mapping[str, str] = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}
_LONGEST = 120
_HIDDEN = re.compile("[\t\n\r\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def word(doubt: Doubt, language: str = "en") -> str:
    """What a doubt says, on one line; a code that nobody worded says its name.

    The value `because` is the code of another wording, which is filled from the same values.
    """
    values = _Values({key: _shown(value) for key, value in doubt.values.items()})
    if doubt.values.get("because") in CODES:
        values["because"] = _wording(doubt.values["because"], language) % values
    return _wording(doubt.code, language) % values


def line(doubt: Doubt, language: str = "en") -> str:
    """A doubt as editors and people read it: `seeds/x.txt:3: D201 what is wrong`; what is no error is marked."""
    text = f"{doubt.seed}:{doubt.line}: {doubt.code} {word(doubt, language)}"
    return text if doubt.level == "error" else f"{text} ({translator(language).gettext(LEVELS[doubt.level])})"


def general(code: str, language: str = "en") -> str:
    """What a code says, with an ellipsis for each value."""
    return _wording(code, language) % _Anything()


class _Anything(dict[str, str]):
    """Every value is an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


class _Values(dict[str, str]):
    """Values of a wording; one that a doubt lacks shows as its name."""

    def __missing__(self, key: str) -> str:
        return f"‹{key}›"


def _wording(code: str, language: str) -> str:
    """The wording of a code in a language; English where the catalogue lacks it."""
    return translator(language).gettext(CODES[code]) if code in CODES else code


def _shown(value: str) -> str:
    """A value that a terminal or a log cannot be turned round by, cut where it is long."""
    text = printable(_HIDDEN.sub("\ufffd", str(value)))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
