"""Section `calendar` of a language: the words of dates that CLDR does not have."""

from __future__ import annotations

from dataclasses import dataclass

from generator.curated.tree import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Month names, weekdays and date words beyond CLDR's."""


def read_calendar(branch: Branch) -> Calendar:
    """Read the section."""
    return Calendar()
