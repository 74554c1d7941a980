"""What a site has besides its pages and what lies in the docs folder: the stylesheet with its faces, the faces, the scripts, licences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.curated.licences import carried
from generator.publish.fonts import face_rules, faces
from generator.publish.scripts import MODULES, published_scripts

STYLESHEET = "assets/chancery.css"
FONT_CACHE = Path(".cache", "fonts")

File = tuple[str, bytes]


def extras(theme: Path, characters: str, cache: Path) -> Iterator[File]:
    """The files, for pages that write these characters of the Arabic script; `theme` is the theme's folder."""
    if (theme / STYLESHEET).is_file():
        published = faces(characters, cache)
        yield STYLESHEET, (theme / STYLESHEET).read_bytes() + face_rules(published).encode()
        for face in published:
            yield face.uri, face.data
    yield from ((work.uri, work.path.read_bytes()) for work in carried() if work.path)
    if (theme / MODULES[0]).is_file():
        yield from ((uri, code.encode()) for uri, code in published_scripts(theme).items())


def left_out(theme: Path) -> frozenset[str]:
    """Files of the theme that are published as part of others."""
    scripts = published_scripts(theme) if (theme / MODULES[0]).is_file() else {}
    return frozenset(MODULES) - scripts.keys() if scripts else frozenset()
