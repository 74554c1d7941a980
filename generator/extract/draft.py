"""All that the text itself says, fact by fact: the room's one way in."""

from __future__ import annotations

from dataclasses import replace

from generator.curated import Curated
from generator.extract.dates import find_dates
from generator.extract.event import find_event
from generator.extract.figures import find_figures
from generator.extract.names import find_mentions
from generator.extract.source import find_source
from generator.extract.title import find_title, mark_title
from generator.extract.topics import find_topics
from generator.model import CleanText, Draft, Language, Seed


def extract(seed: Seed, clean: CleanText, language: Language, curated: Curated) -> tuple[Draft, CleanText]:
    """Everything found in a clean text, and that text with the block of its title marked."""
    titled = find_title(clean, language, curated)
    if titled is not None:
        clean = replace(clean, blocks=mark_title(clean.blocks, titled.block))
    title = titled.found if titled else None
    dates = find_dates(clean, seed.text, language, curated)
    draft = Draft(
        language=language,
        title=title,
        date=dates.event,
        published=dates.published,
        source=find_source(clean, seed.text, curated),
        event=find_event(clean, title, language, curated),
        topics=find_topics(clean, title, language, curated),
        figures=find_figures(clean, language, curated),
        mentions=find_mentions(clean, titled.block if titled else None, language, curated),
        doubts=tuple(seed.doubt(code, "note", offset, **values) for code, offset, values in dates.doubts),
    )
    return draft, clean
