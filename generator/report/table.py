"""The summary itself: a table a seed, its facts in English and in the seed's language, beside the words they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.check import word
from generator.check.words import LEVELS
from generator.curated import Curated
from generator.doubts import N_
from generator.errors import Doubt
from generator.model import Entry, Found
from generator.render.labels import FIELDS, event_label
from generator.report.cells import BREAK, LONGEST_MESSAGE, cell, table
from generator.report.changes import Kind
from generator.report.places import places
from generator.text.catalogue import has_catalogue, translator
from generator.text.locale import country_name, format_date, language_name, organisation_name

ALIKE = frozenset({"D510", "D512", "D513"})
"""The codes of doubts that name another seed with the same or nearly the same words, or from the same address."""
QUOTES = 3
"""How many quotations a fact shows."""
KINDS: Mapping[Kind, str] = {"new": N_("new"), "changed": N_("changed"), "withdrawn": N_("withdrawn")}
DIRECTIONS = {"ltr": N_("left to right"), "rtl": N_("right to left")}
LABELS = {
    **FIELDS,
    "direction": N_("Direction"),
    "alike": N_("Near-duplicates"),
    "places": N_("Index pages"),
    "field": N_("Field"),
    "words": N_("Words of the text"),
}
BEFORE = N_("before")
WITHDRAWN = N_("The record would no longer be published.")
SET_ASIDE = N_("This seed is set aside: nothing of it is published until it is mended.")
_FACTS = ("title", "language", "direction", "parties", "date", "published", "event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A seed of a change: its record now and as it was (`None`: it has none), and what is doubted of it."""

    path: str
    kind: Kind
    entry: Entry | None
    before: Entry | None
    doubts: tuple[Doubt, ...]


def summary(seeds: Iterable[Reported], curated: Curated) -> Iterator[str]:
    """The whole summary, line by line."""
    found = tuple(seeds)
    counts = Counter(each.kind for each in found)
    yield "## What this change makes of the archive"
    yield ""
    yield ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind]) + "." if found else "No seed differs."
    for each in found:
        yield ""
        yield from _one(each, curated)


def _one(seed: Reported, curated: Curated) -> Iterator[str]:
    """The heading and table of one seed; of a seed that is set aside, what is wrong with it."""
    told = seed.entry or seed.before
    languages = ("en", *_beside(told.language.value if told else "en"))
    writer = _Writer(languages=languages, curated=curated)
    yield f"### {cell(seed.path)}: {writer.both(KINDS[seed.kind])}"
    yield ""
    if seed.entry is None:
        yield writer.both(WITHDRAWN if seed.kind == "withdrawn" else SET_ASIDE)
        yield ""
    names = (cell(language_name(language, language)) for language in languages)
    yield from table((writer.label("field"), *names, writer.label("words")), writer.rows(seed))


