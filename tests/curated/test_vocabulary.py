"""What holds of the vocabularies and of the authority of bodies and persons, whatever is added to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.curated import DATA, load
from generator.curated.tree import Faults
from generator.curated.vocabulary import Term, read_events
from generator.text.fold import fold

CURATED = load()
EVENTS = {
    "visit", "meeting", "consultations", "negotiation", "agreement", "statement", "aid", "trade", "phone-call",
    "sanction-or-protest", "conference", "appointment", "commemoration", "other",
}  # fmt: skip
ROLES = set(
    re.findall(r"`([a-z-]+)`", "\n".join(line for line in (DATA / "people/README.md").read_text().splitlines() if line.startswith("| `")))
)
EDTF_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def test_event_kinds_are_those_of_the_design() -> None:
    assert set(CURATED.events) == EVENTS
    assert CURATED.events["visit"].cameo == "042"
    assert CURATED.events["visit"].code("event.visit.host") == "043"
    assert CURATED.events["other"].cameo is None


def test_topics_are_the_eighteen_domains() -> None:
    assert list(CURATED.topics) == [f"{number:02d}" for number in range(1, 19)]
    assert all({"ar", "en", "fr"} <= set(topic.labels) for topic in CURATED.topics.values())


@pytest.mark.parametrize("kind", [kind for kind in CURATED.events.values() if kind.id != "other"], ids=lambda kind: kind.id)
def test_each_kind_is_told_in_twenty_languages(kind) -> None:  # type: ignore[no-untyped-def]
    assert {
        "ar",
        "en",
        "fr",
        "ru",
        "es",
        "pt",
        "de",
        "it",
        "zh",
        "ja",
        "ko",
        "fa",
        "ur",
        "he",
        "tr",
        "uk",
        "kk",
        "ky",
        "uz",
        "az",
        "tg",
    } <= set(kind.terms)
    assert kind.examples


def _all_terms() -> Iterable[tuple[str, str, Term]]:
    for kind in CURATED.events.values():
        for terms in (kind.terms, *(variant.terms for variant in kind.variants.values())):
            yield from ((kind.id, code, term) for code, found in terms.items() for term in found)
    for topic in CURATED.topics.values():
        yield from ((topic.id, code, term) for code, found in topic.terms.items() for term in found)


def test_terms_have_words_and_weights() -> None:
    for where, code, term in _all_terms():
        assert len(term.pattern.strip("*")) >= 2, (where, code, term)
        assert 0 < term.weight <= (4.5 if where == "phone-call" else 3), (where, code, term)


def test_no_term_speaks_for_two_kinds() -> None:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for where, code, term in _all_terms():
        if where in CURATED.events:
            seen[code, fold(term.pattern)].add(where)
    twins = {key: kinds for key, kinds in seen.items() if len(kinds) > 1}
    assert len(twins) <= 3, twins  # a few words mean both; the first kind of the file has them


def test_a_weight_that_is_no_number_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "events.yml").write_text("visit:\n  terms:\n    en: {heavy: [visit]}\n", encoding="utf-8")
    faults = Faults(tmp_path)
    read_events(tmp_path / "events.yml", faults)
    assert len(faults.lines) == 1
    assert ":3: a weight must be a number" in faults.lines[0]


def test_organisations_have_one_name_each() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for organisation in CURATED.organisations.values():
        assert {"en"} & set(organisation.names) or organisation.id == "CPLP"
        for code, names in organisation.names.items():
            for name in names:
                owners[code, fold(name)].add(organisation.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}
    assert len(CURATED.organisations) >= 40


def test_people_are_complete() -> None:
    assert len(CURATED.people) >= 70
    for person in CURATED.people.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", person.id), person.id
        assert {"ar", "en", "ru"} <= set(person.names), person.id
        assert person.offices, person.id
        for office in person.offices:
            assert office.role in ROLES, (person.id, office.role)
            assert office.state in CURATED.organisations or re.fullmatch("[A-Z]{3}", office.state), person.id
            days = [day for day in (office.since, office.until) if day]
            assert all(EDTF_DAY.fullmatch(day) for day in days), person.id
            assert days == sorted(days), person.id


def test_full_names_of_people_are_unique() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person in CURATED.people.values():
        for code, names in person.names.items():
            for name in names:
                owners[code, fold(name)].add(person.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_no_body_has_the_code_of_a_state() -> None:
    tables = load()
    assert set(tables.organisations) & set(tables.countries) == set()
