"""Which seeds changed since a revision, asked of git: with `-z`, by argument, never through a shell."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.errors import UsageError

Kind = Literal["new", "changed", "withdrawn"]

_ENVIRONMENT = {"LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0"}
_ANY = ("--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A seed that differs: its file name in the seeds folder, how, and the commit it is compared with."""

    name: str
    kind: Kind
    base: str


def changed_seeds(seeds: Path, base: str) -> tuple[Change, ...]:
    """The seeds whose files differ between the commit where the work left `base` and the working tree, by name.

    Files that git does not know yet are new ones. Only what would be a seed counts: `*.txt` directly in the folder.

    Raises:
        UsageError: when git knows no such revision, or the folder is in no repository.
    """
    commit = _fork_point(seeds, base)
    kinds: dict[str, Kind] = {}
    fields = iter(_names(_git(seeds, "diff", "--name-status", "-z", *_ANY, "--relative", commit, "--", ".")))
    for status, name in zip(fields, fields, strict=True):
        kinds[name] = "new" if status == "A" else "withdrawn" if status == "D" else "changed"
    for name in _names(_git(seeds, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")):
        kinds[name] = "changed" if name in kinds else "new"
    return tuple(Change(name=name, kind=kinds[name], base=commit) for name in sorted(kinds) if _is_seed(name))


def earlier_text(seeds: Path, change: Change) -> bytes | None:
    """The bytes that a seed had in the commit it is compared with; `None` where it was no plain file there."""
    listed = _git(seeds, "ls-tree", "-z", change.base, "--", f"./{change.name}")
    return _git(seeds, "cat-file", "blob", f"{change.base}:./{change.name}") if listed.startswith(b"100") else None


def _is_seed(name: str) -> bool:
    """Whether a name relative to the seeds folder is meant as a seed (as `read.seed_paths` has it)."""
    return name.endswith(".txt") and "/" not in name and not name.startswith(".")


def _fork_point(seeds: Path, base: str) -> str:
    """The commit where the work on the checkout left `base`; `base` itself where the two have none in common."""
    try:
        commit = _git(seeds, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}").decode().strip()
    except UsageError as error:
        raise UsageError(f"git knows no revision {base} in {seeds}; name a commit or a branch, and fetch it first") from error
    try:
        return _git(seeds, "merge-base", commit, "HEAD").decode().strip()
    except UsageError:  # histories with nothing in common
        return commit


def _names(listed: bytes) -> Iterator[str]:
    """The fields of an answer, which end with NUL; names as the file system gives them."""
    return (os.fsdecode(field) for field in listed.split(b"\0")[:-1])


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers to a command run in `folder`.

    Raises:
        UsageError: when git refuses, with what it said, or when there is no git.
    """
    command = ["git", "-C", str(folder), "-c", "core.quotePath=false", *arguments]
    try:
        answer = subprocess.run(command, env={**os.environ, **_ENVIRONMENT}, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise UsageError("git is not installed; the report compares revisions with it") from error
    if answer.returncode:
        raise UsageError(f"git {arguments[0]}: {answer.stderr.decode('utf-8', 'replace').strip() or 'refused'}")
    return answer.stdout
