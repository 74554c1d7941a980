"""What builds keep for the next one, so that a build does again only what changed. It is never trusted, only checked."""

from __future__ import annotations

from generator.keep.edition import cataloguing_edition, edition_of, kept_in
from generator.keep.recalled import Recalled
from generator.keep.seeds import KeptSeed, PackedSeed, Scan, Seeds, packed_seed, without_evidence
from generator.keep.store import Store
from generator.keep.work import Work

__all__ = [
    "KeptSeed",
    "PackedSeed",
    "Recalled",
    "Scan",
    "Seeds",
    "Store",
    "Work",
    "cataloguing_edition",
    "edition_of",
    "kept_in",
    "packed_seed",
    "without_evidence",
]
