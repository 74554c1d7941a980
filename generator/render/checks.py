"""The pages that explain what `chancery check` says: `/LANG/checks/` with every code, and one page a code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.curated.checks import CheckHelp
from generator.doubts import CODES, N_
from generator.model import Page
from generator.render.frame import Frame, inert
from generator.render.html import html
from generator.render.shell import index_page
from generator.render.template import fill

GROUPS: Mapping[str, str] = {
    "D1": N_("The file"),
    "D2": N_("The front matter"),
    "D3": N_("The text"),
    "D4": N_("The facts"),
    "D5": N_("The archive"),
}
"""What a code speaks of, by its beginning."""
LEVELS: Mapping[str, str] = {
    "error": N_("Error: must be mended before it is published or merged"),
    "warning": N_("Warning: should be mended"),
    "note": N_("Note: worth a look"),
}
TITLE = N_("What the checks say")
LEAD = N_("Every message of the command chancery check by its code: what it means, why it matters, how to mend it.")
SECTION = "checks"
_CODE = re.compile("`([^`]*)`")
_BLANK = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A code on a page: its message, and what its level means."""

    code: str
    level: str
    message: Markup
    why: Markup
    mend: Markup


def check_tail(code: str) -> str:
    """The tail of the address of a code's page: `checks/d201/`."""
    return f"{SECTION}/{code.lower()}/"


def check_pages(frame: Frame) -> Iterator[Page]:
    """The index of the codes and a page for each."""
    told = tuple(_told(frame, each) for each in frame.curated.checks.values())
    groups = {frame.gettext(name): [each for each in told if each.code.startswith(key)] for key, name in GROUPS.items()}
    yield _page(frame, f"{SECTION}/", frame.gettext(TITLE), "checks.jinja", lead=frame.gettext(LEAD), groups=groups, way=check_tail)
    for each in told:
        title = f"{each.code}: {frame.gettext(TITLE)}"
        yield _page(frame, check_tail(each.code), title, "check.jinja", told=each, more=f"{SECTION}/")


def _page(frame: Frame, tail: str, title: str, template: str, **values: object) -> Page:
    body = fill(template, frame, f"{frame.language}/{tail}", heading=title, **values)
    path = ((frame.gettext(TITLE), f"{SECTION}/"),) if tail != f"{SECTION}/" else ()
    return index_page(frame, tail, kind="checks", title=title, body=body, path=path)


def _told(frame: Frame, help_: CheckHelp) -> Told:
    why, mend = help_.says(frame.language)
    return Told(
        code=help_.code,
        level=frame.gettext(LEVELS[help_.level]),
        message=message_of(help_.code, frame),
        why=_coded(why),
        mend=_coded(mend),
    )


def message_of(code: str, frame: Frame) -> Markup:
    """The wording of a code with an ellipsis for each value that it is filled with."""
    return inert(_BLANK.sub("…", frame.gettext(CODES[code])).replace("%%", "%"))


def _coded(text: str) -> Markup:
    """Sentences with what stands between backquotes as code, which reads from left to right."""
    parts = _CODE.split(text)
    shown = (html('<code dir="ltr">{}</code>', inert(part)) if place % 2 else inert(part) for place, part in enumerate(parts))
    return Markup("").join(shown)
