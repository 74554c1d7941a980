"""Pages that people write: `docs/LANG/about.md` and `contribute.md`; a language without one shows the default's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model import Page
from generator.render.frame import Frame
from generator.render.shell import index_page

NAMES = ("about", "contribute")


def hand_written(folder: Path, language: str, name: str) -> Path:
    """Where a hand-written page of a language stands, whether or not it exists."""
    return folder / language / f"{name}.md"


def without_front_matter(text: str) -> str:
    """The body of a hand-written page."""
    if text.startswith("---\n"):
        _, mark, body = text[4:].partition("\n---\n")
        return body.lstrip("\n") if mark else text
    return text


def stand_ins(frame: Frame) -> Iterator[Page]:
    """For each page that a language lacks, the default language's, with a line that says so."""
    settings = frame.settings
    folder = settings.project / "docs"
    for name in NAMES:
        original = hand_written(folder, settings.default_language, name)
        own = hand_written(folder, frame.language, name)
        if not original.is_file() or (own.is_file() and not _is_generated(folder, own)):
            continue
        if frame.language == settings.default_language:
            continue
        yield _stand_in(frame, name, without_front_matter(original.read_text(encoding="utf-8")))


def _is_generated(folder: Path, path: Path) -> bool:
    """Whether the page is a stand-in of an earlier run, as the manifest of the folder says."""
    manifest = folder / MANIFEST
    return manifest.is_file() and path.relative_to(folder).as_posix() in manifest.read_text(encoding="utf-8").splitlines()


MANIFEST = ".chancery-manifest"
"""The list of generated files in a docs folder, one a line."""


def _stand_in(frame: Frame, name: str, body: str) -> Page:
    settings = frame.settings
    language = settings.default_language
    told = frame.gettext(
        "This page is not written in %(language)s yet; here it is in %(other)s.",
        language=frame.tongue(frame.language),
        other=frame.tongue(language),
    )
    direction = Frame(language=language, archive=frame.archive, settings=settings, curated=frame.curated).direction
    marked = f'<p class="quiet">{told}</p>\n\n<div lang="{language}" dir="{direction}" markdown="1">\n\n{body.strip()}\n\n</div>'
    return index_page(
        frame, f"{name}/", kind="page", title=frame.word(name), body=marked, more={"form": name} if name == "contribute" else None
    )
