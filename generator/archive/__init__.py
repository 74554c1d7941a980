"""The archive: records under every heading they are read by, beside those that tell of the same event."""

from __future__ import annotations

from generator.archive.copies import same_files
from generator.archive.headings import assemble, pairs_of
from generator.archive.promises import addresses_of, broken, gone_addresses, keep
from generator.archive.watch import Read, Watch

__all__ = ["Read", "Watch", "addresses_of", "assemble", "broken", "gone_addresses", "keep", "pairs_of", "same_files"]
