"""What can be wrong: doubts, and the errors that stop a seed or a command.

Nothing below this module: it imports no other part of the generator.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One uncertainty about one seed, as a value: never raised by itself, never lost.

    `seed` is the path as given, `line` and `column` count from 1 in the file as it stands,
    `code` is a key of `generator.doubts.CODES`, which words it; `values` fills the wording.
    """

    seed: str
    line: int
    column: int
    level: Level
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class ChanceryError(Exception):
    """Base of every error that a person is told about; the message is a whole sentence."""


class SeedRefusedError(ChanceryError):
    """A seed that cannot be published; `doubts` holds every fault found, at least one error."""

    def __init__(self, doubts: tuple[Doubt, ...]) -> None:
        super().__init__(f"{doubts[0].seed}:{doubts[0].line}: {doubts[0].code}")
        self.doubts = doubts


class BrokenPromiseError(ChanceryError):
    """Published addresses that lead nowhere any more; `doubts` name each with its line in the ledger."""

    def __init__(self, doubts: tuple[Doubt, ...]) -> None:
        lost = ", ".join(f"/records/{doubt.values['address']}/" for doubt in doubts)
        super().__init__(
            f"published addresses lead nowhere: {lost}; restore the seed, name the address under aliases: of the record "
            f"that took its place, or write NAME.gone.yml with the reason (chancery check says which)"
        )
        self.doubts = doubts


class DataError(ChanceryError):
    """Faults in the curated data: `faults` are lines such as `data/countries/kaz.yml:3: …`."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class UsageError(ChanceryError):
    """The command or its configuration asks for something that cannot be done (exit code 2)."""
