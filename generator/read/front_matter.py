"""The block between `---` lines: found, guarded and parsed, with the line of everything in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, Protocol

import yaml

from generator.errors import Doubt, Level, SeedRefusedError


class _Mark(Protocol):
    """A place in YAML, counted from 0, of either of its two parsers."""

    line: int
    column: int


LARGEST = 65_536
DEEPEST = 3  # the document, a list of references, one of them

_OPENING = re.compile(r"---[ \t]*\n(?=[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)|\{\s*\"[A-Za-z_][\w-]*\"\s*:)")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_LINE_SEPARATORS = str.maketrans("\x85\u2028\u2029", "   ")  # YAML would count them as lines
_FORBIDDEN = re.compile("[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Faults:
    """Collects what is wrong in one file, so that a contributor sees everything at once."""

    path: str
    found: list[Doubt] = field(default_factory=list)

    def add(self, line: int, column: int, code: str, level: Level = "error", /, **values: str) -> None:
        """Note a fault at a line and column of the file, both from 1."""
        self.found.append(Doubt(seed=self.path, line=line, column=column, level=level, code=code, values=values))

    def at(self, node: yaml.Node, code: str, /, **values: str) -> None:
        """Note a fault at a node of the front matter."""
        self.add(*_file_place(node.start_mark), code, **values)

    def refuse(self, line: int, code: str, /, **values: str) -> SeedRefusedError:
        """The refusal with one more fault."""
        self.add(line, 1, code, **values)
        return SeedRefusedError(self._sorted())

    def stop(self) -> None:
        """Refuse the seed if any error was found."""
        if any(doubt.level == "error" for doubt in self.found):
            raise SeedRefusedError(self._sorted())

    def _sorted(self) -> tuple[Doubt, ...]:
        """Errors first, then by place."""
        return tuple(sorted(self.found, key=lambda doubt: (doubt.level != "error", doubt.line, doubt.column, doubt.code)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A text that begins with front matter; `first_line` is the line of the file where `body` begins."""

    front: str
    body: str
    first_line: int
    closed: bool = True


def split_front_matter(text: str) -> Parts | None:
    """The front matter and the rest; `None` where the text does not begin with `---` and a `key:`."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    start = opening.end()
    closing = _CLOSING.search(text, start)
    if closing is None:
        return Parts(front=_first_paragraph(text[start:]), body="", first_line=1, closed=False)
    front = text[start : closing.start()]
    return Parts(front=front, body=text[closing.end() :], first_line=front.count("\n") + 3)


def _first_paragraph(text: str) -> str:
    """What of an unclosed front matter is likely to be one: up to the first empty line."""
    return re.split(r"\n[ \t]*\n", text, maxsplit=1)[0] + "\n"


def parse_front_matter(front: str, faults: Faults) -> yaml.MappingNode | None:
    """The front matter as a mapping of nodes; `None`, with faults, where it is no safe and plain YAML."""
    text = front.translate(_LINE_SEPARATORS)
    if len(text) > LARGEST:
        faults.add(2, 1, "D208", size=f"{LARGEST:,}")
        return None
    if forbidden := _FORBIDDEN.search(text):
        line = text.count("\n", 0, forbidden.start()) + 2
        faults.add(line, 1, "D209", character=f"U+{ord(forbidden[0]):04X}")
        return None
    try:
        node = yaml.compose(text, Loader=_Loader) if _is_plain(text, faults) else None
    except yaml.YAMLError as error:
        faults.add(*_place(error, text.count("\n")), "D203", problem=str(getattr(error, "problem", "") or error))
        return None
    return node if isinstance(node, yaml.MappingNode) else None


def _is_plain(text: str, faults: Faults) -> bool:
    """Whether there is no anchor, alias, tag or deep nesting; looked for before anything is built of them."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += _step(event)
        kind = _trick(event)
        if kind is not None or depth > DEEPEST:
            faults.add(*_file_place(event.start_mark), "D207" if kind else "D216", kind=kind or "")
            return False
    return True


def _step(event: yaml.Event) -> int:
    """How an event changes the depth."""
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _trick(event: yaml.Event) -> Literal["&", "*", "!"] | None:
    """The sign of a feature of YAML that front matter has no use for."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if getattr(event, "anchor", None):
        return "&"
    return "!" if getattr(event, "tag", None) else None


def _place(error: yaml.YAMLError, last: int) -> tuple[int, int]:
    """Line and column in the file; where the fault shows only at the end, those of what was begun."""
    mark: _Mark | None = getattr(error, "problem_mark", None)
    begun: _Mark | None = getattr(error, "context_mark", None)
    if mark is None or (mark.line >= last and begun is not None):
        mark = begun
    return _file_place(mark)


def _file_place(mark: _Mark | None) -> tuple[int, int]:
    """Line and column in the file of a mark in the front matter, which begins on the file's second line."""
    return (mark.line + 2, mark.column + 1) if mark else (2, 1)
