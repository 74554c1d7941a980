"""Doubts in words and in each format."""

from __future__ import annotations

import json

import pytest

from generator.check import as_github, as_json, as_sarif, as_text, formats, line, word
from generator.doubts import CODES
from generator.errors import Doubt, Level


def doubt(code: str, level: Level = "error", seed: str = "seeds/x.txt", **values: str) -> Doubt:
    """A doubt at line 3, column 7."""
    return Doubt(seed=seed, line=3, column=7, level=level, code=code, values=values)


def test_a_line_for_people() -> None:
    date = doubt("D201", because="D211", value="2023-13-01", month="13", write="2023-12", **{"or": "2023"})
    assert line(date) == "seeds/x.txt:3: D201 the date 2023-13-01 has no month 13; write 2023-12 or 2023"
    assert line(doubt("D103", "warning")) == "seeds/x.txt:3: D103 the file is empty (warning)"
    assert list(as_text([date], "en")) == [line(date)]


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_can_be_worded_without_values(code: str) -> None:
    for language in ("en", "fr", "ar", "xx"):
        assert word(doubt(code), language)


def test_a_code_that_nobody_worded() -> None:
    assert word(doubt("D999")) == "D999"


def test_values_cannot_disturb_a_terminal() -> None:
    shown = word(doubt("D217", key="\x1b[31m\u202e\n::error::" + "x" * 500))
    assert not set("\x1b\u202e\n") & set(shown)
    assert len(shown) < 400


def test_json() -> None:
    (text,) = as_json([doubt("D225", key="note")])
    assert json.loads(text) == {
        "path": "seeds/x.txt",
        "line": 3,
        "column": 7,
        "level": "error",
        "code": "D225",
        "values": {"key": "note"},
        "message": "note is empty; write a value or leave the line out",
        "help": None,
    }


def test_github_escapes_what_would_end_a_command() -> None:
    (text,) = as_github([doubt("D225", "note", "seeds/a,b:c%\n.txt", key="100%")])
    assert text == "::notice file=seeds/a%2Cb%3Ac%25%0A.txt,line=3,col=7,title=D225::100%25 is empty; write a value or leave the line out"
    assert next(as_github([doubt("D103", "warning")])).startswith("::warning file=seeds/x.txt,")


def test_sarif() -> None:
    (text,) = as_sarif([doubt("D103"), doubt("D107", "warning", "seeds/é b.txt", encoding="windows-1252")])
    log = json.loads(text)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["D103", "D107"]
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [("D103", "error"), ("D107", "warning")]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "seeds/%C3%A9%20b.txt"
    assert place["region"] == {"startLine": 3, "startColumn": 7}


def test_nothing_to_tell() -> None:
    assert set(formats) == {"text", "json", "github", "sarif"}
    assert [list(formats[name]([], "en")) for name in ("text", "json", "github")] == [[], [], []]
    assert json.loads("".join(formats["sarif"]([], "en")))["runs"][0]["results"] == []
