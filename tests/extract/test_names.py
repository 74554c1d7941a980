"""Names in texts: what is found and what is not, in the languages of the cases."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curated import load
from generator.extract.names import find_mentions, home_states
from tests.extract.plain import language, plain

CASES = yaml.load((Path(__file__).parent.parent / "cases/names/forms.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}: {case['text'][:40]}" for case in CASES])
def test_forms(case: dict[str, object]) -> None:
    title = 0 if case["language"] == "ko" else None
    mentions = find_mentions(plain(str(case["text"])), title, language(str(case["language"])), load())
    strong = [f"{each.surface} {each.candidates[0]}" for each in mentions if each.strong and each.entity != "person"]
    assert strong == case["found"]


@given(
    st.text(alphabet=st.sampled_from("Fr anceКитай中法美國 한미 فرنسا\u064bو'-.\n\u200c:"), max_size=80),
    st.sampled_from(["en", "ru", "zh", "ko", "ar"]),
)
@settings(max_examples=60, deadline=None)
def test_spans_hold(text: str, code: str) -> None:
    for each in find_mentions(plain(text), 0, language(code), load()):
        assert text[each.span[0] : each.span[1]] == each.surface
        assert each.surface.strip()


def test_ambiguous_names_keep_their_candidates() -> None:
    (mention,) = find_mentions(plain("وصل إلى عمان"), None, language("ar"), load())
    assert set(mention.candidates) == {"OMN", "JOR"}


def test_a_leader_speaks_for_a_state() -> None:
    mentions = find_mentions(plain("Emmanuel Macron spoke."), None, language("en"), load())
    assert [(each.entity, each.kind, each.candidates[0]) for each in mentions] == [
        ("person", "name", "macron-emmanuel"),
        ("country", "leader", "FRA"),
    ]


def test_an_unknown_official_keeps_the_name_as_written() -> None:
    text = "Le vice-ministre des Affaires étrangères du Kazakhstan, Alibek Bakaev, a parlé."
    people = [each for each in find_mentions(plain(text), None, language("fr"), load()) if each.entity == "person"]
    assert [(each.surface, each.candidates) for each in people] == [("Alibek Bakaev", ())]


def test_no_person_without_an_office() -> None:
    text = "Alibek Bakaev aime Les Grands Boulevards."
    assert not [each for each in find_mentions(plain(text), None, language("fr"), load()) if each.entity == "person"]


def test_home_of_an_outlet_by_its_whole_host() -> None:
    assert home_states("see qazinform.com.", load()) == ("KAZ",)
    assert home_states("see notqazinform.com", load()) == ()


def test_each_grammar_has_the_words_that_cues_need() -> None:
    grammars = {code: data.grammar for code, data in load().languages.items() if data.grammar.words}
    assert len(grammars) >= 40
    for code, grammar in grammars.items():
        assert grammar.words.get("and"), code
        assert grammar.words.get("between"), code
        assert grammar.words.get("relation"), code
        assert grammar.roles.get("president"), code
        assert grammar.roles.get("minister"), code
        assert grammar.state is None or grammar.state in load().countries, code


def test_forms_of_the_grammars_are_of_known_states() -> None:
    for code, data in load().languages.items():
        for table in data.grammar.forms.values():
            assert set(table) <= set(load().countries), code


def test_a_body_after_an_office_is_no_person() -> None:
    text = "El Secretario General de la Comunidad Andina llegó. El ministro Juan Pérez Soto habló."
    people = [each.surface for each in find_mentions(plain(text), None, language("es"), load()) if each.entity == "person"]
    assert people == ["Juan Pérez Soto"]


def test_our_state_is_weak_and_that_of_the_script() -> None:
    mentions = find_mentions(plain("我國外交部今天表示歡迎"), None, language("zh-Hant"), load())
    assert [(each.candidates, each.strong) for each in mentions if "TWN" in each.candidates] == [(("TWN",), False)] * 1
    assert not [
        each for each in find_mentions(plain("我国外交部今天表示欢迎"), None, language("zh-Hans"), load()) if "TWN" in each.candidates
    ]
