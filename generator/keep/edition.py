"""What a build depends on besides the seeds, as a short text: rules, data, theme, configuration, versions."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from generator.model import Settings

PACKAGE = Path(__file__).resolve().parent.parent
_PACKAGES = ("babel", "charset-normalizer", "hijridate", "markdown", "mkdocs", "mkdocs-material", "pycld2", "python-slugify", "regex")
_RENDERING = ("jinja2", "markupsafe", "fonttools", "brotli", "tdewolff-minify", "fontpkg-amiri", "fontpkg-noto-sans-arabic")
_HAND_WRITTEN = ("about.md", "contribute.md")
_TOLD = frozenset({".py", ".yml"})
"""Files of this package that the edition of its rules tells already."""
_SKIPPED = frozenset({"__pycache__"})


def kept_in(settings: Settings, *, site: bool = False) -> Path:
    """The file that builds of these seeds into this docs folder keep things in; of this site as well, or apart."""
    places = [settings.seeds, settings.docs, *([settings.site] if site else [])]
    return settings.project / ".cache" / "builds" / f"{_hash(map(str, places))}.sqlite"


def cataloguing_edition(rules: str, settings: Settings) -> str:
    """The edition of what finds out about a seed: `rules` tells the curated data and the code (`curated.fingerprint`)."""
    return _hash([rules, settings.rights, *_versions(_PACKAGES)])


def edition_of(rules: str, settings: Settings) -> str:
    """The edition of everything that a page depends on besides the records."""
    theme = settings.project / "theme_overrides"
    written = [settings.project / "docs" / language / name for language in settings.languages for name in _HAND_WRITTEN]
    ours = [path for path in _files(PACKAGE) if path.suffix not in _TOLD]
    files = [*ours, *_files(theme), settings.project / "mkdocs.yml", *written]
    parts = [cataloguing_edition(rules, settings), repr(settings), *_versions(_RENDERING)]
    return _hash([*parts, *_contents(files, settings.project)])


def _versions(packages: Iterable[str]) -> Iterator[str]:
    """Version of Python, and of packages as the folders of their metadata are called (reading these takes ten times as long)."""
    yield repr(tuple(sys.version_info))
    wanted = {name.replace("-", "_").lower() for name in packages}
    for place in dict.fromkeys(sysconfig.get_paths()[key] for key in ("purelib", "platlib")):
        for name in sorted(os.listdir(place)) if os.path.isdir(place) else ():
            if name.endswith(".dist-info") and name.partition("-")[0].lower() in wanted:
                yield name


def _files(folder: Path) -> list[Path]:
    """The files below a folder, in order; compiled ones left out."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED)
        found += [Path(root, name) for name in sorted(names) if not name.endswith((".pyc", ".bin"))]
    return found


def _contents(files: Iterable[Path], project: Path) -> Iterator[str]:
    """Name and hash of each file that is there."""
    for path in files:
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            continue
        yield f"{path.relative_to(project) if path.is_relative_to(project) else path.name} {blake2b(content, digest_size=16).hexdigest()}"


def _hash(parts: Iterable[str]) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
