"""The catalogue card: each field with its value and the line that says why, in one interface language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Entry, Figure, Found, PersonInText, Source
from generator.render.evidence import Marks, values_of
from generator.render.frame import Frame, bracketed, inert, relative
from generator.render.html import html
from generator.render.labels import FIELDS, RIGHTS
from generator.render.reasons import DOUBTFUL_BELOW, Reasons
from generator.text.bidi import direction_of
from generator.text.locale import amount

_OPTIONAL = {"published", "mentions", "organisations", "figures", "people"}
"""Fields that are left out where nothing was found; the others say "not found"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One field: `value` and each of `why` are HTML; a compact card has no `why`."""

    field: str
    label: str
    value: Markup
    why: tuple[Markup, ...] = ()


class Card:
    """Writes the facts of one record in one language; `here` is the record page's address."""

    def __init__(self, frame: Frame, entry: Entry, marks: Marks, here: str) -> None:
        self.frame = frame
        self.entry = entry
        self.here = here
        self.reasons = Reasons(frame, entry, marks)
        self._ = frame.gettext

    def facts(self, *, compact: bool = False) -> Iterator[Fact]:
        """The fields in the card's order."""
        for field, label in FIELDS.items():
            value = self._value(field)
            if value is None or (compact and field in ("rights", "note", "references", "translator", "contributor", "doubts")):
                continue
            why = () if compact else tuple(self.reasons.why(field))
            yield Fact(field=field, label=self._(label), value=value, why=why)

    # --- values ---

    def _value(self, field: str) -> Markup | None:
        """The value of a field as HTML; `None` where the card leaves the field out."""
        if field in ("rights", "note", "references", "translator", "contributor", "doubts"):
            return self._added(field)
        values = values_of(self.entry, field)
        if not values:
            missing = html('<span class="note">{}</span>', self._("Not found"))
            return None if field in _OPTIONAL else missing
        shown = [self._doubted(value, self._shown(field, value)) for value in values]
        if field == "figures":
            return Markup("<br>").join(shown)
        return self._joined(shown, "; " if field in ("topics", "people") else ", ")

    def _joined(self, items: Iterable[Markup], separator: str) -> Markup:
        """Values one after the other, parted as the language parts them."""
        return Markup.escape(self._(", ") if separator == ", " else self._("; ")).join(items)

    def _doubted(self, value: Found[object], shown: Markup) -> Markup:
        doubtful = value.basis == "inferred" and value.confidence < DOUBTFUL_BELOW
        return html('<span class="doubt">{}</span>', shown) if doubtful else shown

    def _shown(self, field: str, value: Found[object]) -> Markup:
        """One value, linked to its index page."""
        held = value.value
        if isinstance(held, PersonInText):
            return self._person(held)
        if isinstance(held, Figure):
            return self._figure(held, value.evidence[0].quote if value.evidence else "")
        if isinstance(held, Source):
            return self._source(held)
        text = str(held)
        if field == "title":
            title = bracketed(self.entry.title)
            return html(
                '<span lang="{}" dir="{}">{}</span>', inert(self.entry.language.value), self.frame.title_direction(self.entry), title
            )
        if field in ("date", "published"):
            return self._date(text)
        return self._event(text, value.rule) if field == "event" else self._linked(field, text)

    def _date(self, value: str) -> Markup:
        """A date in words; an EDTF string that HTML does not know stands beside it as it is."""
        shown = self.frame.time(value)
        if not any(sign in value for sign in "X/?~%") and len(value) == 10:
            return shown
        return html('{} <bdi class="quiet" dir="ltr">{}</bdi>', shown, inert(value))

    def _event(self, event: str, rule: str) -> Markup:
        """The kind with its sign and the CAMEO code of the variant that was found."""
        kind = self.frame.curated.events.get(event)
        code = kind.code(rule) if kind else None
        cameo = html(' <bdi class="quiet" dir="ltr">CAMEO {}</bdi>', code) if code else ""
        return html('<span class="{}"></span>{}{}', self.frame.sign(event), self.frame.event(event), cameo)

    def _linked(self, field: str, text: str) -> Markup:
        """A country, organisation, topic or language."""
        frame = self.frame
        if field == "topics":
            return self._link(f"topics/{text}/", frame.topic(text))
        if field == "language":
            code = html(' <bdi class="quiet" dir="ltr">{}</bdi>', text)
            return self._link(f"languages/{text.lower()}/", frame.tongue(text)) + code
        folder = "countries" if frame.is_country(text) else "organisations"
        return self._link(f"{folder}/{text.lower()}/", frame.party(text))

    def _link(self, tail: str, label: str) -> Markup:
        return html('<a href="{}">{}</a>', relative(self.here, f"{self.frame.language}/{tail}"), label)

    def _person(self, person: PersonInText) -> Markup:
        name = self.frame.person(person, self.entry.language.value)
        shown = self._link(f"people/{person.id}/", name) if person.id else name
        if person.role is None:
            return shown
        office = self.frame.office(person.role)
        state = self.frame.party(person.state) if person.state else None
        told = html("{} ({})", office, state) if state else Markup.escape(office)
        return html('{} <span class="quiet">{}</span>', shown, told)

    def _figure(self, figure: Figure, told: str) -> Markup:
        """The number as the text tells it, or in the card's own language; then the words around it."""
        language = self.entry.language.value
        own = told and language.split("-")[0] == self.frame.language
        shown = html("<bdi>{}</bdi>", inert(told if own else amount(figure.value, figure.unit, self.frame.language)))
        when = html(' <span class="quiet">{}</span>', self.frame.date(figure.when)) if figure.when else ""
        if figure.what == told:
            return shown + when
        what = html('<q class="quiet" lang="{}" dir="{}">{}</q>', inert(language), direction_of(figure.what, language), inert(figure.what))
        return html("{}{} {}", shown, when, what)

    def _source(self, source: Source) -> Markup:
        shown = self.frame.foreign((source.name, self.entry.language.value))
        if source.url is None or not source.url.lower().startswith(("http://", "https://")):
            return shown
        return html('<a href="{}" rel="external noopener noreferrer">{}</a>', inert(source.url), shown)

    def _added(self, field: str) -> Markup | None:
        """What only a person can state, and what is doubted of the record as a whole."""
        entry = self.entry
        if field == "rights":
            return Markup.escape(self._(RIGHTS[entry.rights]))
        if field == "references":
            return self._joined(map(self._source, entry.references), "; ") if entry.references else None
        if field == "doubts":
            held = any(self.reasons.field_of(doubt) == "doubts" for doubt in entry.doubts)
            return html('<span class="note">{}</span>', self._("Of the record as a whole")) if held else None
        text = getattr(entry, field)
        return html('<bdi lang="{}">{}</bdi>', inert(entry.language.value), inert(text)) if text else None
