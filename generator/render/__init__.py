"""The archive as Markdown pages with front matter, and the only place that writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.curated import Curated
from generator.model import Archive, Page, Record, Settings, Tombstone
from generator.render.data import data_page
from generator.render.dates import date_pages
from generator.render.days import day_pages
from generator.render.frame import Frame, frame_language
from generator.render.gone import tombstone_pages
from generator.render.handwritten import stand_ins
from generator.render.home import chooser_page, home_page, search_page
from generator.render.indexes import index_pages
from generator.render.labels import value_name
from generator.render.record import former_addresses, record_page
from generator.render.sitemap import Sitemap
from generator.render.titles import devised_title
from generator.render.write import Written, page_text, write_pages

__all__ = ["Sitemap", "Written", "devised_title", "frame_language", "page_text", "render", "value_name", "write_pages"]


def render(
    archive: Archive, records: Iterable[Record], settings: Settings, curated: Curated, gone: Mapping[str, Tombstone] | None = None
) -> Iterator[Page]:
    """Every generated page: the chooser, records (as they come, bodies are not kept), and each language's indexes.

    `gone` are the tombstones of withdrawn records by address.
    """
    frames = {code: Frame(language=code, archive=archive, settings=settings, curated=curated) for code in settings.languages}
    yield chooser_page(tuple(frames.values()), frames[settings.default_language])
    taken = {entry.slug for entry in archive.entries}
    for record in records:
        yield record_page(record, frames)
        yield from former_addresses(record.entry, frames, taken)
    yield from tombstone_pages(gone or {}, frames, taken)
    for frame in frames.values():
        yield home_page(frame)
        yield search_page(frame)
        yield data_page(frame)
        yield from index_pages(frame)
        yield from date_pages(frame)
        yield from day_pages(frame)
        yield from stand_ins(frame)
