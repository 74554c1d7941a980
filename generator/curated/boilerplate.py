"""Section `boilerplate` of a language: the phrases of page rests."""

from __future__ import annotations

from dataclasses import dataclass

from generator.curated.tree import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """Phrases of web pages that are no part of an article."""


def read_boilerplate(branch: Branch) -> Boilerplate:
    """Read the section."""
    return Boilerplate()
