"""What builds keep for the next one, so that a build does again only what changed. It is never trusted, only checked."""

from __future__ import annotations

from generator.keep.edition import cataloguing_edition, edition_of
from generator.keep.seeds import KeptSeed, Scan, Seeds, without_evidence
from generator.keep.store import Store

__all__ = ["KeptSeed", "Scan", "Seeds", "Store", "cataloguing_edition", "edition_of", "without_evidence"]
