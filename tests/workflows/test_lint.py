"""The workflows and forms before three linters, and the rules of this repository that none of them knows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.workflows.workflow import FOLDER, PROJECT, WORKFLOWS, steps, workflow

BIN = Path(sys.prefix) / "bin"
FORMS = sorted((PROJECT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
PIN = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def said(*command: object) -> tuple[int, str]:
    done = subprocess.run(list(map(str, command)), cwd=PROJECT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("persona", ["regular", "pedantic"])
def test_zizmor_finds_nothing(persona: str) -> None:
    code, output = said(BIN / "zizmor", "--offline", "--no-progress", f"--persona={persona}", ".github")
    assert code == 0, output
    assert "No findings to report" in output


def test_actionlint_finds_nothing() -> None:
    assert said(BIN / "actionlint", *FOLDER.glob("*.yml")) == (0, "")


def test_workflows_and_forms_keep_their_schemas() -> None:
    forms = [form for form in FORMS if form.name != "config.yml"]
    for schema, files in (("workflows", FOLDER.glob("*.yml")), ("issue-forms", forms), ("issue-config", [FORMS[0].parent / "config.yml"])):
        code, output = said(BIN / "check-jsonschema", "--builtin-schema", f"vendor.github-{schema}", *files)
        assert code == 0, output


def test_the_linters_see_a_fault(tmp_path: Path) -> None:
    """That nothing is found means something: a workflow with an injection is found by each."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    bad = folder / "bad.yml"
    bad.write_text(
        "on: pull_request_target\njobs:\n  x:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@v4\n      - run: echo ${{ github.event.pull_request.title }}\n        shel: bash\n"
    )
    assert said(BIN / "zizmor", "--offline", "--no-progress", bad)[0] != 0
    assert said(BIN / "actionlint", bad)[0] != 0
    assert said(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", bad)[0] != 0


def test_the_three_workflows_are_there() -> None:
    assert {path.stem for path in FOLDER.glob("*.yml")} == set(WORKFLOWS)
    assert list(workflow("check")["on"]) == ["pull_request"]
    assert workflow("preview")["on"] == {"workflow_run": {"workflows": ["check"], "types": ["completed"]}}
    assert workflow("publish")["on"]["push"] == {"branches": ["main"]}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_to_a_commit_and_say_its_version(name: str) -> None:
    uses = [line.strip().removeprefix("- ") for line in (FOLDER / f"{name}.yml").read_text().splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not PIN.search(line)] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_is_written_into_a_command(name: str) -> None:
    commands = [step["run"] for step in steps(name) if "run" in step]
    assert commands
    assert [command for command in commands if "${{" in command] == []


def test_rights_are_the_least() -> None:
    granted = {
        name: {key: job.get("permissions") for key, job in workflow(name)["jobs"].items()} | {"": workflow(name)["permissions"]}
        for name in WORKFLOWS
    }
    assert granted["check"] == {"seeds": {"contents": "read"}, "tests": {"contents": "read"}, "": {}}
    assert granted["preview"] == {"comment": {"actions": "read", "contents": "read", "pull-requests": "write"}, "": {}}
    assert granted["publish"] == {"build": {"contents": "read"}, "deploy": {"pages": "write", "id-token": "write"}, "": {}}


def test_no_checkout_leaves_its_token_behind() -> None:
    checkouts = [step for name in WORKFLOWS for step in steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) == 4
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)
    assert all("ref" not in step["with"] for step in checkouts)


def test_the_forms_ask_for_source_rights_and_date() -> None:
    asked = {form.stem: yaml.safe_load(form.read_text(encoding="utf-8")) for form in FORMS}
    fields = {name: {each.get("id") for each in form.get("body", ())} for name, form in asked.items()}
    assert fields["add-a-text"] >= {"source", "date", "published", "rights", "text"}
    assert fields["rights"] >= {"record", "wish", "standing", "original"}
    template = (PROJECT / ".github/PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert all(word in template for word in ("Source", "المصدر", "Date", "التاريخ", "Rights", "الحقوق", "Droits"))
