"""Records: stated facts over inferred ones, evidence, doubts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curated import load
from generator.extract.names import find_mentions
from generator.model import Draft, Evidence, Found, Record, Seed, Source, Stated
from generator.resolve import resolve
from generator.resolve.people import office_at
from tests.extract.plain import language, plain

TEXT = "Chile and Norway open talks.\nThe Chilean president met the Norwegian prime minister in Geneva, at the UN. Peru watched."


def record(text: str = TEXT, stated: Stated | None = None, code: str = "en", **facts: object) -> Record:
    seed = Seed(id="x_1", path="seeds/x_1.txt", text=text, stated=stated or Stated())
    clean = plain(text)
    draft = Draft(
        language=language(code), title=None, date=None, published=None, source=None, event=None, topics=(), figures=(),
        mentions=find_mentions(clean, None, language(code), load()),
    )  # fmt: skip
    return resolve(seed, clean, replace(draft, **facts), load())


def test_parties_mentions_and_bodies() -> None:
    entry = record().entry
    assert [each.value for each in entry.parties] == ["CHL", "NOR"]
    assert {each.value for each in entry.mentions} == {"PER", "CHE"} or {each.value for each in entry.mentions} == {"PER"}
    assert [each.value for each in entry.organisations] == ["UN"]
    assert entry.slug == "x-1"
    assert entry.title.basis == "devised"
    assert entry.title.value == "Chile – Norway"


def test_a_stated_party_outranks_the_text_and_is_doubted_where_it_is_not_named() -> None:
    entry = record(stated=Stated(parties=("CHL", "SWE"))).entry
    assert [(each.value, each.basis, each.confidence) for each in entry.parties] == [("CHL", "stated", 1.0), ("SWE", "stated", 1.0)]
    assert entry.parties[0].evidence
    assert not entry.parties[1].evidence
    assert [doubt.code for doubt in entry.doubts] == ["D433"]
    assert "NOR" in {each.value for each in entry.mentions}


def test_stated_language_and_date_win_with_a_doubt() -> None:
    inferred = Found(value="2020-01-02", basis="inferred", rule="x", confidence=0.9, evidence=(Evidence(start=0, end=5, quote="Chile"),))
    entry = record(stated=Stated(language="es", date="2020-01-03"), date=inferred).entry
    assert entry.language.value == "es"
    assert entry.date is not None
    assert (entry.date.value, entry.date.basis) == ("2020-01-03", "stated")
    assert [doubt.code for doubt in entry.doubts] == ["D431", "D431"]
    assert entry.direction == "ltr"


def test_what_agrees_keeps_its_evidence() -> None:
    inferred = Found(value="visit", basis="inferred", rule="x", confidence=0.9, evidence=(Evidence(start=0, end=5, quote="Chile"),))
    entry = record(stated=Stated(event="visit"), event=inferred).entry
    assert entry.event is not None
    assert entry.event.basis == "stated" or "visit" not in load().events
    assert entry.doubts == ()


def test_source_rights_and_devising() -> None:
    seed = Seed(id="x", path="x", text="Nothing here.", stated=Stated(source=Source(name="A"), rights="permission"))
    draft = Draft(
        language=language("en"), title=None, date=None, published=None, source=None, event=None, topics=(), figures=(), mentions=()
    )  # fmt: skip
    entry = resolve(seed, plain(seed.text), draft, load(), "open", lambda parties, event, code: f"{parties} {event} {code}").entry
    assert entry.source is not None
    assert entry.source.value.name == "A"
    assert entry.rights == "permission"
    assert entry.title.value == "() None en"
    assert entry.parties == ()


def test_offices_by_day() -> None:
    person = load().people["macron-emmanuel"]
    assert office_at(person, "2020-05-05") is not None
    assert office_at(person, "1990-05-05") is None
    assert office_at(person, None) is not None


def test_people_with_office_and_without() -> None:
    entry = record("French President Emmanuel Macron met Minister Ana Silva in Chile. Chile and France agreed.").entry
    assert [(each.value.id, each.value.name) for each in entry.people] == [("macron-emmanuel", "Emmanuel Macron"), (None, "Ana Silva")]
    assert entry.people[0].value.state == "FRA"


@given(
    st.lists(
        st.sampled_from(
            ["France", "Kenya", "the", "and", "between", "President", "Macron", "in", "Paris", "EU", "dollars", ",", ".", "\n", "US"]
        ),
        max_size=30,
    )
)
@settings(max_examples=60, deadline=None)
def test_inferred_values_show_their_words(words: list[str]) -> None:
    text = " ".join(words) or "x"
    entry = record(text).entry
    for each in (*entry.parties, *entry.mentions, *entry.organisations, *entry.people):
        assert each.evidence
        assert 0 < each.confidence <= 1
        assert all(text[quote.start : quote.end] == quote.quote for quote in each.evidence)
