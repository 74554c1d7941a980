"""The curated data: `data/**/*.yml` read into frozen tables; nothing else reads that folder."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from generator.curated.authority import Country, Names, Organisation, Person, read_countries, read_organisations, read_people
from generator.curated.checks import CheckHelp, read_checks
from generator.curated.figures import FigureData, read_figures
from generator.curated.fingerprint import DATA, fingerprint, rules
from generator.curated.kept import keep, place, read_kept
from generator.curated.languages import LanguageData, read_languages
from generator.curated.sources import SourceData, read_sources
from generator.curated.subjects import read_subjects
from generator.curated.tiles import Place, read_tiles
from generator.curated.tree import Faults
from generator.curated.vocabulary import EventKind, Topic, read_events, read_topics
from generator.curated.wikidata import read_wikidata

__all__ = ["DATA", "Curated", "fingerprint", "load", "rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curated:
    """Every table that the rooms work with; made once, passed to them as an argument."""

    countries: Mapping[str, Country]
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
    languages: Mapping[str, LanguageData]
    events: Mapping[str, EventKind]
    topics: Mapping[str, Topic]
    sources: tuple[SourceData, ...]
    subjects: Mapping[str, Names] = field(default_factory=dict)
    """Things that records are about, as readers ask for them, by language: what search holds together."""
    figures: FigureData = field(default_factory=lambda: FigureData(words={}))
    tiles: Mapping[str, Place] = field(default_factory=dict)
    """Column and row of each country on the tile map."""
    wikidata: Mapping[str, str] = field(default_factory=dict)
    """Item of Wikidata by country or organisation."""
    checks: Mapping[str, CheckHelp] = field(default_factory=dict)
    """What `chancery check` says, by its codes."""

    def language(self, code: str) -> LanguageData:
        """The data of a language by its BCP 47 code (`pt-BR` is served by `pt`); empty where there is none."""
        return self.languages.get(code) or self.languages.get(code.split("-")[0]) or LanguageData(code=code)


@lru_cache(maxsize=4)
def load(folder: Path = DATA) -> Curated:
    """The tables of a data folder; those of the package as they were kept, where nothing changed since.

    Raises:
        DataError: with every fault of every file, `path:line: message`.
    """
    if folder != DATA:
        return read(folder)
    edition = rules()
    kept = read_kept(place(), edition)
    curated = kept if isinstance(kept, Curated) else read(folder)
    if curated is not kept:
        keep(place(), edition, curated)
    gc.freeze()  # the tables stay as long as the process; looking through them again and again costs a tenth of its time
    return curated


def read(folder: Path) -> Curated:
    """Read a whole data folder from its YAML.

    Raises:
        DataError: with every fault of every file, `path:line: message`.
    """
    faults = Faults(folder)
    countries = read_countries(folder / "countries", faults)
    organisations = read_organisations(folder / "organisations.yml", faults)
    curated = Curated(
        countries=countries,
        organisations=organisations,
        people=read_people(folder / "people", faults),
        languages=read_languages(folder / "languages", faults),
        events=read_events(folder / "events.yml", faults),
        topics=read_topics(folder / "topics.yml", faults),
        sources=read_sources(folder / "sources.yml", faults),
        subjects=read_subjects(folder / "subjects.yml", faults),
        figures=read_figures(folder / "figures.yml", faults),
        tiles=read_tiles(folder / "tiles.yml", faults),
        wikidata=read_wikidata(folder / "wikidata.yml", faults, {*countries, *organisations}),
        checks=read_checks(folder / "checks.yml", faults),
    )
    faults.stop()
    return curated
