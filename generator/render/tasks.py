"""The work of rendering, divided: tasks that each make a page or a few, told apart by what they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from generator.curated import Curated
from generator.model import Archive, Entries, Page, Record, Settings, Task, Tombstone
from generator.render.checks import check_pages
from generator.render.data import data_page
from generator.render.dates import calendar_page, month_page, undated_page, year_page
from generator.render.days import day_month_page, days_of, days_page
from generator.render.former import former_addresses
from generator.render.frame import Frame
from generator.render.gone import tombstone_pages
from generator.render.handwritten import stand_ins
from generator.render.holding import Holding, part_page, parts_of
from generator.render.home import chooser_page, home_page, search_page
from generator.render.indexes import RECORDS, SECTIONS, Section, heading_page
from generator.render.record import record_page

Frames = Mapping[str, Frame]
Digest = Callable[[object], bytes]


class Plan:
    """Every task of an archive's pages.

    `archive` is the one that pages ask, and may be watched; `known` the same archive unwatched, from which the tasks
    are enumerated; `digest` tells a collection of its records by their content.
    """

    def __init__(self, archive: Archive, known: Archive, settings: Settings, curated: Curated, digest: Digest) -> None:
        self._settings = settings
        self._known = known
        self._digest = digest
        self._frames, self._plain = (
            {code: Frame(language=code, archive=each, settings=settings, curated=curated) for code in settings.languages}
            for each in (archive, known)
        )

    def homes(self) -> Iterator[Task]:
        """The homes, and what stands in for hand-written pages: the frames of all other pages are printed with them."""
        for frame in self._frames.values():
            yield Task(name=f"{frame.language}/", make=partial(_one, home_page, frame))
        for frame in self._frames.values():
            yield Task(name=f"{frame.language}/about/", make=partial(stand_ins, frame))

    def records(self, keys: Mapping[str, bytes], whole: Callable[[str], Record]) -> Iterator[Task]:
        """A page for each record in `keys`, which tell its content by id; `whole` gives it."""
        for entry in (entry for entry in self._known.entries if entry.id in keys):
            yield Task(name=f"records/{entry.slug}/", key=keys[entry.id], make=partial(self._record, entry.id, whole))

    def _record(self, key: str, whole: Callable[[str], Record]) -> Iterator[Page]:
        yield record_page(whole(key), self._frames)

    def former(self, gone: Mapping[str, Tombstone]) -> Iterator[Task]:
        """Former addresses of records, and tombstones."""
        yield Task(name="records/former/", key=repr(sorted(gone.items())).encode(), make=partial(self._former, gone))

    def _former(self, gone: Mapping[str, Tombstone]) -> Iterator[Page]:
        entries = next(iter(self._frames.values())).archive.entries
        taken = {entry.slug for entry in entries}
        for entry in entries:
            yield from former_addresses(entry, self._frames, taken)
        yield from tombstone_pages(gone, self._frames, taken)

    def lists(self) -> Iterator[Task]:
        """The chooser, indexes, dates, and what else an interface language has besides its home."""
        default = self._frames[self._settings.default_language]
        yield Task(name="", make=lambda: (chooser_page(tuple(self._frames.values()), default),))
        for frame in self._frames.values():
            yield Task(name=f"{frame.language}/search/", make=partial(_one, search_page, frame))
            yield Task(name=f"{frame.language}/data/", make=partial(_one, data_page, frame))
            yield Task(name=f"{frame.language}/checks/", make=partial(check_pages, frame))
        for section in SECTIONS:
            yield from self._section(section)
        yield from self._dates()
        yield from self._days()

    def _section(self, section: Section) -> Iterator[Task]:
        """An index, the pages of its headings, and of the parts of those that are long."""
        some = next(iter(self._plain.values()))
        for frame in self._frames.values():
            yield Task(name=f"{frame.language}/{section.name}/", make=partial(_one, section.index, frame, section))
        for key in section.keys(self._known, some):
            for frame in self._frames.values():
                yield Task(name=f"{frame.language}/{section.name}/{key}/", make=partial(heading_page, frame, section, key))
            yield from self._parts(section, key, section.holding(some, key).entries)
        if section is RECORDS:
            yield from self._parts(section, "", self._known.entries)

    def _parts(self, section: Section, key: str, entries: Entries) -> Iterator[Task]:
        parts = parts_of(entries)
        digests = [self._digest(part.entries) for part in parts]
        for language, frame in self._frames.items() if parts else ():
            holding = section.holding(self._plain[language], key)
            for part, told in zip(parts, digests, strict=True):
                made = partial(_one, part_page, frame, holding, part)
                yield Task(name=f"{language}/{holding.tail}{part.tail}", key=_key(holding, told), make=made)

    def _dates(self) -> Iterator[Task]:
        for language, frame in self._frames.items():
            yield Task(name=f"{language}/dates/", make=partial(_one, calendar_page, frame))
            yield Task(name=f"{language}/dates/undated/", make=partial(_one, undated_page, frame))
            for year in self._known.years:
                yield Task(name=f"{language}/dates/{year}/", make=partial(_one, year_page, frame, year))
        for year, months in self._known.years.items():
            for month, entries in months.items():
                if month is not None:
                    told = self._digest(entries)
                    for language, frame in self._frames.items():
                        made = partial(_one, month_page, frame, year, month, entries)
                        yield Task(name=f"{language}/dates/{year}/{month:02}/", key=told, make=made)

    def _days(self) -> Iterator[Task]:
        days = days_of(self._known.entries)
        counts = repr([(month, [(day, len(found)) for day, found in inside.items()]) for month, inside in days.items()]).encode()
        for language, frame in self._frames.items():
            yield Task(name=f"{language}/dates/days/", key=counts, make=partial(_one, days_page, frame, days))
        for month, inside in days.items():
            told = self._digest(inside)
            for language, frame in self._frames.items():
                yield Task(name=f"{language}/dates/days/{month:02}/", key=told, make=partial(_one, day_month_page, frame, month, inside))


def _one(make: Callable[..., Page], *values: object) -> Iterable[Page]:
    return (make(*values),)


def _key(holding: Holding, told: bytes) -> bytes:
    """What the page of a part is made from: its records, and what its heading is called."""
    return b"\0".join((told, holding.title.encode(), str(holding.heading).encode()))
