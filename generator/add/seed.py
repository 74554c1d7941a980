"""A text that was brought becomes a seed: its head is written, its file named, and the archive asked what it makes of it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator.add.brought import Brought
from generator.add.weighing import SEEN, settle
from generator.check import check_seeds
from generator.curated import Curated
from generator.errors import Doubt
from generator.model import Entry, Settings
from generator.pipeline import catalogue_seed
from generator.read.front_matter import split_front_matter
from generator.text.edtf import html_datetime
from generator.text.slug import slug

_WORDS = 5
"""How many words of the title stand in a file name where the kind of event is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A seed that was written, and what a person should still look at."""

    path: Path
    doubts: tuple[Doubt, ...]


def add_seed(brought: Brought, settings: Settings, curated: Curated, today: date) -> Added:
    """Write a seed into the folder of the archive, under a name that says when, who and what."""
    found = _dated(brought, settings, curated, today)
    content = _content(found, curated, today)
    entry = _entry(content, settings, curated)
    path = _free(settings.seeds, _name(entry, found))
    settings.seeds.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")
    return Added(path=path, doubts=check_seeds([path], settings, today))


def _dated(brought: Brought, settings: Settings, curated: Curated, today: date) -> Brought:
    """The text with the day of publication that most of the page speaks for; none that lies ahead.

    Where a reader sees that day beside the headline, its line stands above the text again: a text that says "on
    Tuesday" is read from it.
    """
    seen = next(
        ((day, line) for line in brought.near if (day := _seen(line, brought, settings, curated)) not in (None, *brought.modified)), None
    )
    days = (*brought.days, *(((seen[0] or "", SEEN),) if seen else ()))
    published = settle((day, weight) for day, weight in days if day <= today.isoformat())
    if seen is None or seen[0] != published or seen[1] in brought.text:
        return replace(brought, published=published)
    head = f"{brought.title}\n" if brought.title and brought.title not in brought.text else ""
    return replace(brought, published=published, text=f"{head}{seen[1]}\n\n{brought.text}")


def _seen(line: str, brought: Brought, settings: Settings, curated: Curated) -> str | None:
    """The day of publication that a line beside the headline gives, as the archive reads it."""
    entry = _entry(f"{brought.title}\n{line}\n{brought.text}\n", settings, curated)
    found = entry.published.value if entry and entry.published else ""
    quoted = entry.published.evidence if entry and entry.published else ()
    return found if len(found) == 10 and html_datetime(found) and any(each.quote in line for each in quoted) else None


def _content(brought: Brought, curated: Curated, today: date) -> str:
    """The seed as the text of its file; what a text states of itself already stays."""
    parts = split_front_matter(f"{brought.text}\n")
    stated = parts.front if parts and parts.closed else ""
    body = parts.body if parts and parts.closed else f"{brought.text}\n"
    lines = [line for key, line in _statements(brought, curated, today) if f"\n{key}:" not in f"\n{stated}"]
    return f"---\n{stated}{''.join(lines)}---\n{body}"


def _statements(brought: Brought, curated: Curated, today: date) -> Iterator[tuple[str, str]]:
    """The lines of the head by their keys."""
    if brought.title:
        yield "title", f"title: {_quoted(brought.title)}\n"
    if brought.published:
        yield "published", f"published: {brought.published}\n"
    host = (urlsplit(brought.url).hostname or "").removeprefix("www.") if brought.url else ""
    name = brought.source or _outlet(host, curated) or host
    if name:
        url = f", url: {_quoted(brought.url)}" if brought.url else ""
        yield "source", f"source: {{name: {_quoted(name)}{url}}}\n"
    yield "added", f"added: {today.isoformat()}\n"


def _outlet(host: str, curated: Curated) -> str | None:
    """The first name of the outlet that has a host."""
    return next((source.names[0] for source in curated.sources if host and host in source.hosts and source.names), None)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _entry(content: str, settings: Settings, curated: Curated) -> Entry | None:
    """What the archive makes of a seed with this text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "seeds", "new.txt")
        path.parent.mkdir()
        path.write_text(content, encoding="utf-8", newline="\n")
        record = catalogue_seed(path, curated, replace(settings, seeds=path.parent)).record
    return record.entry if record else None


def _name(entry: Entry | None, brought: Brought) -> str:
    """`2023-11-01-fra-kaz-visit`: the day, the sides (else the source), the kind of event (else words of the title)."""
    if entry is None:
        return slug(brought.title or "") or "text"
    days = (found.value for found in (entry.date, entry.published) if found)
    day = next((each for each in days if len(each) == 10 and html_datetime(each)), "")
    who = "-".join(party.value.lower() for party in entry.parties[:3]) or slug(entry.source.value.name if entry.source else "")
    kind = entry.event.value if entry.event and entry.event.value != "other" else ""
    what = kind or "-".join(slug(entry.title.value).split("-")[:_WORDS])
    return slug("-".join(filter(None, (day, who, what)))) or "text"


def _free(folder: Path, name: str) -> Path:
    """A path in the folder that no file has, numbered where the name is taken."""
    taken = {path.name.lower() for path in folder.iterdir()} if folder.is_dir() else set()
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return folder / f"{next(each for each in names if f'{each}.txt' not in taken and f'{each}.gone.yml' not in taken)}.txt"
