"""File names: the id they give, and what lies in a folder of seeds."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.errors import Doubt, Level, UsageError
from generator.text.escape import printable
from generator.text.slug import RESERVED, slug

LEDGER = "addresses.tsv"
"""The published addresses of a folder of seeds (`generator.read.promises`)."""
GONE = ".gone.yml"
"""How the name of a tombstone ends (`generator.read.gone`)."""
_PORTABLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def seed_id(path: Path) -> str:
    """The id that a file name gives: the name as it stands, without its ending."""
    return path.name.removesuffix(".txt") if path.name.endswith(".txt") else path.stem


def shown_path(path: Path) -> str:
    """A path as people are told it and pages carry it, the same on every machine, always with `/`.

    Relative to the project (the nearest folder above with an `mkdocs.yml`); outside any, `FOLDER/NAME`.
    """
    whole = Path(os.path.abspath(path))
    return shown_name(whole.relative_to(project_of(whole) or whole.parent.parent).as_posix())


def project_of(path: Path) -> Path | None:
    """The nearest folder above an absolute path that holds an `mkdocs.yml`."""
    folder, inner = os.path.split(path)
    while inner:
        if os.path.isfile(os.path.join(folder, "mkdocs.yml")):
            return Path(folder)
        folder, inner = os.path.split(folder)
    return None


def shown_name(name: str) -> str:
    """A name as people are told it: what a terminal or a page might obey, or cannot show, as U+FFFD."""
    return printable(_UNSHOWABLE.sub("\ufffd", name))


def name_fault(name: str) -> tuple[Level, str] | None:
    """What is wrong with an id: a doubt's level and code; `None` for `[a-z0-9-]`."""
    address = slug(name)
    if _UNSHOWABLE.search(name) or not address:
        return "error", "D109"
    if address in RESERVED:
        return "error", "D112"
    return None if _PORTABLE.fullmatch(name) else ("warning", "D108")


def seed_paths(folder: Path) -> list[Path]:
    """What is meant as a seed in a folder: `*.txt` directly in it, in the order of code points.

    Links and folders of such a name are among them, so that `read_seed` refuses them by name; names
    with a leading dot are not. The rest of the folder is told by `passed_over`.

    Raises:
        UsageError: if there is no such folder.
    """
    return [folder / name for name in _names(folder) if name.endswith(".txt")]


def passed_over(folder: Path) -> tuple[Doubt, ...]:
    """A note about each thing in a folder of seeds that is no seed, except `README.md`, hidden files and what keeps addresses.

    Raises:
        UsageError: if there is no such folder.
    """
    known = (".txt", GONE)
    rest = [name for name in _names(folder) if not name.endswith(known) and name != LEDGER and name.lower() != "readme.md"]
    return tuple(Doubt(seed=shown_path(folder / name), line=1, column=1, level="note", code="D113") for name in rest)


def _names(folder: Path) -> list[str]:
    """The names in a folder without hidden ones, sorted by code points."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        raise UsageError(f"the folder of seeds {folder} cannot be read: {error.strerror}") from error
