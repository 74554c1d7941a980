"""`sources.yml`: outlets, the names and hosts that pages carry of them, and their home state."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.curated.tree import Branch, Faults, read_branch


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceData:
    """An outlet: `id` a slug, `hosts` of its site, `home` the state it writes from, `lines` it adds to each page.

    The first name is the one shown. `agency` is `wire` for a news agency, `photo` for one that only
    lends pictures: after a picture's credit the whole line is a caption.
    """

    id: str
    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    home: str | None = None
    lines: tuple[str, ...] = ()
    agency: str | None = None


def read_sources(path: Path, faults: Faults) -> tuple[SourceData, ...]:
    """All outlets of the file, in its order."""
    return tuple(_source(key, branch) for key, branch in read_branch(path, faults).branches())


def _source(key: str, branch: Branch) -> SourceData:
    branch.allow("names", "hosts", "home", "lines", "agency")
    agency = branch.text("agency")
    if agency not in (None, "wire", "photo"):
        branch.fault(branch.get("agency"), "agency must be wire or photo")
    return SourceData(
        id=key,
        names=branch.texts("names"),
        hosts=branch.texts("hosts"),
        home=branch.text("home"),
        lines=branch.texts("lines"),
        agency=agency,
    )
