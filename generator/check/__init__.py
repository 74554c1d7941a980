"""What a contributor is told: checks as generators of `Doubt`, their words, and what can be mended without a person."""

from __future__ import annotations

from generator.check.fix import fix_seed, state_in_seed
from generator.check.formats import as_github, as_json, as_sarif, as_text, formats
from generator.check.manual import Manual
from generator.check.names import twins
from generator.check.seeds import check_seed, check_seeds
from generator.check.words import line, word
from generator.read import unknown_ids

__all__ = [
    "Manual",
    "as_github",
    "as_json",
    "as_sarif",
    "as_text",
    "check_seed",
    "check_seeds",
    "fix_seed",
    "formats",
    "line",
    "state_in_seed",
    "twins",
    "unknown_ids",
    "word",
]
