"""The line under each value of the card that says why: who stated it, or the words and the rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.doubts import CODES, N_
from generator.errors import Doubt
from generator.model import SURE, Entry, Found
from generator.render.evidence import FIELDS as MARKED
from generator.render.evidence import Marks, shown_evidence, values_of
from generator.render.figures import contradiction, told_amount
from generator.render.frame import Frame, inert, relative
from generator.render.html import html
from generator.render.labels import FIELDS as LABELS
from generator.render.rules import rule_words
from generator.text.edtf import parse

DOUBTFUL_BELOW = SURE
"""The confidence under which a value is drawn as uncertain."""
_WORDED = frozenset({"date", "published", "parties", "event"})
"""Facts whose former value is told in words; the others stand as they were written."""
QUOTES = 4
"""How many quotations a field shows; the line tells how many more places there are."""


class Reasons:
    """Writes the reasons of one record's values in one language."""

    def __init__(self, frame: Frame, entry: Entry, marks: Marks) -> None:
        self.frame = frame
        self.entry = entry
        self.marks = marks
        self._ = frame.gettext

    def why(self, field: str) -> Iterator[Markup]:
        """The lines under a field: on what its values rest, and what is doubted."""
        values = values_of(self.entry, field) if field in (*MARKED, "title", "language") else ()
        stated = [value for value in values if value.basis == "stated"]
        if stated:
            yield self._stated(field, stated)
        inferred = [value for value in values if value.basis == "inferred"]
        if inferred:
            yield self._inferred(field, inferred)
        if any(value.basis == "devised" for value in values):
            devised = self._basis("devised", self._("Devised"))
            yield self._line(N_("%(devised)s by the archive: the text has no title of its own"), devised=devised)
        yield from self._corrections(field)
        yield from self._doubts(field, values)

    def _corrections(self, field: str) -> Iterator[Markup]:
        """What stood here before a person corrected it, the latest first."""
        for each in reversed(self.entry.corrections):
            if each.key == field:
                was = self._worded("value", each.was) if field in _WORDED else each.was
                shown = html("<bdi>{}</bdi>", inert(was))
                message = N_("Corrected on %(day)s; before it was %(was)s") if each.on else N_("Corrected; before it was %(was)s")
                yield self._line(message, was=shown, **({"day": self.frame.time(each.on)} if each.on else {}))

    def _line(self, message: str, **parts: object) -> Markup:
        """A message with pieces of HTML filled in."""
        return Markup.escape(self._(message)) % parts

    def _basis(self, basis: str, word: str) -> Markup:
        return html('<span class="basis {}">{}</span>', basis, word)

    def _stated(self, field: str, values: list[Found[object]]) -> Markup:
        stated, words = self._basis("stated", self._("Stated")), self._quotes(field, values)
        if words and field != "title":
            return self._line(N_("%(stated)s by the contributor; the text agrees: %(words)s"), stated=stated, words=words)
        return self._line(N_("%(stated)s by the contributor"), stated=stated)

    def _inferred(self, field: str, values: list[Found[object]]) -> Markup:
        if field == "language":
            inferred, confidence = self._basis("inferred", self._("Inferred")), f"{values[0].confidence:.2f}"
            return self._line(N_("%(inferred)s from the whole text, confidence %(confidence)s"), inferred=inferred, confidence=confidence)
        told = self._rules(field, values)
        if field == "title":
            return self._line(N_("%(inferred)s from a line of the text"), inferred=self._basis("inferred", self._("Inferred"))) + told
        inferred = self._basis("inferred", self._("Inferred from"))
        return self._line(N_("%(inferred)s %(words)s"), inferred=inferred, words=self._quotes(field, values)) + told

    def _rules(self, field: str, values: Iterable[Found[object]]) -> Markup:
        """What the rules saw, in brackets; nothing where no rule has words."""
        told = (rule_words(field, value.rule, self._) for value in values)
        words = list(dict.fromkeys(each for each in told if each))
        return html(" ({})", self._("; ").join(words)) if words else Markup("")

    def _quotes(self, field: str, values: Iterable[Found[object]]) -> Markup:
        """The words, each with the number that leads to them, and how many more places there are."""
        evidence = [each for value in values for each in shown_evidence(value, field)]
        more = sum(len(value.evidence) for value in values) - min(len(evidence), QUOTES)
        quotes = [self._quote(field, each.quote, (each.start, each.end)) for each in evidence[:QUOTES]]
        shown = Markup.escape(self._(", ")).join(quotes)
        if more > 0 and quotes:
            shown += " " + self.frame.ngettext("and %(count)s more place", "and %(count)s more places", more)
        return shown

    def _quote(self, field: str, quote: str, span: tuple[int, int]) -> Markup:
        entry = self.entry
        told = Markup("")
        if entry.language.value != self.frame.language:
            told = html(' lang="{}" dir="{}"', inert(entry.language.value), entry.direction)
        shown = html("<q{}>{}</q>", told, inert(quote))
        number = self.marks.numbers.get((span, field))
        if number is None:
            return shown
        label = self._("evidence %(number)s", number=number)
        return html('{} <a class="ref" data-n="{}" href="#e{}" aria-label="{}"></a>', shown, number, number, label)

    def _doubts(self, field: str, values: Iterable[Found[object]]) -> Iterator[Markup]:
        told = [self._told(doubt) for doubt in self.entry.doubts if self.field_of(doubt) == field and not self._is_corrected(doubt)]
        if field == "date" and not told:
            yield from (self._uncertain(reason) for reason in self._date_doubts())
        weak = [value for value in values if value.basis == "inferred" and value.confidence < DOUBTFUL_BELOW]
        if weak and field != "language":
            lowest = f"{min(value.confidence for value in weak):.2f}"
            yield self._uncertain(self._("few signs speak for it, confidence %(confidence)s", confidence=lowest))
        if field == "figures":
            yield from (self._uncertain(reason) for reason in self._contradictions())
        yield from told

    def _contradictions(self) -> Iterator[Markup]:
        """The figures for which another text on the event tells others, with the way to it."""
        frame, entry = self.frame, self.entry
        for found in entry.figures:
            other = contradiction(frame.archive, entry, found.value)
            if other:
                way = relative(f"records/{entry.slug}/", f"{frame.record_path(other[0]).partition('#')[0]}#f-figures")
                theirs = html('<a href="{}">{}</a>', way, told_amount(frame, other[1], other[0].language.value))
                own = told_amount(frame, found.value, entry.language.value)
                yield self._line(N_("%(own)s here, %(theirs)s in another text on this event"), own=own, theirs=theirs)

    def _date_doubts(self) -> Iterator[str]:
        if self.entry.date is None:
            if self.entry.published is not None:
                yield self._("no day in the text; the day of publication is not taken for it")
            return
        date = parse(self.entry.date.value)
        if date is not None and date.earliest is None and date.latest is None:
            yield self._("the year is not in the text")

    def _uncertain(self, reason: str | Markup) -> Markup:
        return html('<span class="dq">{}</span> {}', self._("Uncertain:"), reason)

    def _told(self, doubt: Doubt) -> Markup:
        """A doubt under its field; where a person overruled the text and the day is known, that it was corrected then."""
        if doubt.code != "D431" or not self.entry.changed:
            return self._uncertain(self.doubt(doubt))
        was, day = self._worded("found", doubt.values["found"]), self.frame.time(self.entry.changed)
        return self._line(N_("Corrected on %(day)s; the text was read as %(was)s"), day=day, was=html("<bdi>{}</bdi>", inert(was)))

    def _is_corrected(self, doubt: Doubt) -> bool:
        """Whether the card tells already, as a correction, that the text was read otherwise."""
        told = {(each.key, each.was) for each in self.entry.corrections}
        return doubt.code == "D431" and (doubt.values["key"], doubt.values["found"]) in told

    def field_of(self, doubt: Doubt) -> str | None:
        """The field of the card that a doubt speaks of; `None` for those that are no reader's business (of the file)."""
        entry, values = self.entry, doubt.values
        if doubt.code[:2] not in ("D3", "D4"):
            return None
        if values.get("key") in LABELS:
            return values["key"]
        if "party" in values or values.get("taken") in {party.value for party in entry.parties}:
            return "parties"
        for field in ("date", "published"):
            found = getattr(entry, field)
            if found is not None and found.value == values.get("value"):
                return field
        return "doubts"

    def doubt(self, doubt: Doubt) -> Markup:
        """A doubt in the words of the frame's language; by its code where nobody has worded that."""
        message = CODES.get(doubt.code)
        if message is None:
            return inert(doubt.code)
        return inert(self._(message) % {key: self._worded(key, value) for key, value in doubt.values.items()})

    def _worded(self, key: str, value: str) -> str:
        """A value of a doubt in words: names for ids, dates for EDTF, the label for a field."""
        frame = self.frame
        if key == "key":
            return self._(LABELS[value]) if value in LABELS else value
        if key == "name":
            return value
        parts = [
            frame.party_plain(part) if part in frame.curated.countries or part in frame.curated.organisations
            else frame.event(part) if part in frame.curated.events
            else frame.date(part)
            for part in value.split(", ")
        ]  # fmt: skip
        return self._(", ").join(parts)
