"""The phrases of every language proven both ways: by their examples, and by lines that must stay."""

from __future__ import annotations

import pytest

from generator.clean.line import key_of
from generator.clean.phrases import PhraseTable, parse, table_of
from generator.curated import DATA, Curated
from tests.clean.conftest import Cleaner

CODES = sorted(path.stem for path in (DATA / "languages").glob("*.yml") if "\nboilerplate:" in path.read_text(encoding="utf-8"))
PROSE = "The ministers of both countries met in the capital on the first day of the visit and spoke about trade. They agreed to go on."
RUNNING = f"{PROSE}\n{PROSE.replace('first', 'second')}\n"


def table(curated: Curated, code: str) -> PhraseTable:
    return table_of((curated.language(code).boilerplate,))


@pytest.mark.parametrize("code", CODES)
def test_examples_are_met(curated: Curated, code: str) -> None:
    phrases = table(curated, code)
    met = {
        (rule, line): phrases.match(key_of(line)) for rule, lines in curated.language(code).boilerplate.examples.items() for line in lines
    }
    assert [(rule, line, found) for (rule, line), found in met.items() if found != rule] == []


@pytest.mark.parametrize("code", CODES)
def test_every_open_pattern_has_an_example(curated: Curated, code: str) -> None:
    data = curated.language(code).boilerplate
    bare = []
    for rule, texts in data.rules:
        keys = [key_of(line) for line in data.examples.get(rule, ())]
        bare += [text for text in texts if (pattern := parse(rule, text)) and not any(pattern.matches(key) for key in keys)]
    assert bare == []


@pytest.mark.parametrize("code", CODES)
def test_lines_that_only_look_alike_stay(curated: Curated, cleaned: Cleaner, code: str) -> None:
    for line in curated.language(code).boilerplate.negatives:
        for text in (f"{RUNNING}{line}\n{RUNNING}", f"A title of some words\n{line}\n{RUNNING}", f"{line}\n{RUNNING}"):
            removed = [removal for removal in cleaned(text, code).removed if removal.text in line]
            assert removed == [], text


@pytest.mark.parametrize("code", CODES)
def test_phrases_leave_running_text_alone(curated: Curated, cleaned: Cleaner, code: str) -> None:
    assert cleaned(RUNNING, code).removed == ()


def test_folding_reaches_accents_and_vowel_signs(curated: Curated) -> None:
    assert table(curated, "fr").match(key_of("À LIRE AUSSI")) == "read-also"
    assert table(curated, "ar").match(key_of("مَوَاضِيع ذَات صِلَة")) == "related"


def test_a_pattern_stands_for_whole_words_and_few() -> None:
    pattern = parse("byline", "By …")
    assert pattern is not None
    assert pattern.matches("by staff writer")
    assert not pattern.matches("bypass opened")
    assert not pattern.matches("by " + "word " * 40)
