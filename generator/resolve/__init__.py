"""From a draft to a record: ids instead of names, a person's statements over what was inferred, doubts."""

from __future__ import annotations

from generator.resolve.record import resolve

__all__ = ["resolve"]
