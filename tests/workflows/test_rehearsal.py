"""The workflows rehearsed step by step: the shell commands as they stand in the YAML, on a repository that means harm.

The branch, a file name and a seed try to run commands, to speak to the runner, to call people and to run scripts.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT, copied_project
from tests.report.conftest import Repository
from tests.workflows.workflow import Machine, steps, workflow

BRANCH = "x;$(touch${IFS}hacked)`touch${IFS}hacked`\"'&&touch${IFS}hacked|@all%0A"
NAMES = ("$(touch hacked).txt", "`touch hacked`;touch hacked # two.txt", "--strict.txt", "-n.txt", '"; touch hacked; " five.txt')
SEED = (
    "::error::taken over\n::add-mask::France\n::set-output name=x::y\n##[command]touch hacked\n\n"
    "@everyone <script>alert(1)</script> | ![x](https://evil.example/x.png) $(touch hacked) `touch hacked` \u202etxt\n\n"
    "France and Kazakhstan signed an agreement in Astana on 1 November 2023.\n"
)
REFUSED = "---\ndate: 2023-02-31\ntitle: '::error::taken over'\n---\nFrance and Kazakhstan.\n"
TOLD = "Tell what the change makes of the archive"
RUN = "https://github.com/someone/archive/actions/runs/123"
GH = r"""#!/usr/bin/env python3
import json, os, sys
folder = os.environ["GH_FOLDER"]
with open(f"{folder}/calls.jsonl", "a", encoding="utf-8") as calls:
    given = sys.argv[sys.argv.index("--input") + 1] if "--input" in sys.argv else None
    body = open(given, encoding="utf-8").read() if given else None
    calls.write(json.dumps({"arguments": sys.argv[1:], "body": body}) + "\n")
address = next(each for each in sys.argv if each.startswith("repos/"))
answer = "pulls" if address.endswith("/pulls") else "comments"
if not given:
    print(open(f"{folder}/{answer}.json", encoding="utf-8").read())
"""


@pytest.fixture
def pull_request(tmp_path: Path) -> Repository:
    """A copy of the archive whose HEAD is the merge of a hostile branch into main, as a runner finds it."""
    made = Repository(folder=copied_project(tmp_path / "checkout"))
    for name in ("Makefile", "requirements.txt", "pyproject.toml", ".gitignore", ".gitattributes"):
        shutil.copy(PROJECT / name, made.folder)
    shutil.copytree(PROJECT / ".github", made.folder / ".github", ignore=shutil.ignore_patterns("images"))
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit()
    made.git("switch", "--quiet", "--create", BRANCH)
    for name in NAMES:
        made.seed(name, SEED)
    made.commit()
    made.git("switch", "--quiet", "main")
    (made.folder / "README.md").write_text("What the base did meanwhile.\n")
    made.commit()
    made.git("merge", "--quiet", "--no-ff", "--message", "merge", BRANCH)
    return made


@pytest.fixture
def machine(pull_request: Repository, tmp_path: Path) -> Machine:
    """A runner on which the environment of these tests is what `make` would have set up."""
    environment = pull_request.folder / ".venv"
    environment.mkdir()
    (environment / "bin").symlink_to(Path(sys.executable).parent)
    (environment / ".ready-site").touch()
    temp = tmp_path / "runner"
    temp.mkdir()
    return Machine(checkout=pull_request.folder, temp=temp)


def nothing_ran(*folders: Path) -> bool:
    return not any(name == "hacked" for folder in folders for _, inner, files in os.walk(folder) for name in (*inner, *files))


def spoken(output: str) -> list[str]:
    """The lines of a log that the runner would obey."""
    return [line for line in output.splitlines() if line.lstrip().startswith(("::", "##["))]


def test_check(machine: Machine) -> None:
    ran = []
    for step in steps("check", "seeds"):
        if "run" not in step:
            continue
        done = machine.run(step)
        ran.append(step["name"])
        assert done.returncode == 0, (step["name"], done.stdout, done.stderr)
        assert [
            line for line in spoken(done.stdout + done.stderr) if not line.startswith(("::warning file=seeds/", "::notice file=seeds/"))
        ] == []
    assert ran == ["Set up", "Check the seeds of the change", "Check all seeds", TOLD, "Build the site"]
    summary = (machine.checkout / "summary/summary.md").read_text(encoding="utf-8")
    assert summary == (machine.temp / "step-summary.md").read_text(encoding="utf-8")
    assert f"{len(NAMES)} new." in summary
    assert "README" not in summary
    assert "<script" not in summary
    assert "@everyone" not in summary.replace("\u2060", "")
    built = list((machine.checkout / "site/records").iterdir())
    assert len(built) >= len(NAMES)
    assert nothing_ran(machine.checkout, machine.temp)


def test_check_of_seeds_that_are_refused(machine: Machine, pull_request: Repository) -> None:
    pull_request.seed("refused.txt", REFUSED)
    pull_request.seed("line\n::error::break.txt", SEED)
    pull_request.commit()
    check, tell = (step for step in steps("check", "seeds") if step["name"] in ("Check the seeds of the change", TOLD))
    done = machine.run(check)
    assert done.returncode != 0
    errors = [line for line in spoken(done.stdout) if line.startswith("::error")]
    assert [line.split(",title=")[0] for line in errors] == [
        "::error file=seeds/line\ufffd::error::break.txt,line=1,col=1".replace("::error::break", "%3A%3Aerror%3A%3Abreak"),
        "::error file=seeds/refused.txt,line=2,col=7",
    ]
    assert "!cancelled()" in tell["if"], "the summary is wanted most where the check fails"
    assert machine.run(tell).returncode == 0
    assert "D201" in (machine.checkout / "summary/summary.md").read_text(encoding="utf-8")
    assert nothing_ran(machine.checkout, machine.temp)


def test_a_change_without_seeds_checks_none_of_them_twice(machine: Machine, pull_request: Repository) -> None:
    (pull_request.folder / "README.md").write_text("Another word.\n")
    pull_request.commit()
    done = machine.run(next(step for step in steps("check", "seeds") if step["name"] == "Check the seeds of the change"))
    assert (done.returncode, done.stdout) == (0, "")


def test_tests_are_those_of_continuous_integration() -> None:
    assert [step["run"] for step in steps("check", "tests") if "run" in step] == [".ci/run"]
    assert "make test" in (PROJECT / ".ci/run").read_text()


@pytest.fixture
def preview(machine: Machine, tmp_path: Path) -> Machine:
    """A runner with a `gh` that notes what it is told; the artifact is a hostile one."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "gh").write_text(GH, encoding="utf-8")
    (programs / "gh").chmod(0o755)
    (machine.temp / "summary").mkdir()
    (machine.temp / "summary/summary.md").write_text(f"## fine\n\n{SEED}\x00\n| <img src=x> |\n", encoding="utf-8")
    expressions = {
        "github.event.workflow_run.html_url": RUN,
        "github.token": "secret",
        "github.repository": "someone/archive",
        "github.event.workflow_run.head_repository.owner.login": "stranger",
        "github.event.workflow_run.head_branch": BRANCH,
        "github.event.workflow_run.head_sha": "f" * 40,
    }
    return Machine(checkout=machine.checkout, temp=machine.temp, expressions=expressions, path=programs)


