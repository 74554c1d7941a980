"""The archive: records under every heading they are read by, beside those that tell of the same event."""

from __future__ import annotations

from generator.archive.headings import assemble, pairs_of

__all__ = ["assemble", "pairs_of"]
