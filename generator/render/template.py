"""The Jinja environment of the pages: HTML with everything escaped, and nothing undefined passing unseen."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.render.frame import Frame, relative

FOLDER = Path(__file__).resolve().parent.parent / "templates"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def fill(name: str, frame: Frame, here: str, **values: object) -> str:
    """A template filled in one language for the page at address `here`.

    `frame` gives names and dates, `_` and `n_` messages, `to(tail)` the way to a page of the frame's
    language and `go(path)` that to any address from the site's root.
    """
    template = _environment().get_template(name)
    return template.render(
        frame=frame,
        here=here,
        _=frame.gettext,
        ngettext=frame.ngettext,
        to=lambda tail: relative(here, f"{frame.language}/{tail}"),
        go=lambda path: relative(here, path),
        **values,
    ).strip()
