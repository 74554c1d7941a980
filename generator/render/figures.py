"""The key figures of a relation: numbers that its texts tell, each with the words around it and the way to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Archive, Entries, Entry, Figure
from generator.render.frame import Frame, inert, relative
from generator.render.html import html
from generator.text.bidi import direction_of
from generator.text.locale import amount

MOST = 8
"""How many figures a relation shows: those of most texts, then the largest."""
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A number as the frame's language writes it, the words of one text around it, and how many texts tell it."""

    amount: Markup
    when: str
    words: Markup
    href: str
    texts: str


def key_figures(frame: Frame, entries: Entries, here: str) -> Iterator[KeyFigure]:
    """Each figure once, those of most texts first; in the words of the newest text, if one can be had in the reader's language."""
    told: defaultdict[tuple[str, str], list[tuple[Entry, Figure]]] = defaultdict(list)
    for entry in entries:
        for found in entry.figures:
            told[(f"{found.value.value:.4g}", found.value.unit)].append((entry, found.value))
    order = sorted(told, key=lambda key: (-len({entry.id for entry, _ in told[key]}), len(key[1]) > len("USD"), -float(key[0]), key[1]))
    for key in order[:MOST]:
        yield _figure(frame, told[key], here)


def _figure(frame: Frame, tellers: list[tuple[Entry, Figure]], here: str) -> KeyFigure:
    own = [teller for teller in tellers if teller[0].language.value.split("-")[0] == frame.language]
    entry, figure = (own or tellers)[-1]
    language = entry.language.value
    count = len({teller.id for teller, _ in tellers})
    words = figure.what if len(figure.what) <= _LONGEST else ""
    path = frame.record_path(entry).partition("#")[0]
    return KeyFigure(
        amount=told_amount(frame, figure, language),
        when=frame.date(figure.when) if figure.when else "",
        words=html('<q lang="{}" dir="{}">{}</q>', inert(language), direction_of(words, language), inert(words)) if words else Markup(""),
        href=relative(here, f"{path}#f-figures"),
        texts=frame.ngettext("%(count)s text", "%(count)s texts", count),
    )


def contradiction(archive: Archive, entry: Entry, figure: Figure) -> tuple[Entry, Figure] | None:
    """The sum that another text on the same event tells in the place of this one; `None` where none does, or nobody can say.

    A sum is taken for another's rival where both are of one currency and time, less than twice or more than half of each
    other, and neither text tells the other's: a text that tells both speaks of two things.
    """
    if not _is_money(figure):
        return None
    own = {_told(found.value) for found in entry.figures}
    for other in archive.same_event.get(entry.id, ()):
        theirs = [found.value for found in other.figures]
        rivals = [each for each in theirs if _rivals(figure, each) and _told(each) not in own]
        if rivals and _told(figure) not in {_told(each) for each in theirs}:
            return other, min(rivals, key=lambda each: (abs(each.value - figure.value), each.value))
    return None


def _is_money(figure: Figure) -> bool:
    return len(figure.unit) == 3 and figure.unit.isascii() and figure.unit.isupper()


def _told(figure: Figure) -> tuple[str, str]:
    """A sum as texts agree on it: to three digits."""
    return f"{figure.value:.3g}", figure.unit


def _rivals(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and (one.when or "") == (other.when or "") and one.value < 2 * other.value and other.value < 2 * one.value


def told_amount(frame: Frame, figure: Figure, language: str) -> Markup:
    """The number in the frame's language; what it counts stays a word of the text's."""
    if figure.unit == "%" or (figure.unit.isascii() and figure.unit.isupper()):
        return Markup.escape(amount(figure.value, figure.unit, frame.language))
    return html("{}\u00a0{}", amount(figure.value, "", frame.language), frame.foreign((figure.unit, language)))
