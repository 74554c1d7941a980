"""Workflow commands as GitHub's runner reads them (actions/runner, `ActionCommand.TryParseV2`): for tests."""

from __future__ import annotations

from dataclasses import dataclass

_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command with its properties and its message, unescaped."""

    name: str
    properties: dict[str, str]
    message: str


def parse(line: str) -> Command | None:
    """The command of a line; `None` where the runner would take it for plain output."""
    line = line.lstrip()
    end = line.find("::", 2) if line.startswith("::") else -1
    if end < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    pairs = (pair.split("=", 1) for pair in rest.strip().split(",") if pair)
    properties = {pair[0]: _unescaped(pair[1], _PROPERTY) for pair in pairs if len(pair) == 2}
    return Command(name=name, properties=properties, message=_unescaped(line[end + 2 :], _DATA))


def _unescaped(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for escaped, plain in table:
        text = text.replace(escaped, plain)
    return text
