"""The record of a seed, fact by fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from generator.curated import Curated
from generator.errors import Doubt
from generator.model import CleanText, Draft, Entry, Figure, Found, PersonInText, Record, Rights, Seed, Source, Stated
from generator.resolve.people import people_of, stated_people
from generator.resolve.readings import decide
from generator.resolve.stated import contradiction, either, state
from generator.resolve.values import Weighed, mentioned, organisations, parties_doubts, parties_found, quote
from generator.text.bidi import direction_of
from generator.text.escape import safe_text
from generator.text.slug import slug

Devise = Callable[[tuple[str, ...], str | None, str], str]
_DEVISED = 0.5
_DAY_DOUBTS = frozenset({"D400", "D401", "D402", "D403"})


def resolve(
    seed: Seed, clean: CleanText, draft: Draft, curated: Curated, settings_rights: Rights = "open", devise: Devise | None = None
) -> Record:
    """Lay what was stated over what was inferred, decide the sides, say what is doubtful.

    `devise` words a title from parties, event and language; without it the parties' names are joined.
    """
    stated = seed.stated
    weighed = Weighed.of(decide(draft.mentions), curated)
    language, language_doubts = _language(seed, draft)
    parties = _parties(seed, weighed, curated)
    ids = tuple(each.value for each in parties)
    date, date_doubts = either(seed, "date", stated.date, draft.date)
    published, published_doubts = either(seed, "published", stated.published, draft.published)
    event, event_doubts = either(seed, "event", stated.event if stated.event in curated.events else None, draft.event)
    settling = (*language_doubts, *date_doubts, *published_doubts, *event_doubts)
    doubts = (*seed.doubts, *_open_doubts(draft, stated.date), *settling, *parties_doubts(seed, parties, weighed))
    stands = date or published
    rights = stated.rights or settings_rights
    entry = Entry(
        id=seed.id,
        path=seed.path,
        slug=slug(seed.id),
        direction=direction_of(_body(clean), language.value),
        language=language,
        title=_title(seed, draft, ids, event, language.value, devise or names_joined),
        date=date,
        published=published,
        parties=parties,
        mentions=mentioned(weighed, frozenset(ids), curated, seed.text),
        organisations=_with_stated(stated.organisations, organisations(weighed, curated, seed.text), curated.organisations),
        event=event,
        topics=_with_stated(stated.topics, draft.topics, curated.topics),
        people=_people(seed, draft, curated, frozenset(ids), stands.value if stands else None, language.value),
        figures=draft.figures if rights != "citation-only" else tuple(map(_quoted, draft.figures)),
        source=state(_plain(stated.source)) if stated.source else draft.source,
        rights=rights,
        doubts=doubts,
    )
    return Record(entry=_with_notes(entry, stated), text=seed.text, body=clean.blocks, removed=clean.removed)


def _with_notes(entry: Entry, stated: Stated) -> Entry:
    """The entry with what only a person can say."""
    return replace(
        entry,
        note=_harmless(stated.note),
        references=tuple(map(_plain, stated.references)),
        translator=_harmless(stated.translator),
        contributor=_harmless(stated.contributor),
        aliases=stated.aliases,
        same_event=stated.same_event,
        corrections=tuple(replace(each, was=safe_text(each.was)) for each in stated.corrected),
        added=stated.added,
        changed=stated.changed,
    )


def _open_doubts(draft: Draft, stated_date: str | None) -> tuple[Doubt, ...]:
    """The doubts of extraction, without those on the day of the event where a person stated it."""
    return tuple(doubt for doubt in draft.doubts if stated_date is None or doubt.code not in _DAY_DOUBTS)


def names_joined(parties: tuple[str, ...], event: str | None, language: str) -> str:
    """The parties' CLDR names, or the ids where CLDR has none; the event's id where there is no party."""
    try:
        territories = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        territories = Locale("en").territories
    aliases = get_global("territory_aliases")
    names = [str(territories.get(aliases.get(each, [each])[0], each)) for each in parties]
    return " – ".join(names) or event or "?"


def _quoted(figure: Found[Figure]) -> Found[Figure]:
    """The figure without the words around it: of a text that may only be cited, no more than the evidence is told."""
    return replace(figure, value=replace(figure.value, what=figure.evidence[0].quote if figure.evidence else ""))


def _plain(source: Source) -> Source:
    return replace(source, name=safe_text(source.name))


def _harmless(text: str | None) -> str | None:
    """Stated words without what could turn a page round (design section 10)."""
    return None if text is None else safe_text(text)


def _body(clean: CleanText) -> str:
    return "\n".join(clean.text[start:end] for block in clean.blocks for start, end in block.all_spans())


def _language(seed: Seed, draft: Draft) -> tuple[Found[str], tuple[Doubt, ...]]:
    found = draft.language
    inferred = Found(value=found.code, basis="inferred", rule="pycld2", confidence=found.confidence)
    stated = seed.stated.language
    if stated is None:
        return inferred, ()
    if stated.split("-")[0] == found.code.split("-")[0]:
        return state(stated), ()
    return state(stated), (contradiction(seed, "language", stated, found.code, ()),)


def _parties(seed: Seed, weighed: Weighed, curated: Curated) -> tuple[Found[str], ...]:
    """The stated sides with the words that agree, else the sides found."""
    stated = tuple(each for each in seed.stated.parties if each in curated.countries or each in curated.organisations)
    if stated:
        return tuple(state(each, quote(weighed.readings_of(each), seed.text)) for each in stated)
    return parties_found(weighed, seed.text)


def _title(seed: Seed, draft: Draft, parties: tuple[str, ...], event: Found[str] | None, language: str, devise: Devise) -> Found[str]:
    if seed.stated.title is not None:
        agrees = draft.title is not None and draft.title.value == seed.stated.title
        return state(safe_text(seed.stated.title), draft.title.evidence if agrees and draft.title else ())
    if draft.title is not None:
        return replace(draft.title, value=safe_text(draft.title.value))
    value = devise(parties, event.value if event else None, language)
    return Found(value=value, basis="devised", rule="devised", confidence=_DEVISED)


def _with_stated(stated: Iterable[str], found: tuple[Found[str], ...], vocabulary: Mapping[str, object]) -> tuple[Found[str], ...]:
    """What a person stated, with the evidence found for it, then what was found besides."""
    evidence = {each.value: each.evidence for each in found}
    first = tuple(state(each, evidence.get(each, ())) for each in stated if each in vocabulary)
    return (*first, *(each for each in found if each.value not in {known.value for known in first}))


def _people(
    seed: Seed, draft: Draft, curated: Curated, sides: frozenset[str], day: str | None, language: str
) -> tuple[Found[PersonInText], ...]:
    known = tuple(each for each in seed.stated.people if each in curated.people)
    stated = tuple(stated_people(known, curated.people, day, language))
    found = people_of(draft, curated.people, sides, day, seed.text)
    return (*stated, *(each for each in found if each.value.id not in known))
