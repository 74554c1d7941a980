"""One record as the index has it, and how that is kept."""

from __future__ import annotations

import hashlib
import marshal
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_PLAIN = 2
"""The version of `marshal` that writes equal values as equal bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """One record as the index has it.

    `entries` are lines of the dictionary (see `entries.py`), `posts` the weight (1–31) under each key of the
    postings (`heading language` or `concept language`), `facets` the values of each facet in the order of `FACETS`, `held`
    what the record has that must have a name, `fragment` the compressed bytes that a result shows.
    """

    language: str
    entries: tuple[str, ...]
    posts: Mapping[str, int]
    facets: tuple[tuple[str, ...], ...]
    held: tuple[str, ...]
    fragment: bytes

    def packed(self) -> bytes:
        """Everything but the fragment, to be kept."""
        return zlib.compress(marshal.dumps((self.language, self.entries, dict(self.posts), self.facets, self.held), _PLAIN), 1)

    @staticmethod
    def unpacked(packed: bytes) -> Analysed:
        """What `packed` kept; without the fragment."""
        language, entries, posts, facets, held = marshal.loads(zlib.decompress(packed))
        return Analysed(language=language, entries=entries, posts=posts, facets=facets, held=held, fragment=b"")

    def stamp(self) -> int:
        """A digest of 64 bits, whatever order the words were met in; the sum of all is the archive's."""
        facts = (self.language, sorted(self.entries), sorted(self.posts.items()), self.facets, self.held, self.fragment)
        return int.from_bytes(hashlib.sha256(marshal.dumps(facts, _PLAIN)).digest()[:8], "big")
