"""Section `grammar` of a language: how names are inflected and joined, and words of office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.curated.authority import Names
from generator.curated.tree import Branch

WORD_KINDS = (
    "and", "between", "filler", "relation", "with", "visit", "venue", "outlet", "currency", "tongue", "home", "own", "conflict",
    "institution", "capital",
)  # fmt: skip
FORM_TABLES = ("names", "weak", "adjectives", "inhabitants", "capital", "seats", "short")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigm:
    """Words that end in `ends` (in the dictionary) may end in any of `gives` in a text."""

    ends: str
    gives: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What matching names and weighing sides needs of a language.

    `spaced`: words stand apart; `nouns_capital`: every noun has a capital; `state`: the one state whose
    outlets write this language, which the offices `own` mean when they name none; `script_states` the
    one of a script (Hant: TWN). `prefixes`: what may stand before a name in the same word, written `from`
    or `from>to` where it swallows letters of the name (لل>ال). `endings` inflect names, `adjective_endings`
    adjectives and inhabitants; the longest `ends` that fits rules. `words`: words by what they tell
    (`WORD_KINDS`); `*` at the end stands for any ending (`institution`: words of the names of bodies, never
    of people; `capital`: the word for a state's capital). `roles`: words of office by role. `forms`: what
    country files do not carry for this language,
    a table of `FORM_TABLES` to ids to forms. `weak_forms` mean something else more often than a state,
    `not_names` contain a name but mean none. `venue_prefixes` (of one letter) and `venue_endings` say
    "in" on the name itself. `short_after` and `short_before` are the words beside which a one-letter
    state of a headline counts.
    """

    spaced: bool = True
    nouns_capital: bool = False
    state: str | None = None
    script_states: Mapping[str, str] = field(default_factory=dict)
    prefixes: tuple[str, ...] = ()
    endings: tuple[Paradigm, ...] = ()
    adjective_endings: tuple[Paradigm, ...] = ()
    words: Names = field(default_factory=dict)
    roles: Names = field(default_factory=dict)
    forms: Mapping[str, Names] = field(default_factory=dict)
    weak_forms: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    venue_prefixes: tuple[str, ...] = ()
    venue_endings: tuple[str, ...] = ()
    short_after: tuple[str, ...] = ()
    short_before: tuple[str, ...] = ()


def read_grammar(branch: Branch) -> Grammar:
    """Read the section; unknown keys and kinds of word are faults."""
    lists = ("prefixes", "weak_forms", "not_names", "venue_prefixes", "venue_endings", "short_after", "short_before")
    branch.allow("spaced", "nouns_capital", "state", "script_states", "endings", "adjective_endings", "words", "roles", "forms", *lists)
    branch.branch("words").allow(*WORD_KINDS)
    branch.branch("forms").allow(*FORM_TABLES)
    forms, states = branch.branch("forms"), branch.branch("script_states")
    return Grammar(
        spaced=branch.text("spaced", "yes") != "no",
        nouns_capital=branch.text("nouns_capital", "no") == "yes",
        state=branch.text("state"),
        script_states={script: states.text(script) or "" for script, _ in states.items()},
        endings=_paradigms(branch, "endings"),
        adjective_endings=_paradigms(branch, "adjective_endings"),
        words=branch.by_language("words"),
        roles=branch.by_language("roles"),
        forms={table: forms.by_language(table) for table in FORM_TABLES},
        **{key: branch.texts(key) for key in lists},
    )


def _paradigms(branch: Branch, key: str) -> tuple[Paradigm, ...]:
    """A mapping of dictionary endings to lists of endings; `-` stands for none."""
    rows = branch.by_language(key)
    blank = {"-": ""}
    return tuple(Paradigm(ends=blank.get(ends, ends), gives=tuple(blank.get(each, each) for each in gives)) for ends, gives in rows.items())
