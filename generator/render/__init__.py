"""The archive as Markdown pages with front matter, and the only place that writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.curated import Curated
from generator.model import Archive, Page, Record, Settings, Tombstone
from generator.render.frame import frame_language
from generator.render.labels import value_name
from generator.render.sitemap import Sitemap
from generator.render.tasks import Plan
from generator.render.titles import devised_title
from generator.render.write import Docs, Written, hand_written_copies, page_text

__all__ = [
    "Docs",
    "Plan",
    "Sitemap",
    "Written",
    "devised_title",
    "frame_language",
    "hand_written_copies",
    "page_text",
    "render",
    "value_name",
]


def render(
    archive: Archive, records: Iterable[Record], settings: Settings, curated: Curated, gone: Mapping[str, Tombstone] | None = None
) -> Iterator[Page]:
    """Every generated page at once: homes, records, and each language's lists.

    `gone` are the tombstones of withdrawn records by address.
    """
    plan = Plan(archive, archive, settings, curated, lambda _: b"")
    whole = {record.entry.id: record for record in records}
    keys = dict.fromkeys(whole, b"")
    for task in chain(plan.homes(), plan.records(keys, whole.__getitem__), plan.former(gone or {}), plan.lists()):
        yield from (page for page in task.make() if isinstance(page, Page))
