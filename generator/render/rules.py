"""What a rule saw, in words: beside the quoted words, the card tells why they were taken for the fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.doubts import N_

RULES: Mapping[str, Mapping[str, str]] = {
    "title": {
        "first-line": N_("the first line"),
        "first-line-retold": N_("the first line, which the text tells again"),
        "heading-after-introduction": N_("the heading after an introduction"),
    },
    "dates": {
        "lead-weekday": N_("a weekday, counted from the day of publication"),
        "lead-day-alone": N_("a day without a month, at the beginning"),
        "lead-month": N_("a month, at the beginning"),
        "lead-today": N_("“today”, counted from the day of publication"),
        "lead-yesterday": N_("“yesterday”, counted from the day of publication"),
        "lead-": N_("a date at the beginning"),
        "date-line": N_("a line that holds a date"),
        "dateline": N_("a dateline"),
        "byline": N_("a byline"),
        "address": N_("a date in the address of the page"),
        "current-month": N_("the month that the text calls current"),
    },
    "parties": {
        "title": N_("named in the title"),
        "between": N_("named as one of two sides"),
        "official": N_("its office-holders act"),
        "lead": N_("named at the beginning"),
        "posted": N_("an envoy is posted there"),
        "dealing": N_("others deal with it"),
        "named often": N_("named often"),
        "home-state": N_("the outlet’s own state"),
        "home-language": N_("the state of the text’s language"),
    },
    "names": {
        "name": N_("by its name"),
        "adjective": N_("by an adjective"),
        "inhabitant": N_("by its people"),
        "capital": N_("by its capital"),
        "seat": N_("by its seat of government"),
        "leader": N_("by its leader"),
        "short": N_("by an abbreviation"),
        "part": N_("by one of its parts"),
    },
    "event": {"event.": N_("words that tell such an event")},
    "topics": {"topic.": N_("words of these topics")},
    "people": {
        "people": N_("known to the authority file"),
        "office before name": N_("an office stands before the name"),
    },
    "figures": {
        "figure.money": N_("an amount of money"),
        "figure.percent": N_("a percentage"),
        "figure.": N_("a number with what it counts"),
    },
    "source": {
        "own-address": N_("the page’s own address"),
        "address-returned-to": N_("an address that the text returns to"),
        "feed-footer": N_("a line at the end of the page"),
        "dateline": N_("a dateline"),
        "source-line": N_("a line that names the source"),
    },
}
"""By group of fields, what each rule saw; a key that ends in `.` or `-` serves all rules that begin with it."""

_GROUPS = {"date": "dates", "published": "dates", "mentions": "names", "organisations": "names"}


def rule_words(field: str, rule: str, gettext: Callable[[str], str]) -> str | None:
    """What the rule saw, in the language of `gettext`; `None` for a rule that has no words."""
    words = RULES.get(_GROUPS.get(field, field), {})
    families = (key for key in words if key.endswith((".", "-")) and rule.startswith(key))
    key = rule if rule in words else next(families, None)
    return gettext(words[key]) if key else None
