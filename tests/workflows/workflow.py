"""A workflow as a test reads it: its steps, and their shell commands run as GitHub runs them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import PROJECT, environment

FOLDER = PROJECT / ".github" / "workflows"
WORKFLOWS = ("check", "preview", "publish")
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


def workflow(name: str) -> dict[str, Any]:
    """The workflow of a name; its `on` is a word here, not the truth value that YAML 1.1 makes of it."""
    loaded = yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def steps(name: str, job: str | None = None) -> Iterator[dict[str, Any]]:
    """The steps of one job, or of all."""
    for key, found in workflow(name)["jobs"].items():
        if job in (None, key):
            yield from found["steps"]


@dataclass(frozen=True, kw_only=True)
class Machine:
    """A runner: the folder of the checkout, its temporary folder, and what GitHub's expressions mean there."""

    checkout: Path
    temp: Path
    expressions: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = None
    """A folder of programs that stand before those of the machine."""

    def run(self, step: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
        """The command of a step, with its `env` filled in; an expression that nobody expected fails the test."""
        given = {key: _EXPRESSION.sub(lambda found: self.expressions[found[1]], value) for key, value in step.get("env", {}).items()}
        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        variables = environment(**given, RUNNER_TEMP=str(self.temp), GITHUB_STEP_SUMMARY=str(self.temp / "step-summary.md"))
        if self.path:
            variables["PATH"] = f"{self.path}:{variables['PATH']}"
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        return subprocess.run(command, cwd=self.checkout, env=variables, capture_output=True, encoding="utf-8", timeout=300, check=False)
