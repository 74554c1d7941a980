"""The map: one tile a state, all of one size, darker the more records; it takes no side on a frontier.

It is a picture with a title and a description; the table or list that stands beside it has the same numbers and
carries the links. It never mirrors: the east is on the right in every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.render.frame import Frame
from generator.render.matrix import density, legend

TILE = 34
"""Side of a tile's place in the drawing's own units; the tile itself leaves a gap of three."""
_SIDE = TILE - 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A country of the archive: its upper left corner, code, records and tone (`m0` none to `m4`, `me` the page's own)."""

    x: float
    y: float
    code: str
    count: int
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """A map ready to be drawn; `ground` is the path of all places that hold no country of the archive."""

    title: str
    told: str
    width: int
    height: int
    side: int
    tiles: tuple[Tile, ...]
    ground: str
    legend: tuple[str, ...]
    own: str = ""
    """The name of the country that the page is about."""
    at: int = 50
    """Where a window that is too narrow opens, in per cent of the width: at that country, else at the one with most records."""


def tile_map(frame: Frame, counts: Mapping[str, int], title: str, own: str | None = None) -> TileMap | None:
    """Records by country code on the map; `own` is the country that the page is about. `None` where no country has a place."""
    places = frame.curated.tiles
    held = {code for code in (*frame.archive.parties, *counts) if code in places}
    if not held or not any(count for code, count in counts.items() if code in places):
        return None
    tiles = tuple(_tile(code, counts.get(code, 0), *places[code], own=code == own) for code in sorted(held))
    width = TILE * (1 + max(column for column, _ in places.values()))
    chief = max(tiles, key=lambda tile: (tile.code == own, tile.count, tile.code))
    rest = sorted(place for code, place in places.items() if code not in held)
    return TileMap(
        title=title,
        told=frame.gettext("One tile for each state; the darker, the more records. The same numbers stand in the list beside it."),
        width=width,
        height=TILE * (1 + max(row for _, row in places.values())),
        side=_SIDE,
        tiles=tiles,
        ground="".join(f"M{column * TILE + 1.5:g} {row * TILE + 1.5:g}h{_SIDE}v{_SIDE}h-{_SIDE}z" for column, row in rest),
        legend=legend(frame),
        own=frame.party_plain(own) if own in places and own is not None else "",
        at=round(100 * (chief.x + _SIDE / 2) / width),
    )


def _tile(code: str, count: int, column: int, row: int, *, own: bool) -> Tile:
    tone = "me" if own else f"m{density(count) if count else 0}"
    return Tile(x=column * TILE + 1.5, y=row * TILE + 1.5, code=code, count=count, tone=tone)
