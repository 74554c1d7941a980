"""What speaks for or against a name being a side."""

from __future__ import annotations

import pytest

from generator.curated import load
from generator.extract.names import find_mentions
from tests.extract.plain import language, plain


def cues(code: str, text: str, identifier: str, title: int | None = None) -> set[str]:
    mentions = find_mentions(plain(text), title, language(code), load())
    return {cue for each in mentions if each.candidates and each.candidates[0] == identifier for cue in each.cues}


@pytest.mark.parametrize(
    ("code", "text", "identifier", "cue"),
    [
        ("en", "relations between France and Kenya", "KEN", "between"),
        ("fr", "le dialogue entre la France et le Kenya", "FRA", "between"),
        ("ar", "العلاقات بين فرنسا وكينيا", "KEN", "between"),
        ("ar", "المشاورات الفرنسية الكينية", "KEN", "between"),
        ("ru", "отношения между Францией и Кенией", "FRA", "between"),
        ("tr", "Fransa ile Kenya arasında", "KEN", "between"),
        ("kk", "Франция мен Кения арасында", "FRA", "between"),
        ("zh", "法国和肯尼亚关系", "KEN", "between"),
        ("fa", "روابط فرانسه و کنیا", "KEN", "between"),
        ("en", "the French President", "FRA", "official"),
        ("fr", "le vice-ministre des Affaires étrangères de la République du Kazakhstan", "KAZ", "official"),
        ("ar", "الرئيس الفرنسي", "FRA", "official"),
        ("zh", "法国总统", "FRA", "official"),
        ("en", "five million US dollars", "USA", "currency"),
        ("ar", "مليون دولار أمريكي", "USA", "currency"),
        ("fr", "en langue anglaise", "GBR", "language-name"),
        ("ru", "на французском языке", "FRA", "language-name"),
        ("en", "the Russian agency TASS", "RUS", "outlet"),
        ("en", "they met in Brussels", "BEL", "venue"),
        ("ar", "التقيا في باريس", "FRA", "venue"),
        ("en", "the Russian ambassador in Vienna", "AUT", "posted"),
        ("en", "PARIS - The ministers met.", "FRA", "dateline"),
        ("en", "Chad, Mali, Niger and Togo agreed", "MLI", "list"),
        ("en", "a visit to Peru", "PER", "visit"),
        ("en", "an agreement with Peru", "PER", "with"),
    ],
)
def test_cue(code: str, text: str, identifier: str, cue: str) -> None:
    assert cue in cues(code, text, identifier)


@pytest.mark.parametrize(
    ("code", "text", "identifier", "cue"),
    [
        ("en", "France won. Kenya lost.", "KEN", "between"),
        ("en", "Peru and Chile and Togo", "PER", "list"),
        ("en", "the dollars. American ships", "USA", "currency"),
        ("en", "Russia shot a news channel", "RUS", "dateline"),
    ],
)
def test_no_cue(code: str, text: str, identifier: str, cue: str) -> None:
    assert cue not in cues(code, text, identifier)


def test_place_in_the_text() -> None:
    text = "Peru and Chile\nChile met Peru. Togo watched.\nMali came later."
    assert "title" in cues("en", text, "PER", 0)
    assert {"lead", "opening"} <= cues("en", text, "CHL", 0)
    assert "opening" not in cues("en", "Peru met Chile at the mountain pass. Togo watched.", "TGO")
    assert not {"title", "lead"} & cues("en", text, "MLI", 0)


def test_the_matter_before_a_colon_is_no_side() -> None:
    assert "topic" in cues("fr", "Guerre en Ukraine : Paris et Berlin se concertent", "UKR", 0)
    assert "topic" not in cues("en", "Kazakhstan: talks with France and Italy", "KAZ", 0)


def test_home_state() -> None:
    assert "home-state" in cues("en", "The Head of State met them, says qazinform.com", "KAZ")
    assert "home-state" not in cues("en", "The Head of State of France met them, says qazinform.com", "KAZ")
