"""A page as the rules see it: its lines, the phrases that hold for each, and where running text begins and ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.clean.line import Line, key_of, script_of, split_lines
from generator.clean.phrases import PhraseTable, of_script, scripts_of, table_of
from generator.curated import Curated
from generator.curated.boilerplate import Boilerplate
from generator.curated.sources import SourceData
from generator.model import Language
from generator.text.same import Same


@dataclass(frozen=True, slots=True)
class Outlets:
    """The names (as keys) of outlets, of news agencies and of picture agencies, their hosts, and lines they add."""

    names: frozenset[str]
    wires: frozenset[str]
    photos: frozenset[str]
    hosts: frozenset[str]
    lines: frozenset[str]


def outlets_of(sources: tuple[SourceData, ...]) -> Outlets:
    """What pages carry of the outlets in `sources.yml`."""
    keyed = [(source.agency, key_of(name)) for source in sources for name in source.names]
    return Outlets(
        names=frozenset(key for _, key in keyed),
        wires=frozenset(key for agency, key in keyed if agency),
        photos=frozenset(key for agency, key in keyed if agency == "photo"),
        hosts=frozenset(host for source in sources for host in source.hosts),
        lines=frozenset(key_of(line) for source in sources for line in source.lines),
    )


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text, the language they are in, and the tables that hold for them."""

    lines: tuple[Line, ...]
    language: Language
    outlets: Outlets
    table: PhraseTable
    """The phrases of the text's language, of those its pages borrow from, and of English."""
    places: frozenset[str]
    """The capitals (as keys) in the text's language."""
    foreign: Mapping[str, PhraseTable]
    """For lines in another script than the language's: the phrases of all languages of that script."""

    def table_for(self, line: Line) -> PhraseTable:
        """The phrases that may stand in a line."""
        return self.foreign.get(script_of(line.text), self.table) if self.foreign else self.table


def open_page(view: str, language: Language, curated: Curated) -> Page:
    """The page that a view of a text makes."""
    lines = split_lines(view)
    phrases = _phrases(language.code, language.script, Same(curated))
    scripts = {script_of(line.text) for line in lines} - phrases.scripts
    foreign = {script: _foreign(script, language.code, language.script, Same(curated)) for script in sorted(scripts)}
    return Page(lines, language, phrases.outlets, phrases.table, phrases.places, foreign)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What the pages of one language share: see `Page`; `scripts` are those that its own phrases are written in."""

    own: tuple[Boilerplate, ...]
    table: PhraseTable
    scripts: frozenset[str]
    outlets: Outlets
    places: frozenset[str]


@lru_cache(maxsize=128)
def _phrases(code: str, script: str, held: Same[Curated]) -> _Phrases:
    curated, primary = held.value, code.split("-")[0]
    own = _own(code, script, curated)
    return _Phrases(
        own,
        table_of(own),
        frozenset(found for each in own for found in scripts_of(each)),
        _outlets(held),
        frozenset(key_of(name) for country in curated.countries.values() for name in country.capital.get(primary, ())),
    )


@lru_cache(maxsize=4)
def _outlets(held: Same[Curated]) -> Outlets:
    return outlets_of(held.value.sources)


@lru_cache(maxsize=256)
def _foreign(script: str, code: str, main_script: str, held: Same[Curated]) -> PhraseTable:
    """The phrases for lines in another script than that of the text's language."""
    own = _phrases(code, main_script, held).own
    return table_of((*of_script(script, _everywhere(held.value)), *own))


def _everywhere(curated: Curated) -> tuple[Boilerplate, ...]:
    return tuple(data.boilerplate for data in curated.languages.values())


def _own(code: str, script: str, curated: Curated) -> tuple[Boilerplate, ...]:
    """The phrases for a language: its own (of its whole script where it has none), those it borrows, English."""
    own = curated.language(code).boilerplate
    first = (own,) if own.rules else of_script("Hani" if script.startswith("Han") else script, _everywhere(curated))
    borrowed = tuple(curated.language(each).boilerplate for each in (*own.also, "en"))
    return tuple(dict.fromkeys((*first, *borrowed)))


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the article's running text begins and ends, as indexes of lines, both inclusive."""

    top: int
    bottom: int

    def outside(self, index: int) -> bool:
        """Whether a line stands before the running text or after it."""
        return index < self.top or index > self.bottom


_CLOSING = frozenset({"comment-form", "newsletter", "related", "tags", "feed-footer", "copyright"})


def edges_of(lines: tuple[Line, ...], marks: list[str | None]) -> Edges:
    """The edges of a page of which `marks` are the lines already known as page rests."""
    left = [index for index, mark in enumerate(marks) if mark is None]
    prose = [index for index in left if lines[index].prose]
    if not prose:
        longest = max(left, key=lambda index: lines[index].weight, default=0)
        return Edges(longest, longest)
    return Edges(_top(prose, left), _bottom(lines, prose, marks))


def _top(prose: list[int], left: list[int]) -> int:
    """The first running line that another one follows, so that a lead above the byline does not count."""
    following, running = dict(pairwise(left)), frozenset(prose)
    found = next((index for index in prose if following.get(index) in running), prose[0])
    return found if found - prose[0] <= 8 else prose[0]


def _bottom(lines: tuple[Line, ...], prose: list[int], marks: list[str | None]) -> int:
    """The last running line, or the line before the first rest that closes an article, two thirds through it."""
    total, seen = sum(lines[index].weight for index in prose), 0
    for index, mark in enumerate(marks):
        if mark in _CLOSING and 3 * seen > 2 * total:
            return min(prose[-1], index - 1)
        seen += lines[index].weight if index in prose else 0
    return prose[-1]
