"""Where a shelf is cut into shards: by what stands there, so that a change is felt nearby only.

Keys that begin alike stay together: they are one unit, whose letters are drawn a lot. A shard ends before a unit whose lot
falls, once it is large enough, and in any case before it would be too large. (Content-defined chunking; see Xia et
al., FastCDC, USENIX ATC 2016.)
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

_LOT = (1 << 32) // 40
"""One unit in forty may begin a shard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A row of shards: its folder, how many letters of a key make its unit, and how large its shards are, in bytes."""

    folder: str
    letters: int
    least: int
    most: int

    def unit(self, key: str) -> str:
        """The letters that a key shares with its unit; the language behind a heading is none of them."""
        return key[: self.letters].partition(" ")[0] if self.folder == "p" else key[: self.letters]

    def cut(self, held: int, unit: str, size: int) -> bool:
        """Whether a shard that holds so many bytes ends before this unit of so many."""
        return held > 0 and (held + size > self.most or (held >= self.least and crc32(unit.encode()) < _LOT))

    def file(self, unit: str) -> str:
        """The address of the shard that begins with a unit, from the index's folder."""
        return f"{self.folder}/{unit.encode().hex()}.z"


def shelves(count: int) -> dict[str, Shelf]:
    """The shelves of an archive of so many records; in a large one shards grow, or the manifest would."""
    scale = 1 << max(0, (count // 20_000).bit_length() + 1 >> 1)
    return {
        "w": Shelf(folder="w", letters=6, least=6_000 * scale, most=11_000 * scale),
        "b": Shelf(folder="b", letters=6, least=6_000 * scale, most=11_000 * scale),
        "p": Shelf(folder="p", letters=8, least=5_000 * scale, most=9_000 * scale),
    }


def order(key: str) -> bytes:
    """What keys are sorted by: as browsers compare strings."""
    return key.encode("utf-16-be")
