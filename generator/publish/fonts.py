"""The Arabic faces, cut to the characters that the archive writes.

Both come from packages of the Open Font License: Amiri for texts, Noto Sans Arabic for the interface. Without
a package its face is absent and the reader's own serves. The same characters give the same bytes.

A page in the Arabic script names its faces in its head, so that they are there by its first view. Where they are not, on a
slow line, the reader's own face serves for that page and ours from the next one on (`font-display: optional`): no text
changes its face, and with it its height, before the reader's eyes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from generator.text.arabic import RANGES, arabic_of

BUDGET = 120_000
"""Bytes that all faces together may weigh; those that matter least are cut to the letters of everyday Arabic first."""

# The digits 0-9 and Latin stay in the Latin face.
UNICODE_RANGE = ",".join(f"U+{first:04X}-{last:04X}" for first, last in RANGES)
# Every subset has at least these, so that a word typed into the search box does not change its face.
_ALWAYS = frozenset(map(chr, (*range(0x0621, 0x063B), *range(0x0641, 0x0653), 0x0670, 0x060C, 0x061B, 0x061F, 0x0640, 0x200C, 0x200D)))
_FEATURES = ("ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "calt", "liga", "kern", "mark", "mkmk", "curs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a face comes from and how it is declared; `axes` limit a variable font, `scale` is `size-adjust`."""

    family: str
    package: str
    file: str
    name: str
    weight: str
    scale: int
    axes: Mapping[str, float | tuple[float, float]] | None = None


# In the order in which they matter: the last hold fewer letters when all together weigh too much.
SOURCES = (
    Source(
        family="Chancery Ui",
        package="fontpkg_noto_sans_arabic",
        file="NotoSansArabic[wdth,wght].ttf",
        name="noto-sans-arabic",
        weight="400 700",
        scale=104,
        axes={"wdth": 100, "wght": (400, 700)},
    ),
    Source(family="Chancery Text", package="fontpkg_amiri", file="Amiri-Regular.ttf", name="amiri-regular", weight="400", scale=122),
    Source(family="Chancery Text", package="fontpkg_amiri", file="Amiri-Bold.ttf", name="amiri-bold", weight="600 700", scale=122),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A face as published: its declaration and its bytes (WOFF2)."""

    source: Source
    data: bytes

    @property
    def uri(self) -> str:
        """The file of the face from the site's root."""
        return _uri(self.source)


def faces(characters: Iterable[str], cache: Path) -> tuple[Face, ...]:
    """The faces for a site that writes `characters`; none where it writes no Arabic script.

    `cache` is a folder for subsets already cut (they take seconds), each named by the hash of all it depends on.
    """
    arabic = frozenset(arabic_of(characters))
    if not arabic:
        return ()
    wanted = "".join(sorted(arabic | _ALWAYS))
    return tuple(_within_budget(wanted, cache))


def face_uris() -> tuple[str, ...]:
    """The files of the faces that a site with Arabic script has, from its root; pages in that script name them in their heads."""
    return tuple(_uri(source) for source in SOURCES if _file(source))


def face_rules(published: Iterable[Face]) -> str:
    """The `@font-face` rules, with addresses relative to the stylesheet in `assets/`."""
    return "".join(
        f'@font-face{{font-family:"{face.source.family}";src:url({face.uri.removeprefix("assets/")})format("woff2");'
        f"font-weight:{face.source.weight};font-display:optional;size-adjust:{face.source.scale}%;unicode-range:{UNICODE_RANGE}}}\n"
        for face in published
    )


def _within_budget(wanted: str, cache: Path) -> Iterator[Face]:
    """The faces, in order: with all wanted characters as long as they stay within the budget, then with those that each has."""
    weight = 0
    for source in SOURCES:
        face = _face(source, wanted, cache)
        if face and weight + len(face.data) > BUDGET:
            face = _face(source, "".join(sorted(_ALWAYS)), cache)
        if face:
            weight += len(face.data)
            yield face


def _uri(source: Source) -> str:
    return f"assets/fonts/{source.name}.woff2"


def _file(source: Source) -> Path | None:
    """The font; `None` without its package, or without its licence."""
    spec = find_spec(source.package)
    if spec is None or not spec.submodule_search_locations:
        return None
    home = Path(next(iter(spec.submodule_search_locations)))
    font = home / "files" / source.file
    return font if font.is_file() and (home / "LICENSE").is_file() else None


def _face(source: Source, wanted: str, cache: Path) -> Face | None:
    """One face from the cache, else cut now; `None` without its package."""
    font = _file(source)
    return Face(source=source, data=_cached(source, font, wanted, cache)) if font else None


def _cached(source: Source, font: Path, wanted: str, cache: Path) -> bytes:
    """The subset's bytes, kept in `cache` under the hash of font, characters, settings and the tools' versions."""
    parts = (wanted, repr(source), repr(_FEATURES), version("fonttools"), version("brotli"))
    digest = hashlib.sha256("\n".join(parts).encode() + font.read_bytes()).hexdigest()[:20]
    path = cache / f"{source.name}-{digest}.woff2"
    if path.is_file():
        return path.read_bytes()
    data = _cut(source, font, wanted)
    cache.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)
    return data


def _cut(source: Source, font: Path, wanted: str) -> bytes:
    """A font with the wanted characters and the features that join and place them, as WOFF2; no time of day in it."""
    options = subset.Options(  # type: ignore[no-untyped-call]
        layout_features=list(_FEATURES), hinting=False, glyph_names=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14]
    )
    options.drop_tables += ["DSIG", "meta"]
    cutter: Any = subset.Subsetter(options)  # type: ignore[no-untyped-call]
    cutter.populate(text=wanted + " ")
    cut = TTFont(font, recalcTimestamp=False)
    cutter.subset(cut)
    if source.axes:
        cut = instancer.instantiateVariableFont(_settled(cut), dict(source.axes))  # type: ignore[no-untyped-call]
    cut.flavor = "woff2"
    return _bytes(cut)


def _settled(font: TTFont) -> TTFont:
    """The font written and read again, so that no table still waits for glyphs that were dropped."""
    return TTFont(io.BytesIO(_bytes(font)), recalcTimestamp=False)


def _bytes(font: TTFont) -> bytes:
    """The font as a file."""
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()
