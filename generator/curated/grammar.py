"""Section `grammar` of a language: how names are inflected and joined, and words of office."""

from __future__ import annotations

from dataclasses import dataclass

from generator.curated.tree import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What matching names and weighing sides needs of a language."""


def read_grammar(branch: Branch) -> Grammar:
    """Read the section."""
    return Grammar()
