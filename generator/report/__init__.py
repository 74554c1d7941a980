"""The pull-request summary: what a change of seeds would publish, with the words each fact came from, as Markdown.

Everything that comes from a seed, a file name or a branch is data: git gets it as an argument, never through a shell,
and a reader sees it as literal text.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.check import check_seeds
from generator.curated import Curated, load
from generator.errors import Doubt
from generator.model import Entry, Settings
from generator.pipeline import catalogue_seed
from generator.read.names import shown_path
from generator.report.changes import Change, changed_seeds, earlier_text
from generator.report.table import Reported, summary

__all__ = ["Change", "changed_seeds", "report"]


def report(settings: Settings, base: str) -> Iterator[str]:
    """The summary, line by line: what changed in the seeds folder since the revision `base` (see `changed_seeds`).

    Raises:
        UsageError: when git knows no such revision, or the seeds folder is in no repository.
    """
    changes = changed_seeds(settings.seeds, base)
    curated = load()
    standing = [settings.seeds / change.name for change in changes if change.kind != "withdrawn"]
    doubts = check_seeds(standing, settings) if standing else ()
    return summary((_reported(change, settings, curated, doubts) for change in changes), curated)


def _reported(change: Change, settings: Settings, curated: Curated, doubts: tuple[Doubt, ...]) -> Reported:
    """What the archive makes of a seed now, what it made of it before, and what is to be said of it."""
    path = settings.seeds / change.name
    record = catalogue_seed(path, curated, settings).record if change.kind != "withdrawn" else None
    shown = shown_path(path)
    return Reported(
        path=shown,
        kind=change.kind,
        entry=record.entry if record else None,
        before=_before(change, settings, curated),
        doubts=tuple(doubt for doubt in doubts if doubt.seed == shown),
    )


def _before(change: Change, settings: Settings, curated: Curated) -> Entry | None:
    """The record of the seed as the base has it; `None` where it has none."""
    text = earlier_text(settings.seeds, change) if change.kind != "new" else None
    if text is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        (seeds / change.name).write_bytes(text)
        record = catalogue_seed(seeds / change.name, curated, replace(settings, seeds=seeds)).record
    return record.entry if record else None
