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
    sections: dict[str, dict[str, Branch]] = {}
    for path in sorted(folder.glob("*.yml")):
        branch = read_branch(path, faults)
        branch.allow("boilerplate", "calendar", "grammar", "search")
        for key, section in branch.branches():
            sections.setdefault(path.name.split(".")[0], {})[key] = section
    empty = Branch(folder, None, faults)
    return {
        code: LanguageData(
            code=code,
            boilerplate=read_boilerplate(found.get("boilerplate", empty)),
            calendar=read_calendar(found.get("calendar", empty)),
            grammar=read_grammar(found.get("grammar", empty)),
            search=read_affixes(found.get("search", empty)),
        )
        for code, found in sections.items()
    }
