"""One interface language's view of the archive: its words, names and addresses, ready for templates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from gettext import NullTranslations

from markupsafe import Markup

from generator.curated import Curated
from generator.model import Archive, Direction, Entry, Found, PersonInText, Settings
from generator.render.coins import coins
from generator.render.html import html
from generator.render.labels import event_label, event_sign, office_label, topic_label
from generator.render.words import FRAME
from generator.text.bidi import direction_of, language_direction
from generator.text.edtf import html_datetime
from generator.text.escape import attribute, safe_text
from generator.text.headings import is_country
from generator.text.locale import (
    country_name,
    format_date,
    has_catalogue,
    language_name,
    number,
    organisation_name,
    person_name,
    sort_key,
    translator,
)
from generator.text.standing import standing


@lru_cache(maxsize=16384)
def inert(text: str) -> Markup:
    """Text of a seed or of the curated data as HTML that nothing reads as markup; one line."""
    return Markup(attribute(safe_text(text)))


@lru_cache(maxsize=65536)
def relative(here: str, there: str) -> str:
    """The way from one address to another, both from the site's root with a slash at the end; fragments stay."""
    path, mark, fragment = there.partition("#")
    if path == here and mark:
        return f"#{fragment}"
    way = file_way(here, path)
    return f"{'./' if way == '.' else way + '/'}{mark}{fragment}"


def file_way(here: str, path: str) -> str:
    """The way from the page at `here` to a file, both from the site's root (as `posixpath.relpath`, which asks the system)."""
    start, end = list(filter(None, here.split("/"))), list(filter(None, path.split("/")))
    shared = next((place for place, (one, other) in enumerate(zip(start, end, strict=False)) if one != other), min(len(start), len(end)))
    return "/".join([".."] * (len(start) - shared) + end[shared:]) or "."


