"""The schema of the front matter says what reading says, as far as a schema can."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from generator.curated import load
from generator.export.front_matter import front_matter_schema
from generator.read.front_matter import split_front_matter
from generator.read.stated import CORRECTABLE, KEYS
from generator.render import value_name

CASES = Path(__file__).parent.parent / "cases"
BEYOND = {"D201", "D203", "D206", "D207", "D209", "D216", "D220", "D223", "D226"}
"""What a schema cannot see: how YAML is written, whether a day exists, which ports there are."""


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft7Validator:
    curated = load()
    schema = front_matter_schema(curated, partial(_named, curated))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def _named(curated: Any, key: str, language: str) -> str:
    return value_name(key, language, curated)


class _Editor(yaml.SafeLoader):
    """YAML as editors read it: numbers and truth values are typed, days are strings."""

    yaml_implicit_resolvers: ClassVar = {
        key: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
        for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def front(text: str) -> object:
    """The front matter of a text as editors parse it: with numbers and truth values."""
    parts = split_front_matter(text)
    assert parts is not None
    return yaml.load(parts.front, Loader=_Editor)


def cases(folder: str) -> list[Any]:
    found = (
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) | {"id": path.stem}
        for path in sorted((CASES / "read" / folder).glob("*.yml"))
    )
    return [pytest.param(case, id=case["id"]) for case in found if split_front_matter(case["input"])]


def test_the_keys_are_those_that_are_read(validator: jsonschema.Draft7Validator) -> None:
    assert set(validator.schema["properties"]) == set(KEYS)
    assert set(validator.schema["definitions"]["correctable"]["enum"]) == set(CORRECTABLE)
    party = validator.schema["definitions"]["party"]
    assert dict(zip(party["enum"], party["enumDescriptions"], strict=True))["KAZ"] == "Kazakhstan"


@pytest.mark.parametrize("case", cases("good"))
def test_what_is_read_is_valid(case: dict[str, Any], validator: jsonschema.Draft7Validator) -> None:
    stated = front(case["input"])
    assert isinstance(stated, dict)
    stated.pop("people", None)  # the cases name people that no file knows
    assert [error.message for error in validator.iter_errors(stated)] == []


@pytest.mark.parametrize(
    "case", [case for case in cases("faults") if not {fault.split()[1] for fault in case.values[0]["faults"]} & BEYOND]
)
def test_what_is_refused_is_not(case: dict[str, Any], validator: jsonschema.Draft7Validator) -> None:
    parts = split_front_matter(case["input"])
    assert parts is not None
    if not parts.closed or not parts.body.strip():
        pytest.skip("a fault of the file, not of its front matter")
    if case["id"] == "key_that_is_no_text":
        pytest.skip("JSON has no such keys")
    assert not validator.is_valid(yaml.load(parts.front, Loader=yaml.BaseLoader))


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        (2023, True),
        ("2023-11", True),
        ("XXXX-11-01", True),
        ("2023-11-01/2023-11-03", True),
        ("2023-13", False),
        ("1 November", False),
        ("../2020", True),
        ("2019~", True),
    ],
)
def test_dates(value: object, valid: bool, validator: jsonschema.Draft7Validator) -> None:
    assert validator.is_valid({"date": value}) is valid
