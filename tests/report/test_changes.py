"""Which seeds changed, whatever they and their branch are called."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from generator.errors import UsageError
from generator.report.changes import changed_seeds, earlier_text
from tests.report.conftest import TEXT, Repository

Make = Callable[..., Repository]
HOSTILE = (
    "$(touch hacked).txt",
    "--output=x.txt",
    "a\nb.txt",
    "`id`;|&.txt",
    "-rf.txt",
    ":(top)*.txt",
    "سر \u202e.txt",
    "q\"uote'.txt",
    "a\tb.txt",
)
BRANCH = "x;$(touch${IFS}hacked)`id`'\"&|"


def kinds(made: Repository, base: str) -> dict[str, str]:
    return {change.name: change.kind for change in changed_seeds(made.folder / "seeds", base)}


def test_nothing_changed(repository: Make) -> None:
    assert kinds(repository(), "HEAD") == {}


def test_new_changed_and_withdrawn_committed_or_not(repository: Make) -> None:
    made = repository()
    made.seed("mended.txt")
    made.seed("gone.txt")
    base = made.commit()
    made.seed("new.txt")
    made.seed("mended.txt", TEXT * 2)
    made.git("rm", "--quiet", "seeds/gone.txt")
    expected = {"new.txt": "new", "mended.txt": "changed", "gone.txt": "withdrawn"}
    assert kinds(made, base) == expected
    made.commit()
    assert kinds(made, base) == expected


def test_a_renamed_seed_is_one_withdrawn_and_one_new(repository: Make) -> None:
    made = repository()
    made.git("mv", "seeds/old.txt", "seeds/other.txt")
    assert kinds(made, "HEAD") == {"old.txt": "withdrawn", "other.txt": "new"}


def test_only_what_would_be_a_seed_counts(repository: Make) -> None:
    made = repository()
    (made.folder / "seeds/inner").mkdir()
    for name in ("README.md", ".hidden.txt", "inner/x.txt", "new.text"):
        made.seed(name)
    (made.folder / "other.txt").write_text(TEXT)
    assert kinds(made, "HEAD") == {}


def test_what_the_base_did_meanwhile_is_not_of_this_change(repository: Make) -> None:
    made = repository()
    made.git("switch", "--quiet", "--create", "work")
    made.seed("mine.txt")
    made.commit()
    made.git("switch", "--quiet", "main")
    made.seed("theirs.txt")
    made.commit()
    made.git("switch", "--quiet", "work")
    assert kinds(made, "main") == {"mine.txt": "new"}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_names(repository: Make, name: str) -> None:
    made = repository()
    made.git("switch", "--quiet", "--create", BRANCH)
    made.seed(name)
    assert kinds(made, "main") == {name: "new"}
    made.commit()
    assert kinds(made, "main") == {name: "new"}
    made.seed(name, TEXT * 2)
    (change,) = changed_seeds(made.folder / "seeds", BRANCH)
    assert change.kind == "changed"
    assert earlier_text(made.folder / "seeds", change) == TEXT.encode()
    assert not list(made.folder.rglob("hacked"))


def test_names_that_are_no_text(repository: Make) -> None:
    made = repository()
    made.seed(os.fsdecode(b"\xff\xfe.txt"))
    assert kinds(made, "HEAD") == {os.fsdecode(b"\xff\xfe.txt"): "new"}


def test_a_link_had_no_text(repository: Make) -> None:
    made = repository()
    (made.folder / "seeds/link.txt").symlink_to("/etc/passwd")
    base = made.commit()
    (made.folder / "seeds/link.txt").unlink()
    (change,) = changed_seeds(made.folder / "seeds", base)
    assert (change.kind, earlier_text(made.folder / "seeds", change)) == ("withdrawn", None)


@pytest.mark.parametrize("base", ["nothing-of-this-name", "--output=hacked", "", "HEAD:seeds", "-h"])
def test_what_is_no_revision_is_wrong_usage(repository: Make, base: str) -> None:
    made = repository()
    with pytest.raises(UsageError, match="git knows no revision"):
        changed_seeds(made.folder / "seeds", base)
    assert not (made.folder / "seeds/hacked").exists()


def test_outside_a_repository(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(UsageError):
        changed_seeds(tmp_path_factory.mktemp("plain"), "HEAD")
