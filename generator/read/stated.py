"""Front matter to `Stated`: every key of the design's table, each fault with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import yaml

from generator.model import Correction, Source, Stated
from generator.read import values
from generator.read.front_matter import Faults

Check = Callable[[str], str]

_ONE: dict[str, Check] = {
    "title": values.text,
    "language": values.language,
    "note": values.text,
    "date": values.edtf_date,
    "published": values.edtf_date,
    "added": values.day,
    "changed": values.day,
    "event": values.word,
    "translator": values.text,
    "contributor": values.text,
    "rights": values.rights,
    "same_event": values.record,
}
_MANY: dict[str, Check] = {
    "parties": values.party,
    "topics": values.topic,
    "people": values.word,
    "organisations": values.party,
    "aliases": values.record,
}
_SOURCE: dict[str, Check] = {"name": values.text, "url": values.url}
CORRECTABLE = (*(key for key in _ONE if key not in ("added", "changed", "note", "rights")), *_MANY, "source")
"""The facts of which `corrected` may tell what they were before."""
_CORRECTION: dict[str, Check] = {"key": values.correctable(CORRECTABLE), "was": values.text, "on": values.day}
KEYS = (*_ONE, *_MANY, "source", "references", "corrected")


def state(node: yaml.MappingNode | None, faults: Faults) -> Stated:
    """What the front matter states; what is wrong in it becomes faults and is left out."""
    found: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, line, value in entries(node, KEYS, faults):
        lines[key] = line
        read = _value(key, value, faults)
        if read is not None:
            found[key] = read
    return Stated(**found, lines=lines)


def entries(node: yaml.MappingNode | None, known: Sequence[str], faults: Faults) -> Iterator[tuple[str, int, yaml.Node]]:
    """Each known key, once, with its line in the file and its node; unknown and repeated keys are faults."""
    lines: dict[str, int] = {}
    for key, value in node.value if node else ():
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else "…"
        line = key.start_mark.line + 2
        if name in lines:
            faults.at(key, "D206", key=name, line=str(lines[name]))
        elif name in known:
            yield name, line, value
        else:
            _unknown(key, name, known, faults)
        lines.setdefault(name, line)


def _unknown(node: yaml.Node, name: str, known: Sequence[str], faults: Faults) -> None:
    """A key that nobody knows, with the one that may be meant."""
    near = get_close_matches(name.lower(), known, n=1)
    if near:
        faults.at(node, "D204", key=name, write=near[0])
    else:
        faults.at(node, "D205", key=name, known=", ".join(known))


def _value(key: str, node: yaml.Node, faults: Faults) -> object:
    """The value of a key of the top level; `None` where it is wrong."""
    if key in _ONE:
        return one(key, node, _ONE[key], faults)
    if key in _MANY:
        return many(key, node, _MANY[key], faults)
    if key == "source":
        return _source(key, node, faults)
    if not isinstance(node, yaml.SequenceNode):
        faults.at(node, "D219" if key == "references" else "D229", key=key)
        return None
    read = _source if key == "references" else _correction
    return tuple(filter(None, (read(key, each, faults) for each in node.value)))


def one(key: str, node: yaml.Node, check: Check, faults: Faults) -> str | None:
    """One text under a key."""
    if not isinstance(node, yaml.ScalarNode):
        faults.at(node, "D217", key=key)
    elif not node.value.strip():
        faults.at(node, "D225", key=key)
    else:
        try:
            return check(node.value.strip())
        except values.WrongError as error:
            faults.at(node, error.code, **{"key": key, **error.values})
    return None


def many(key: str, node: yaml.Node, check: Check, faults: Faults) -> tuple[str, ...]:
    """A list of texts under a key, none of them twice."""
    if not isinstance(node, yaml.SequenceNode):
        faults.at(node, "D218", key=key, write=_as_list(node))
        return ()
    found: list[str] = []
    for each in node.value:
        value = one(key, each, check, faults)
        if value in found:
            faults.at(each, "D226", key=key, value=str(value))
        elif value is not None:
            found.append(value)
    return tuple(found)


def _as_list(node: yaml.Node) -> str:
    """How a single value is written as a list."""
    parts = node.value.replace(";", ",").split(",") if isinstance(node, yaml.ScalarNode) else ()
    return f"[{', '.join(part.strip() for part in parts if part.strip())}]"


def _source(key: str, node: yaml.Node, faults: Faults) -> Source | None:
    """A mapping with a name and perhaps an address."""
    if not isinstance(node, yaml.MappingNode):
        faults.at(node, "D227", key=key)
        return None
    found: dict[str, str | None] = {}
    for part, _, value in entries(node, tuple(_SOURCE), faults):
        found[part] = one(part, value, _SOURCE[part], faults)
    if "name" not in found:
        faults.at(node, "D228", key=key)
    name = found.get("name")
    return Source(name=name, url=found.get("url")) if name else None


def _correction(key: str, node: yaml.Node, faults: Faults) -> Correction | None:
    """A mapping with the key that was corrected, what it was, and perhaps the day."""
    if not isinstance(node, yaml.MappingNode):
        faults.at(node, "D229", key=key)
        return None
    found = {part: one(part, value, _CORRECTION[part], faults) for part, _, value in entries(node, tuple(_CORRECTION), faults)}
    named, was = found.get("key"), found.get("was")
    if not {"key", "was"} <= found.keys():
        faults.at(node, "D229", key=key)
    return Correction(key=named, was=was, on=found.get("on")) if named and was else None
