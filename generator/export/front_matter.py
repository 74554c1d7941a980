"""The JSON Schema of the front matter: editors complete keys, codes and kinds of events from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Any

from generator.curated import Curated
from generator.export.outlet import Name

NO_FACTS = ("added", "changed", "note", "rights", "references", "corrected")
"""Keys that state no fact of which `corrected` may tell what it was."""


def front_matter_schema(curated: Curated, name: Name) -> dict[str, Any]:
    """The schema (draft 7) with the vocabularies of the archive; `name` words a value by kind and id (`c:KAZ`) in a language.

    What editors take for a number and we read by its digits (`topics: [07]`, `date: 2023`) is valid, too.
    """
    schema: dict[str, Any] = json.loads(files("generator.export").joinpath("front-matter.schema.json").read_text(encoding="utf-8"))

    def named(kind: str) -> Callable[[str], str]:
        return lambda value: name(f"{kind}:{value}", "en")

    countries, organisations = _values(curated.countries, named("c")), _values(curated.organisations, named("o"))
    schema["definitions"] |= {
        "party": {key: countries[key] + organisations[key] for key in countries},
        "organisation": organisations,
        "person": _values(curated.people, named("p")),
        "event": _values(curated.events, named("e")),
        "topic": {"anyOf": [_values(curated.topics, named("t")), {"type": "integer", "minimum": 1, "maximum": len(curated.topics)}]},
        "correctable": {"enum": [key for key in schema["properties"] if key not in NO_FACTS]},
    }
    return schema


def _values(ids: Iterable[str], named: Callable[[str], str]) -> dict[str, list[str]]:
    """The ids, and beside them what editors show of each."""
    listed = sorted(ids)
    return {"enum": listed, "enumDescriptions": [named(each) for each in listed]}
