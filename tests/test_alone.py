"""Cases that copy their process: each file in `alone/` has one of its own, in which no other test has left threads.

A copy inherits the locks that threads hold at that moment, and would wait for them for ever.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT, environment

CASES = sorted((PROJECT / "tests" / "alone").glob("cases_*.py"))


@pytest.mark.timeout(0)  # each case has its own
@pytest.mark.parametrize("cases", CASES, ids=[path.stem for path in CASES])
def test_in_a_process_of_its_own(cases: Path) -> None:
    alone = {name: value for name, value in environment().items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", cases]
    done = subprocess.run(command, cwd=PROJECT, env=alone, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_some() -> None:
    assert CASES
