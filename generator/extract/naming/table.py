"""The names of one language, compiled once: a trie over dictionary words, and the way from a text's words to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import regex

from generator.curated import Curated
from generator.curated.grammar import Grammar
from generator.extract.naming.forms import Form, forms_of
from generator.extract.naming.paradigm import Stems, prefix_rules, rows_of, without_prefixes
from generator.extract.naming.tokens import Vocabulary, segment, split_words, vocabulary
from generator.extract.naming.words import Kinds, Words, kinds_of, read_roles, read_words_of
from generator.text.fold import fold

_ACRONYM = 6
_SEPARATORS = regex.compile(r"[^\p{L}\p{M}\p{N}ー]+")
_KEPT = 100_000
_NO_ROWS: tuple[tuple[str, frozenset[str]], ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A form in the table: `capitals` tells which of its words must begin with a capital, `acronym` that all letters must."""

    form: Form | None
    capitals: tuple[bool, ...] = ()
    acronym: bool = False


@dataclass(slots=True)
class Node:
    """A step in the trie of names."""

    following: dict[str, Node] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Look:
    """A word of a text: the dictionary words of names it may be, what kinds of word it is, whether it is such a dictionary word.

    `opens` are the places in the trie that it leads to from the root: none where no name begins with it.
    """

    bases: tuple[str, ...]
    kinds: frozenset[str]
    known: bool
    opens: tuple[Node, ...]


@dataclass(slots=True)
class Table:
    """Everything that finding names in one language needs."""

    grammar: Grammar
    known: Vocabulary | None
    root: Node
    stems: Stems
    prefixes: tuple[tuple[str, str], ...]
    words: Mapping[str, Words]
    roles: Mapping[str, Words]
    kinds: Kinds
    shorts: Mapping[str, tuple[str, ...]]
    short_near: tuple[frozenset[str], frozenset[str]]
    seen: dict[str, Look] = field(default_factory=dict)

    def look(self, word: str) -> Look:
        """What a word of a text may be; kept, since texts repeat their words."""
        found = self.seen.get(word)
        if found is None:
            if len(self.seen) >= _KEPT:
                self.seen.clear()
            found = self.seen[word] = self._look(word)
        return found

    def looks(self, words: Iterable[str]) -> list[Look]:
        """What each word of a text may be."""
        seen = self.seen
        return [seen.get(word) or self.look(word) for word in words]

    def _look(self, word: str) -> Look:
        readings = (word, *without_prefixes(word, self.prefixes))
        bases = dict.fromkeys(base for each in readings for base in self.stems.bases(each))
        opens = tuple(node for base in bases if (node := self.root.following.get(base)))
        return Look(tuple(bases), self.kinds.of(readings), self.stems.is_known(word), opens)


_TABLES: dict[tuple[int, str], tuple[Curated, Table]] = {}


def table_of(code: str, curated: Curated) -> Table:
    """The table of a language, made at its first use and kept with the data it was made of."""
    key = id(curated), code
    if key not in _TABLES:
        _TABLES[key] = curated, build(code, curated)
    return _TABLES[key][1]


def build(code: str, curated: Curated) -> Table:
    """Compile the names of a language with its grammar."""
    grammar = _of_script(curated.language(code).grammar, code)
    forms = tuple(form for form in forms_of(code, curated) if form.text.strip())
    words, roles = read_words_of(grammar), read_roles(grammar)
    known = None if grammar.spaced else _vocabulary(grammar, forms, words, roles)
    table = Table(
        grammar=grammar,
        known=known,
        root=Node(),
        stems=Stems(),
        prefixes=prefix_rules(grammar.prefixes),
        words=words,
        roles=roles,
        kinds=kinds_of({**words, "role": roles["any"], "envoy": roles.get("ambassador", Words())}),
        shorts=_shorts(forms),
        short_near=(frozenset(map(fold, grammar.short_before)), frozenset(map(fold, grammar.short_after))),
    )
    _fill(table, forms)
    return table


def _of_script(grammar: Grammar, code: str) -> Grammar:
    """The grammar with the state of the script that a code names."""
    state = next((grammar.script_states[part] for part in code.split("-") if part in grammar.script_states), grammar.state)
    return replace(grammar, state=state)


def _vocabulary(grammar: Grammar, forms: tuple[Form, ...], words: Mapping[str, Words], roles: Mapping[str, Words]) -> Vocabulary:
    """All that a text without spaces is cut by: names, words that are none, words of cues."""
    known = {part for form in forms if form.kind != "short" for part in _SEPARATORS.split(fold(form.text))}
    known.update(fold(text) for text in (*grammar.not_names, *grammar.short_after))
    for each in (*words.values(), *roles.values()):
        known.update(each.exact)
    return vocabulary(frozenset(word for word in known if word))


def _shorts(forms: tuple[Form, ...]) -> Mapping[str, tuple[str, ...]]:
    shorts: dict[str, tuple[str, ...]] = {}
    for form in forms:
        if form.kind == "short":
            key = fold(form.text)
            shorts[key] = (*shorts.get(key, ()), form.id)
    return shorts


def _fill(table: Table, forms: tuple[Form, ...]) -> None:
    grammar = table.grammar
    names, adjectives = rows_of(grammar.endings), rows_of(grammar.adjective_endings)
    weak = {fold(text) for text in grammar.weak_forms}
    unsure = {(form.id, fold(form.text)) for form in forms if not form.strong}  # also where CLDR has the same name
    for form in forms:
        if form.kind != "short":
            folded = fold(form.text)
            own = weak_form(form) if folded in weak or (form.id, folded) in unsure else form
            _add(table, own.text, own, adjectives if own.kind in ("adjective", "inhabitant") else names)
    for text in grammar.not_names:
        _add(table, text, None, names)
    for text in grammar.words.get("home", ()):
        _add(table, text, Form(text, "country", "leader", ""), names)


def weak_form(form: Form) -> Form:
    """The same form, which needs company."""
    return Form(form.text, form.entity, form.kind, form.id, False)


def _add(table: Table, text: str, form: Form | None, rows: tuple[tuple[str, frozenset[str]], ...]) -> None:
    folded = fold(text)
    parts = tuple(split_words(folded)) if table.known is None else tuple(segment(folded, table.known))
    written = [text] if len(parts) == 1 else [text[start:] for _, start, _ in parts] if len(folded) == len(text) else []
    acronym = len(parts) == 1 and len(parts[0][0]) <= _ACRONYM and _all_capitals(text)
    node = table.root
    for word, _, _ in parts:
        table.stems.add(word, _NO_ROWS if acronym or len(word) < _shortest(word) else rows)
        node = node.following.setdefault(word, Node())
    capitals = tuple(each[:1].isupper() for each in written)
    if parts and not any(each.form == form for each in node.named):
        node.named.append(Named(form, capitals if any(capitals) and form else (), acronym and form is not None))


def _shortest(word: str) -> int:
    """Letters a word needs to be inflected: two where letters are syllables or have no case, else three."""
    return 3 if word.upper() != word else 2


def _all_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
