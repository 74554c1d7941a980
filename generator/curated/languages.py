"""What the generator knows of one language: `languages/xx.yml`, one section a room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.curated.affixes import Affixes, read_affixes
from generator.curated.boilerplate import Boilerplate, read_boilerplate
from generator.curated.calendar import Calendar, read_calendar
from generator.curated.grammar import Grammar, read_grammar
from generator.curated.tree import Branch, Faults, read_branch


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageData:
    """One language: phrases of page rests, words of dates, the grammar of names, affixes for search."""

    code: str
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    calendar: Calendar = field(default_factory=Calendar)
    grammar: Grammar = field(default_factory=Grammar)
    search: Affixes = field(default_factory=Affixes)


def read_languages(folder: Path, faults: Faults) -> Mapping[str, LanguageData]:
    """Language data by BCP 47 code; the sections `boilerplate`, `calendar`, `grammar` and `search` of each file."""
    return {path.stem: _language(path.stem, read_branch(path, faults)) for path in sorted(folder.glob("*.yml"))}


def _language(code: str, branch: Branch) -> LanguageData:
    branch.allow("grammar", "calendar", "boilerplate", "search")
    return LanguageData(
        code=code,
        boilerplate=read_boilerplate(branch.branch("boilerplate")),
        calendar=read_calendar(branch.branch("calendar")),
        grammar=read_grammar(branch.branch("grammar")),
        search=read_affixes(branch.branch("search")),
    )
