"""`checks.yml`: why each code of `chancery check` matters and how to mend it, in the interface languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from generator.curated.tree import Branch, Faults, read_branch
from generator.errors import Level

_FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckHelp:
    """A code explained: `level` is that it has for a contributor, `why` and `mend` are sentences by language.

    What stands between backquotes is a key, a command or a file name.
    """

    code: str
    level: Level
    why: Mapping[str, str]
    mend: Mapping[str, str]

    def says(self, language: str) -> tuple[str, str]:
        """Why and how to mend, in a language; in English where nobody wrote it."""
        return self.why.get(language, self.why[_FALLBACK]), self.mend.get(language, self.mend[_FALLBACK])


def read_checks(path: Path, faults: Faults) -> Mapping[str, CheckHelp]:
    """Every code of the file, in alphabetical order."""
    found = (each for _, branch in (read_branch(path, faults).branches() if path.exists() else ()) for each in _family(branch))
    return {each.code: each for each in sorted(found, key=lambda each: each.code)}


def _family(branch: Branch) -> Iterator[CheckHelp]:
    """The codes that share their explanation."""
    branch.allow("codes", "why", "mend")
    why, mend = _sentences(branch.branch("why")), _sentences(branch.branch("mend"))
    levels = branch.branch("codes")
    for code in dict(levels.items()):
        level = levels.text(code)
        if level not in get_args(Level):
            branch.fault(levels.get(code), f"{code}: the level must be one of {', '.join(get_args(Level))}")
        yield CheckHelp(code=code, level=cast("Level", level), why=why, mend=mend)


def _sentences(branch: Branch) -> Mapping[str, str]:
    """One sentence or more a language; English must be among them."""
    found = {language: branch.text(language) or "" for language, _ in branch.items()}
    if not found.get(_FALLBACK):
        branch.fault(branch.node, f"{_FALLBACK} is missing")
    return found