def commented(machine: Machine, monkeypatch: pytest.MonkeyPatch, pulls: object, comments: object) -> list[dict]:
    """What `gh` was told when the steps ran, given what GitHub answers."""
    answers = machine.temp / "answers"
    answers.mkdir(exist_ok=True)
    monkeypatch.setenv("GH_FOLDER", str(answers))
    (answers / "pulls.json").write_text(json.dumps(pulls))
    (answers / "comments.json").write_text(json.dumps(comments))
    for step in steps("preview"):
        if "run" in step:
            done = machine.run(step)
            assert done.returncode == 0, (step["name"], done.stderr)
            assert "secret" not in done.stdout + done.stderr
    return [json.loads(line) for line in (answers / "calls.jsonl").read_text().splitlines()]


def test_preview_comments_on_the_pull_request_of_the_commit(preview: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    pulls = [{"number": 6, "head": {"sha": "0" * 40}}, {"number": 7, "head": {"sha": "f" * 40}}]
    asked, listed, posted = commented(preview, monkeypatch, pulls, [])
    assert f"head=stranger:{BRANCH}" in asked["arguments"]
    assert "repos/someone/archive/issues/7/comments" in listed["arguments"]
    assert posted["arguments"][:4] == ["api", "--method", "POST", "repos/someone/archive/issues/7/comments"]
    body = json.loads(posted["body"])["body"]
    assert body.startswith("<!-- chancery summary -->\n## fine\n")
    assert f"({RUN})" in body
    assert "@everyone" not in body
    assert not any(alive in body for alive in ("<script", "<img", "![", "$(", "\x00", "\u202e", "`touch"))
    assert nothing_ran(preview.checkout, preview.temp)


def test_preview_mends_its_own_earlier_comment_and_no_other(preview: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = "<!-- chancery summary -->"
    comments = [
        {"id": 1, "user": {"login": "stranger"}, "body": f"{mark} mine"},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "another"},
        {"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"{mark}\nold"},
    ]
    *_, last = commented(preview, monkeypatch, [{"number": 7, "head": {"sha": "f" * 40}}], comments)
    assert last["arguments"][:4] == ["api", "--method", "PATCH", "repos/someone/archive/issues/comments/3"]


def test_preview_of_a_branch_that_moved_on_says_nothing(preview: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(commented(preview, monkeypatch, [{"number": 7, "head": {"sha": "0" * 40}}], [])) == 1


def test_publish_builds_the_site_and_hands_over_nothing_else(machine: Machine) -> None:
    for step in steps("publish", "build"):
        if "run" in step:
            done = machine.run(step)
            assert done.returncode == 0, done.stderr
    (upload,) = (step for step in steps("publish", "build") if "upload-pages-artifact" in step.get("uses", ""))
    assert (machine.checkout / upload["with"]["path"] / "index.html").is_file()
    assert workflow("publish")["jobs"]["deploy"]["needs"] == "build"
    assert nothing_ran(machine.checkout, machine.temp)
