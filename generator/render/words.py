"""The words of the frame that the theme draws around every page: key → English message.

Each home page carries them, translated, as `words` in its front matter, with `autonym` (the language's name in
itself, capitalised, from CLDR) beside them for the language switch. A key added here reaches the
theme as `frame.w("key")`; a message added here must be added to the catalogues in `generator/locale`.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.doubts import N_

FRAME: Mapping[str, str] = {
    "topic": N_("An archive of bilateral relations"),
    "skip": N_("Skip to content"),
    "search": N_("Search"),
    "search_label": N_("Search in every language"),
    "search_found": N_("Records found:"),
    "search_none": N_("No record has these words. Try fewer words, or one name alone; every record is also in these lists:"),
    "search_some": N_("No record has all these words; these have some of them."),
    "search_instead": N_("Not found as written; searched instead for:"),
    "search_offered": N_("Did you mean:"),
    "search_newest": N_("The newest records:"),
    "search_filter": N_("Filter the results"),
    "search_more": N_("More results"),
    "search_choose": N_("Choose"),
    "search_apply": N_("Apply"),
    "search_sort": N_("Order"),
    "search_by_relevance": N_("Best first"),
    "search_by_date": N_("Newest first"),
    "search_undated": N_("undated"),
    "search_language": N_("Language"),
    "search_country": N_("Country"),
    "search_pair": N_("Relation"),
    "search_topic": N_("Topic"),
    "search_event": N_("Event"),
    "search_year": N_("Year"),
    "search_from": N_("From"),
    "search_to": N_("To"),
    "suggestions": N_("Suggestions:"),
    "search_failed": N_("The search index could not be read. The lists below lead to every record."),
    "interface_language": N_("Interface language"),
    "sections": N_("Sections"),
    "breadcrumb": N_("Breadcrumb"),
    "countries": N_("Countries"),
    "relations": N_("Relations"),
    "dates": N_("Dates"),
    "topics": N_("Topics"),
    "people": N_("People"),
    "organisations": N_("Organisations"),
    "languages": N_("Languages"),
    "sources": N_("Sources"),
    "records": N_("All records"),
    "about": N_("About"),
    "contribute": N_("Contribute"),
    "data": N_("Data"),
    "promise": N_("Every fact leads to the words it came from. What nobody found stays empty."),
    "missing_title": N_("There is no page at this address"),
    "missing_text": N_("Addresses in this archive do not change; this one may have been mistyped. Search, or start from the countries."),
    "moved": N_("This page has another address:"),
}

SECTIONS = ("countries", "relations", "dates", "topics", "people", "organisations", "languages")
"""The tabs, in their order."""

LINKS = ("about", "contribute", "records", "sources", "data", "search")
"""The links of the footer, in their order."""
