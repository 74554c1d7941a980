"""An archive brought to its site: only what changed is catalogued, rendered, framed and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from generator.errors import UsageError
from generator.keep import Store, kept_in
from generator.keep.last import Last, remember, standing_still
from generator.model import Settings
from generator.pipeline import Report, generate, whole_edition
from generator.publish.brought import brought
from generator.publish.lock import locked
from generator.publish.site import Press, Site
from generator.search import KEPT


def publish(
    settings: Settings,
    press: Callable[[], Press],
    stock: Callable[[], None],
    watched: Callable[[Sequence[Path]], Iterable[Path]] = iter,
    *,
    edition: str | None = None,
) -> Report:
    """Bring `settings.docs` and `settings.site` up to date; the site is shown in one step. Another build of it is waited for.

    `press` starts MkDocs for the frames of pages, which happens only when something of the theme is new; `stock` builds the
    whole site with MkDocs from the docs folder, which is done where other plugins have a say in its pages, or people put pages
    of their own there. `edition` is
    `whole_edition` where the caller has it.

    Raises:
        UsageError: when the site's place is no folder.
    """
    site = settings.site
    if site.exists() and not site.is_dir():
        raise UsageError(f"{site} is a file; a site is published as a folder")
    site.parent.mkdir(parents=True, exist_ok=True)
    with locked(site.with_name(f".{site.name}.lock")), Store(kept_in(settings, site=True)) as kept:
        edition, before = edition or whole_edition(settings), standing_still(settings)
        place = Site(settings, kept, edition, press)
        usable = place.usable
        report = generate(settings, watched, place if usable else None, edition=edition)
        more = brought(settings.docs, settings.languages, report.files)
        usable = usable and not any(uri.endswith(".md") for uri in more)
        if usable:
            place.publish(report.files, more, report.arabic, settings.docs / KEPT)
            said = Last(records=report.records, refused=report.refused, files=len(report.files), doubts=report.doubts, brought=more)
            remember(kept, edition, settings, before, said)
    if not usable:  # by itself, and under a lock of its own
        stock()
    return report
