"""Every temporary folder of these tests is a project."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _project(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
