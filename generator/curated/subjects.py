"""Subjects: words of several languages for one thing that records are about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.curated.authority import Names
from generator.curated.tree import Faults, read_branch


def read_subjects(path: Path, faults: Faults) -> Mapping[str, Names]:
    """Words by language under each subject; none where a data folder has no such file."""
    if not path.exists():
        return {}
    branch = read_branch(path, faults)
    return {key: {language: inner.texts(language) for language, _ in inner.items()} for key, inner in branch.branches()}