@dataclass(frozen=True)
class Frame:
    """An interface language with the archive and the tables behind it."""

    language: str
    archive: Archive
    settings: Settings
    curated: Curated

    @cached_property
    def words(self) -> NullTranslations:
        """The catalogue."""
        return translator(self.language)

    @cached_property
    def direction(self) -> Direction:
        """The direction of the frame."""
        return language_direction(self.language)

    def gettext(self, message: str, **values: object) -> str:
        """A message in the frame's language, filled in."""
        shown = self.words.gettext(message)
        return shown % values if values else shown

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """A message in the plural form of `count`, which it may show as `%(count)s`."""
        return self.words.ngettext(one, many, count) % {"count": number(count, self.language), **values}

    def word(self, key: str) -> str:
        """A word of the frame, by its key in `words.FRAME`."""
        return self.words.gettext(FRAME[key])

    def records(self, count: int) -> str:
        """`81 records`."""
        return self.ngettext("%(count)s record", "%(count)s records", count)

    # --- addresses ---

    def address(self, path: str) -> str | None:
        """The permanent address of a page; `None` where the site has none."""
        return f"{self.settings.site_url.rstrip('/')}/{path}" if self.settings.site_url else None

    def way(self, here: str, path: str) -> str:
        """The way from one page to another."""
        return relative(here, path)

    # --- names ---

    def foreign(self, name: tuple[str, str]) -> Markup:
        """A name, in an isolate that tells its language where that is not the frame's."""
        text, language = name
        if language == self.language:
            return inert(text)
        told = html(' lang="{}"', inert(language)) if language != "und" else ""
        return html('<bdi{} dir="{}">{}</bdi>', told, direction_of(text, language), inert(text))

    def is_country(self, party: str) -> bool:
        """Whether an id is a country's."""
        return is_country(party, self.curated)

    def party_plain(self, party: str) -> str:
        """The name of a country or organisation as plain text."""
        return self._party(party)[0]

    def party(self, party: str) -> Markup:
        """The name of a country or organisation."""
        return self.foreign(self._party(party))

    def _party(self, party: str) -> tuple[str, str]:
        named = country_name if self.is_country(party) else organisation_name
        return named(party, self.language, self.curated)

    def pair_plain(self, pair: str) -> str:
        """`France – Kazakhstan`, the sides in the language's own order."""
        return " – ".join(self.party_plain(party) for party in self.sides(pair))

    def sides(self, pair: str) -> list[str]:
        """The two ids of a pair in the order of their names."""
        return sorted(pair.split("-"), key=lambda party: sort_key(self.language)(self.party_plain(party)))

    def person_plain(self, person: str) -> str:
        """The name of a person of the authority file as plain text."""
        return person_name(person, self.language, self.curated)[0]

    def person(self, person: PersonInText, written_in: str) -> Markup:
        """A person's name: the authority's, else as the text (in the language `written_in`) writes it."""
        if person.id:
            return self.foreign(person_name(person.id, self.language, self.curated, person.name))
        return self.foreign((person.name, written_in))

    def office(self, role: str) -> str:
        """The name of an office."""
        return office_label(role, self.words.gettext)

    def topic(self, topic: str) -> str:
        """The name of a topic."""
        return topic_label(topic, self.words.gettext)

    def tongue(self, code: str) -> str:
        """The name of a language as it stands in a sentence."""
        return language_name(code, self.language)

    def event(self, event: str) -> str:
        """The name of a kind of event."""
        return event_label(event, self.words.gettext)

    def sign(self, event: str) -> str:
        """The class names of a kind of event."""
        return event_sign(event)

    def source(self, key: str) -> Markup:
        """The name of a source: as the first of its records has it."""
        return self.foreign(self.archive.source_names[key])

    # --- dates ---

    def date(self, value: str, known: str = "") -> str:
        """An EDTF date in words."""
        return format_date(value, self.language, known=known)

    def time(self, value: str, known: str = "", note: str = "") -> Markup:
        """An EDTF date in its element: `<time datetime>` where HTML knows the value, else `<span data-edtf>`.

        A `time` element without a `datetime` would have to hold a machine's date as its text. `note`
        is put behind the date, inside the element.
        """
        machine = html_datetime(value)
        shown = inert(self.date(value, known)) + (html(' <span class="pub">{}</span>', note) if note else "")
        if machine:
            return html('<time datetime="{}">{}</time>', machine, shown)
        return html('<span class="time" data-edtf="{}">{}</span>', inert(value), shown)

    def when(self, entry: Entry, known: str = "") -> Markup:
        """The date that a record stands by; where that is the day of publication, it says so."""
        stands = standing(entry)
        if stands.value is None:
            return html('<span class="time">{}</span>', self.gettext("undated"))
        return self.time(stands.value, known, self.gettext("(published)") if stands.published else "")

    # --- records ---

    def title_direction(self, entry: Entry) -> Direction:
        """The direction in which a title reads."""
        return direction_of(entry.title.value, entry.language.value)

    def line(self, entry: Entry, known: str, here: str) -> Markup:
        """A record as a line of a list on the page at `here`; all but its link is made once."""
        parts = self._lines.get((entry.id, known))
        if parts is None:
            parts = self._lines[(entry.id, known)] = self._line(entry, known)
        return Markup("").join((parts[0], relative(here, self.record_path(entry)), parts[1]))

    @cached_property
    def _lines(self) -> dict[tuple[str, str], tuple[Markup, Markup]]:
        return {}

    def _line(self, entry: Entry, known: str) -> tuple[Markup, Markup]:
        """What stands before and after the address of a record's line."""
        language, event = entry.language.value, Markup("")
        if entry.event:
            event = html('<span class="{}">{}</span>', self.sign(entry.event.value), self.event(entry.event.value))
        after = html(
            '" lang="{}" dir="{}">{}</a>{}<span class="tag">{}</span>{}</li>',
            inert(language),
            self.title_direction(entry),
            bracketed(entry.title),
            event,
            self.tongue(language),
            coins(entry, self.address(f"records/{entry.slug}/")),
        )
        return html('<li>{}<a class="t" href="', self.when(entry, known)), after

    def record_path(self, entry: Entry) -> str:
        """A record's address, at the reader's own card where the page's frame is in another language."""
        path = f"records/{entry.slug}/"
        return path if frame_language(entry, self.settings) == self.language else f"{path}#card-{self.language}"


def bracketed(title: Found[str]) -> Markup:
    """A title as HTML text, in brackets where the archive devised it."""
    shown = inert(title.value)
    return html("[{}]", shown) if title.basis == "devised" else shown


def frame_language(entry: Entry, settings: Settings) -> str:
    """The interface language around a record: its own where that has a catalogue, else the default one."""
    for code in (entry.language.value, entry.language.value.split("-")[0]):
        if code in settings.languages and has_catalogue(code):
            return code
    return settings.default_language
