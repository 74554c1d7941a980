"""Strict YAML for curated data: everything is a string, duplicate keys are faults, lines are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml

from generator.errors import DataError

T = TypeVar("T")
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Faults:
    """Collects what is wrong in all files, so that a keeper sees everything at once."""

    folder: Path
    lines: list[str] = field(default_factory=list)

    def add(self, path: Path, line: int, message: str) -> None:
        """Note a fault; `line` counts from 1."""
        self.lines.append(f"{path.relative_to(self.folder.parent)}:{line}: {message}")

    def stop(self) -> None:
        """Raise what was collected, if anything was."""
        if self.lines:
            raise DataError(tuple(self.lines))


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping in a YAML file, asked for typed values; what does not fit becomes a fault."""

    path: Path
    node: yaml.MappingNode | None
    faults: Faults

    def items(self) -> Iterator[tuple[str, yaml.Node]]:
        """Key and node of each entry, in the order of the file; duplicate keys are faults."""
        seen: set[str] = set()
        for key, value in self.node.value if self.node else ():
            if key.value in seen:
                self.fault(key, f"the key {key.value!r} stands twice")
            seen.add(key.value)
            yield key.value, value

    def fault(self, node: yaml.Node | None, message: str) -> None:
        """Note a fault at a node."""
        self.faults.add(self.path, node.start_mark.line + 1 if node else 1, message)

    def get(self, key: str) -> yaml.Node | None:
        """The node under `key`, if any."""
        return next((node for name, node in self.items() if name == key), None)

    def text(self, key: str, default: str | None = None) -> str | None:
        """The string under `key`."""
        node = self.get(key)
        if node is None:
            return default
        if not isinstance(node, yaml.ScalarNode):
            self.fault(node, f"{key} must be one text")
            return default
        return str(node.value)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of strings under `key`; empty where absent."""
        node = self.get(key)
        return () if node is None else self._texts_of(key, node)

    def _texts_of(self, key: str, node: yaml.Node) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode) or not all(isinstance(n, yaml.ScalarNode) for n in node.value):
            self.fault(node, f"{key} must be a list of texts")
            return ()
        return tuple(str(n.value) for n in node.value)

    def branch(self, key: str) -> Branch:
        """The mapping under `key`; an empty one where absent."""
        return self._branch_of(key, self.get(key))

    def _branch_of(self, key: str, node: yaml.Node | None) -> Branch:
        if node is not None and not isinstance(node, yaml.MappingNode):
            self.fault(node, f"{key} must be a mapping")
            node = None
        return Branch(self.path, node, self.faults)

    def branches(self) -> Iterator[tuple[str, Branch]]:
        """Each entry as key and mapping."""
        for key, node in self.items():
            yield key, self._branch_of(key, node)

    def sequence(self, key: str) -> tuple[Branch, ...]:
        """The list of mappings under `key`."""
        node = self.get(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, f"{key} must be a list")
            return ()
        return tuple(self._branch_of(key, each) for each in node.value)

    def by_language(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Lists of strings by language code, as under `names:`."""
        inner = self.branch(key)
        return {language: inner._texts_of(f"{key}.{language}", node) for language, node in inner.items()}

    def allow(self, *keys: str) -> None:
        """Unknown keys are faults."""
        for key, node in self.items():
            if key not in keys:
                self.fault(node, f"unknown key {key!r}; known are {', '.join(keys)}")


def read_branch(path: Path, faults: Faults) -> Branch:
    """The top mapping of a YAML file; an empty one, and a fault, where it cannot be read."""
    node: yaml.Node | None = None
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError) as error:
        faults.add(path, 1, str(error))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        faults.add(path, mark.line + 1 if mark else 1, f"no YAML: {getattr(error, 'problem', error)}")
    if node is not None and not isinstance(node, yaml.MappingNode):
        faults.add(path, 1, "the file must be a mapping")
        node = None
    return Branch(path, node, faults)


def read_folder(folder: Path, faults: Faults, build: Callable[[str, Branch], T]) -> dict[str, T]:
    """One value a file, keyed by the file's stem, in alphabetical order."""
    return {path.stem: build(path.stem, read_branch(path, faults)) for path in sorted(folder.glob("*.yml"))}
