"""Section `search` of a language: how its words are brought under one heading in the search index."""

from __future__ import annotations

from dataclasses import dataclass

from generator.curated.tree import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Affixes:
    """What the search index knows of a language's words; all forms are written as the language writes them.

    `stemmer` names a Snowball algorithm. `articles` are always taken off where three letters are left;
    `prefixes` (one letter) only where the rest is a word of the archive. `light` endings always come
    off, `endings` where the rest, or another ending of it, is a word of the archive. `typed` endings
    are what a reader may type on a stem that the archive has with others.
    """

    stemmer: str | None = None
    articles: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()


def read_affixes(branch: Branch) -> Affixes:
    """Read the section; unknown keys are faults."""
    lists = ("articles", "prefixes", "light", "endings", "typed")
    branch.allow("stemmer", *lists)
    return Affixes(stemmer=branch.text("stemmer"), **{key: branch.texts(key) for key in lists})
