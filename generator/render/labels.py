"""The archive's own vocabulary as it is shown: events, topics, offices, fields of the card."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.curated import Curated
from generator.doubts import N_
from generator.text.locale import country_name, language_name, organisation_name, person_name, translator

EVENTS: Mapping[str, str] = {
    "phone-call": N_("Phone call"),
    "visit": N_("Visit"),
    "meeting": N_("Meeting"),
    "consultations": N_("Consultations"),
    "negotiation": N_("Negotiation"),
    "agreement": N_("Agreement"),
    "statement": N_("Statement"),
    "aid": N_("Aid"),
    "trade": N_("Trade"),
    "sanction-or-protest": N_("Sanction or protest"),
    "conference": N_("Conference"),
    "appointment": N_("Appointment"),
    "commemoration": N_("Commemoration"),
    "other": N_("Other event"),
}

_SIGNS = {"phone-call": "call", "consultations": "consult"}

TOPICS: Mapping[str, str] = {
    "01": N_("Political and legal questions"),
    "02": N_("Economic development and development finance"),
    "03": N_("Natural resources and the environment"),
    "04": N_("Agriculture, forestry and fishing"),
    "05": N_("Industry"),
    "06": N_("Transport and communications"),
    "07": N_("International trade"),
    "08": N_("Population"),
    "09": N_("Human settlements"),
    "10": N_("Health"),
    "11": N_("Education"),
    "12": N_("Employment"),
    "13": N_("Humanitarian aid and relief"),
    "14": N_("Social conditions and equity"),
    "15": N_("Culture"),
    "16": N_("Science and technology"),
    "17": N_("Geographical descriptors"),
    "18": N_("Organizational questions"),
}
"""The UNBIS domains; the Arabic and French names in the catalogues are those of the United Nations."""

OFFICES: Mapping[str, str] = {
    "president": N_("President"),
    "vice-president": N_("Vice-President"),
    "monarch": N_("Monarch"),
    "king": N_("King"),
    "emir": N_("Emir"),
    "sultan": N_("Sultan"),
    "crown-prince": N_("Crown Prince"),
    "supreme-leader": N_("Supreme Leader"),
    "head-of-state": N_("Head of State"),
    "head-of-government": N_("Head of Government"),
    "prime-minister": N_("Prime Minister"),
    "chancellor": N_("Chancellor"),
    "foreign-minister": N_("Foreign minister"),
    "minister": N_("Minister"),
    "secretary-general": N_("Secretary-General"),
    "commission-president": N_("President of the Commission"),
    "council-president": N_("President of the Council"),
    "chair": N_("Chair"),
    "speaker": N_("Speaker of parliament"),
    "ambassador": N_("Ambassador"),
    "chairperson": N_("Chairperson"),
    "high-representative": N_("High Representative"),
    "director-general": N_("Director-General"),
}

FIELDS: Mapping[str, str] = {
    "title": N_("Title"),
    "date": N_("Date"),
    "published": N_("Published"),
    "parties": N_("Parties"),
    "event": N_("Event"),
    "people": N_("People"),
    "topics": N_("Topics"),
    "figures": N_("Figures"),
    "mentions": N_("Also mentioned"),
    "organisations": N_("Organisations"),
    "source": N_("Source"),
    "references": N_("References"),
    "language": N_("Language"),
    "rights": N_("Rights"),
    "note": N_("Note"),
    "translator": N_("Translator"),
    "contributor": N_("Contributor"),
    "doubts": N_("Doubts"),
}
"""The fields of the catalogue card in their order, by `data-field`."""

RIGHTS: Mapping[str, str] = {
    "open": N_("Open: may be read and reused"),
    "permission": N_("Published with permission"),
    "citation-only": N_("Citation only: the text itself is not published here"),
}

Translate = Callable[[str], str]
_NAMED = {"c": country_name, "o": organisation_name, "p": person_name}


def event_label(event: str, gettext: Translate) -> str:
    """The name of a kind of event; an unknown one by its id."""
    return gettext(EVENTS[event]) if event in EVENTS else event


def value_name(key: str, language: str, curated: Curated) -> str:
    """The name of a value by its kind and id, in an interface language: `c:KAZ`, `o:EU`, `p:…`, `l:fr`, `e:visit`, `t:03`."""
    kind, _, value = key.partition(":")
    if kind in _NAMED:
        return _NAMED[kind](value, language, curated)[0]
    if kind == "l":
        return language_name(value, language)
    return (event_label if kind == "e" else topic_label)(value, translator(language).gettext)


def event_sign(event: str) -> str:
    """The class names that draw the sign of a kind of event: `k k-visit`."""
    return f"k k-{_SIGNS.get(event, event)}"


def topic_label(topic: str, gettext: Translate) -> str:
    """The name of a topic; an unknown one by its number."""
    return gettext(TOPICS[topic]) if topic in TOPICS else topic


def office_label(role: str, gettext: Translate) -> str:
    """The name of an office; an unknown one in the words of its key."""
    return gettext(OFFICES[role]) if role in OFFICES else role.replace("-", " ")
