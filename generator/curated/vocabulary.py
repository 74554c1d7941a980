"""The vocabularies: kinds of event with their CAMEO codes, and topics with their terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.curated.tree import Faults


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """A kind of event of design section 5."""

    id: str
    cameo: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One of the 18 UNBIS domains."""

    id: str


def read_events(path: Path, faults: Faults) -> Mapping[str, EventKind]:
    """Kinds of event by id."""
    return {}


def read_topics(path: Path, faults: Faults) -> Mapping[str, Topic]:
    """Topics by their two-digit number."""
    return {}