def _beside(language: str) -> tuple[str, ...]:
    """The seed's language where the archive speaks it and it is not English."""
    code = language if has_catalogue(language) else language.split("-")[0]
    return (code,) if code != "en" and has_catalogue(code) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Writes the rows of a table whose values stand in each of `languages`."""

    languages: tuple[str, ...]
    curated: Curated

    def both(self, message: str) -> str:
        """A message in every language, once where two say the same."""
        return " · ".join(dict.fromkeys(cell(translator(language).gettext(message)) for language in self.languages))

    def label(self, field: str) -> str:
        """The name of a row or column."""
        return self.both(LABELS[field])

    def rows(self, seed: Reported) -> Iterator[tuple[str, ...]]:
        """Facts, then what is to be said of them, then where they are read; of a withdrawn record only the last."""
        if seed.kind != "withdrawn":
            yield from self._facts(seed)
            yield from self._notes(seed)
        yield from self._changed_places(seed)

    def _facts(self, seed: Reported) -> Iterator[tuple[str, ...]]:
        """What the catalogue says of the seed; of a value that changed, what it was."""
        for field in _FACTS if seed.entry else ():
            shown = (self._value(seed.entry, field, language) for language in self.languages)
            yield self.label(field), *shown, self._words(seed, field)

    def _notes(self, seed: Reported) -> Iterator[tuple[str, ...]]:
        """Doubts and near-duplicates."""
        alike = tuple(doubt for doubt in seed.doubts if doubt.code in ALIKE)
        rest = tuple(doubt for doubt in seed.doubts if doubt.code not in ALIKE)
        for field, doubts in (("doubts", rest), ("alike", alike)):
            told = (BREAK.join(_doubt(doubt, language) for doubt in doubts) or self._none(language) for language in self.languages)
            yield self.label(field), *told, ""

    def _changed_places(self, seed: Reported) -> Iterator[tuple[str, ...]]:
        """The index pages on which the record stands, or no longer stands."""
        now = tuple(places(seed.entry, self.curated)) if seed.entry else ()
        before = tuple(places(seed.before, self.curated)) if seed.before else ()
        lost = (f"− {place}" for place in before if place not in now)
        shown = BREAK.join(map(cell, (*(f"+ {place}" if place not in before else place for place in now), *lost)))
        if shown:
            yield self.label("places"), shown, *("" for _ in self.languages[1:]), ""

    def _none(self, language: str) -> str:
        return cell(translator(language).gettext(N_("none")))

    def _value(self, entry: Entry | None, field: str, language: str) -> str:
        """A fact in a language; what nobody found says so."""
        values = self._plain(entry, field, language) if entry else ()
        return BREAK.join(map(cell, values)) or cell(translator(language).gettext("Not found"))

    def _plain(self, entry: Entry, field: str, language: str) -> tuple[str, ...]:
        """The values of a fact as plain text."""
        if field == "direction":
            return (translator(language).gettext(DIRECTIONS[entry.direction]),)
        return tuple(self._shown(found, field, language) for found in _found(entry, field))

    def _shown(self, found: Found[str], field: str, language: str) -> str:
        """One value as plain text."""
        value = found.value
        if field == "title":
            return f"[{value}]" if found.basis == "devised" else value
        if field == "language":
            return f"{language_name(value, language)} ({value})"
        if field == "parties":
            return f"{self._party(value, language)} ({value})"
        if field == "event":
            return event_label(value, translator(language).gettext)
        return format_date(value, language)

    def _party(self, party: str, language: str) -> str:
        named = organisation_name if party in self.curated.organisations else country_name
        return named(party, language, self.curated)[0]

    def _words(self, seed: Reported, field: str) -> str:
        """The reason for a fact: who stated it, or the words; and, where it changed, what it was."""
        lines = [] if seed.entry is None else [_reason(found) for found in _found(seed.entry, field)]
        before = self._value(seed.before, field, "en")
        if seed.before and before != self._value(seed.entry, field, "en"):
            lines.append(f"{self.both(BEFORE)}: {before}")
        return BREAK.join(dict.fromkeys(filter(None, lines)))


def _found(entry: Entry, field: str) -> tuple[Found[str], ...]:
    """The values of a field with their reasons."""
    found = getattr(entry, field) if field != "direction" else None
    return found if isinstance(found, tuple) else (found,) if found else ()


def _reason(found: Found[str]) -> str:
    """Why a value stands: stated, devised, or the words it came from."""
    words = tuple(dict.fromkeys(evidence.quote for evidence in found.evidence))
    quotes = "; ".join(f"“{cell(quote)}”" for quote in words[:QUOTES])
    said = {"stated": "stated", "devised": "devised"}.get(found.basis, "")
    return ": ".join(filter(None, (said, quotes)))


def _doubt(doubt: Doubt, language: str) -> str:
    """A doubt with its level and line, worded in a language."""
    level = translator(language).gettext(LEVELS[doubt.level])
    return cell(f"{level} {doubt.code}, {doubt.line}:{doubt.column}") + " " + cell(word(doubt, language), longest=LONGEST_MESSAGE)
