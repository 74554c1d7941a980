"""The works that a published site carries, each with the licence under which it is offered, as its package has it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Work:
    """A work: its name, its licence (SPDX expression), and the file of the licence in the package that brings it."""

    name: str
    licence: str
    package: str
    file: str

    @property
    def uri(self) -> str:
        """The file of its licence from the site's root."""
        return f"licences/{self.name.lower().replace(' ', '-')}.txt"

    @cached_property
    def path(self) -> Path | None:
        """The file of its licence; `None` without the package."""
        spec = find_spec(self.package)
        homes = spec.submodule_search_locations if spec else None
        path = Path(next(iter(homes))) / self.file if homes else None
        return path if path and path.is_file() else None


WORKS = (
    Work(name="Chancery", licence="MIT AND CC-BY-4.0", package="generator", file="../LICENSE"),
    Work(name="Unicode CLDR", licence="Unicode-3.0", package="babel", file="locale-data/LICENSE.unicode"),
    Work(name="Amiri", licence="OFL-1.1", package="fontpkg_amiri", file="LICENSE"),
    Work(name="Noto Sans Arabic", licence="OFL-1.1", package="fontpkg_noto_sans_arabic", file="LICENSE"),
)
"""Theme, scripts, map and catalogue are Chancery's own; names of states and languages come from CLDR; faces for the Arabic script."""


def carried() -> tuple[Work, ...]:
    """The works whose packages are there."""
    return tuple(work for work in WORKS if work.path)
