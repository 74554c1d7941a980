"""Titles that the archive devises for texts that have none, as archivists do (DACS 2.3)."""

from __future__ import annotations

from generator.render.labels import event_label
from generator.text.locale import Authority, autonym, country_name, has_catalogue, join_list, organisation_name, translator
from generator.text.territory import alpha2


def devised_title(parties: tuple[str, ...], event: str | None, language: str, authority: Authority | None = None) -> str:
    """`Kazakhstan and Morocco: consultations` in the record's language, without the brackets it is shown in.

    The words come from the catalogue of `language`; where the interface does not speak it, the names
    alone, which CLDR has. Without parties the kind of event, else "text without a title", or
    the language's name in itself.
    `authority` names organisations, which are acronyms without it.
    """
    gettext = translator(language).gettext
    names = join_list([_party(party, language, authority) for party in parties], language)
    known = event is not None and has_catalogue(language)
    label = event_label(event or "", gettext) if known else ""
    if names and label:
        return gettext("%(parties)s: %(event)s") % {"parties": names, "event": label[:1].lower() + label[1:]}
    return names or label or (gettext("text without a title") if has_catalogue(language) else autonym(language))


def _party(party: str, language: str, authority: Authority | None) -> str:
    if authority is not None and party in authority.organisations:
        return organisation_name(party, language, authority)[0]
    if alpha2(party) is None and not (authority and party in authority.countries):
        return party
    return country_name(party, language, authority)[0]
