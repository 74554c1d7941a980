"""Doubts for people, programs, GitHub's annotations and code scanning (SARIF 2.1.0)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote

from generator import __version__
from generator.check.words import line, word
from generator.doubts import CODES
from generator.errors import Doubt

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_text(doubts: Iterable[Doubt], language: str = "en") -> Iterator[str]:
    """One line a doubt, `path:line: CODE message`."""
    return (line(doubt, language) for doubt in doubts)


def as_json(doubts: Iterable[Doubt], language: str = "en") -> Iterator[str]:
    """One JSON object a line: `path`, `line`, `column`, `level`, `code`, `values` and the worded `message`."""
    for doubt in doubts:
        yield json.dumps(
            {
                "path": doubt.seed,
                "line": doubt.line,
                "column": doubt.column,
                "level": doubt.level,
                "code": doubt.code,
                "values": dict(doubt.values),
                "message": word(doubt, language),
            },
            ensure_ascii=False,
        )


def as_github(doubts: Iterable[Doubt], language: str = "en") -> Iterator[str]:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    for doubt in doubts:
        place = f"file={doubt.seed.translate(_PROPERTY)},line={doubt.line},col={doubt.column}"
        yield f"::{_COMMANDS[doubt.level]} {place},title={doubt.code}::{word(doubt, language).translate(_DATA)}"


def as_sarif(doubts: Iterable[Doubt], language: str = "en") -> Iterator[str]:
    """One SARIF log as a single JSON text; columns count code points."""
    found = tuple(doubts)
    rules = [{"id": code, "shortDescription": {"text": CODES.get(code, code)}} for code in sorted({doubt.code for doubt in found})]
    run = {
        "tool": {"driver": {"name": "chancery", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(doubt, language) for doubt in found],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(doubt: Doubt, language: str) -> Mapping[str, object]:
    """One result of SARIF, whose levels are called as ours."""
    place = {
        "artifactLocation": {"uri": quote(doubt.seed)},
        "region": {"startLine": doubt.line, "startColumn": doubt.column},
    }
    return {
        "ruleId": doubt.code,
        "level": doubt.level,
        "message": {"text": word(doubt, language)},
        "locations": [{"physicalLocation": place}],
    }


formats: Mapping[str, Callable[[Iterable[Doubt], str], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Each format by its name on the command line, as a function that gives lines."""
