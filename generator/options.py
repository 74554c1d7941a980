"""What several commands are asked for: folders, seeds, formats, and the settings of the archive they run in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from generator.errors import UsageError
from generator.model import Settings
from generator.settings import find_project, read_settings

FOLDER = click.Path(path_type=Path, file_okay=False)
PATH = click.Path(path_type=Path)


def format_option(*forms: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The choice of what is printed; the first form is the default."""
    what = "for people (text), for programs (json)" + (", on a pull request (github, sarif)" if "sarif" in forms else "")
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help=what)


def settings_of(*, seeds: Path | None = None, docs: Path | None = None, site: Path | None = None) -> Settings:
    """The settings of the archive that the command runs in; folders named outrank those of the file."""
    return read_settings(find_project(), seeds=seeds, docs=docs, site=site)


def must_exist(seeds: Path) -> None:
    """Refuse a folder of seeds that is not there."""
    if not seeds.is_dir():
        raise UsageError(f"there is no folder {seeds}; name the one that holds the seeds with --seeds")


def seeds_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The seeds that the paths name; a folder stands for those in it."""
    from generator.read import seed_paths

    for path in paths:
        if not path.is_symlink() and path.is_dir():
            yield from seed_paths(path)
        elif not os.path.lexists(path):
            raise UsageError(f"there is no {path}")
        else:
            yield path
