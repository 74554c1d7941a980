"""Doubts for people, programs, GitHub's annotations and code scanning (SARIF 2.1.0)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote

from generator import __version__
from generator.check.manual import Manual
from generator.check.words import general, line, word
from generator.errors import Doubt

NO_MANUAL = Manual()
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_text(doubts: Iterable[Doubt], language: str = "en", manual: Manual = NO_MANUAL) -> Iterator[str]:
    """One line a doubt, `path:line: CODE message`; then, where the site has an address, the page of each code that was named."""
    codes: dict[str, None] = {}
    for doubt in doubts:
        codes[doubt.code] = None
        yield line(doubt, language)
    pages = [address for code in sorted(codes) if (address := manual.address(code, language))]
    yield from ("", *pages) if pages else ()


def as_json(doubts: Iterable[Doubt], language: str = "en", manual: Manual = NO_MANUAL) -> Iterator[str]:
    """One JSON object a line: `path`, `line`, `column`, `level`, `code`, `values`, the worded `message` and the page that explains it."""
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
                "help": manual.address(doubt.code, language),
            },
            ensure_ascii=False,
        )


def as_github(doubts: Iterable[Doubt], language: str = "en", manual: Manual = NO_MANUAL) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the lines of a pull request, with the address of the page that explains them."""
    for doubt in doubts:
        place = f"file={doubt.seed.translate(_PROPERTY)},line={doubt.line},col={doubt.column}"
        message = "\n".join(filter(None, (word(doubt, language), manual.address(doubt.code, language))))
        yield f"::{_COMMANDS[doubt.level]} {place},title={doubt.code}::{message.translate(_DATA)}"


def as_sarif(doubts: Iterable[Doubt], language: str = "en", manual: Manual = NO_MANUAL) -> Iterator[str]:
    """One SARIF log as a single JSON text; columns count code points."""
    found = tuple(doubts)
    rules = [_rule(code, language, manual) for code in sorted({doubt.code for doubt in found})]
    run = {
        "tool": {"driver": {"name": "chancery", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(doubt, language) for doubt in found],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, language: str, manual: Manual) -> Mapping[str, object]:
    """A code as a rule of SARIF, with its explanation."""
    address, text = manual.address(code, language), manual.text(code, language)
    return {
        "id": code,
        "shortDescription": {"text": general(code, language)},
        **({"help": {"text": text.replace("`", ""), "markdown": text}} if text else {}),
        **({"helpUri": address} if address else {}),
        **({"defaultConfiguration": {"level": manual.checks[code].level}} if code in manual.checks else {}),
    }


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


formats: Mapping[str, Callable[[Iterable[Doubt], str, Manual], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Each format by its name on the command line, as a function of doubts, language and manual that gives lines."""
