"""Each code of `chancery check`: a folder of seeds in which it is told, and one in which it is not (`tests/cases/check`)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.check import check_seeds
from generator.curated import load
from generator.doubts import CODES
from generator.errors import Doubt
from generator.model import Settings
from generator.read import seed_paths
from generator.settings import read_settings

CASES = Path(__file__).parent.parent / "cases" / "check"
TODAY = date(2026, 1, 31)
_INSIDE = {code for code in CODES if "D210" <= code <= "D215"}
"""Codes that are told as the reason of D201."""


def case(code: str) -> dict[str, Any]:
    return dict(yaml.load((CASES / f"{code}.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader))


def folder(project: Path, files: Mapping[str, Any]) -> Settings:
    """A project whose folder of seeds holds these files."""
    (project / "mkdocs.yml").write_text("site_name: x\n")
    (project / "seeds").mkdir()
    for name, content in files.items():
        _put(project / "seeds" / name, content)
    return read_settings(project)


def _put(path: Path, content: Any) -> None:
    """A file as a case describes it: its text, or a mapping for what is no plain UTF-8."""
    if isinstance(content, str):
        path.write_text(content, encoding="utf-8")
    elif "link" in content:
        path.symlink_to(content["link"])
    elif "folder" in content:
        path.mkdir()
    elif "unreadable" in content:
        path.write_text("x")
        path.chmod(0)
    elif "hex" in content:
        path.write_bytes(bytes.fromhex(content["hex"]))
    else:
        path.write_bytes(_text(content).encode(content.get("encoding", "utf-8")))


def _text(content: Mapping[str, Any]) -> str:
    """A text so many times, and what follows it."""
    then = content.get("then")
    return str(content["text"]) * int(content.get("times", 1)) + (_text(then) if then else "") + str(content.get("end", ""))


def told(settings: Settings, code: str) -> list[Doubt]:
    """The doubts of a code, also as the reason of another."""
    doubts = check_seeds(seed_paths(settings.seeds), settings, TODAY)
    return [doubt for doubt in doubts if code in (doubt.code, doubt.values.get("because"))]


@pytest.mark.parametrize("code", sorted(CODES))
def test_told(code: str, tmp_path: Path) -> None:
    if code == "D110" and os.geteuid() == 0:
        pytest.skip("the superuser reads everything")
    found = case(code)
    doubts = told(folder(tmp_path, found["fails"]), code)
    assert doubts
    assert {doubt.level for doubt in doubts} == {load().checks[code].level}
    if "at" in found:
        assert found["at"] in {f"{doubt.seed.removeprefix('seeds/')}:{doubt.line}:{doubt.column}" for doubt in doubts}


@pytest.mark.parametrize("code", sorted(CODES))
def test_not_told(code: str, tmp_path: Path) -> None:
    assert told(folder(tmp_path, case(code)["passes"]), code) == []


def test_there_is_a_case_for_every_code_and_no_other() -> None:
    assert {path.stem for path in CASES.glob("*.yml")} == set(CODES)
