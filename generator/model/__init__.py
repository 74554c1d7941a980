"""The types that cross room borders, one a stage; all frozen, collections are tuples.

Offsets everywhere count code points of `Seed.text`; a span is half open, `(start, end)`.
"""

from __future__ import annotations

from generator.model.facts import SURE, Basis, Draft, EntityKind, Evidence, Figure, Found, Mention, MentionKind
from generator.model.promise import Promises, Tombstone
from generator.model.record import Archive, Entries, Entry, PersonInText, Record
from generator.model.seed import Correction, Rights, Seed, Source, Stated
from generator.model.site import Asset, Page, Settings, Task
from generator.model.text import Block, BlockKind, CleanText, Direction, Language, Removal, Span, Spans

__all__ = [
    "SURE",
    "Archive",
    "Asset",
    "Basis",
    "Block",
    "BlockKind",
    "CleanText",
    "Correction",
    "Direction",
    "Draft",
    "EntityKind",
    "Entries",
    "Entry",
    "Evidence",
    "Figure",
    "Found",
    "Language",
    "Mention",
    "MentionKind",
    "Page",
    "PersonInText",
    "Promises",
    "Record",
    "Removal",
    "Rights",
    "Seed",
    "Settings",
    "Source",
    "Span",
    "Spans",
    "Stated",
    "Task",
    "Tombstone",
]
