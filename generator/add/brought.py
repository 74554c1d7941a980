"""What a file that somebody brings gives: the text, and what the page around it says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A text with what is to be stated of it; `None` where the file says nothing.

    `published` is a day (`2023-11-01`), `url` the address of the page; `near` are the short lines around the page's
    headline, in which a day may be written, `days` the days of publication that its markup gives, each with its weight,
    and `modified` those on which it was changed.
    """

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    near: tuple[str, ...] = ()
    days: tuple[tuple[str, float], ...] = ()
    modified: tuple[str, ...] = ()
