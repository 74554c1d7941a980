"""Every command as a person or a workflow types it: what it says, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner, Result

from generator import curated
from generator.cli import main
from generator.export.catalogue import schema
from tests.conftest import Built, chancery, copied_project

Run = Callable[..., Result]
SEED = (
    "---\nrights: open\nsource: {name: Example}\nparties: [FRA, KAZ]\ndate: 2023-11-01\n---\n"
    "France and Kazakhstan signed an agreement in Astana.\n"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with one good seed; commands run in it."""
    home = copied_project(tmp_path / "archive", seeds=None)
    (home / "seeds/good.txt").write_text(SEED)
    monkeypatch.chdir(home)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def run() -> Run:
    """Runs a command in this process; an error that is no message fails the test."""

    def command(*arguments: object) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return command


def commands() -> list[tuple[str, click.Command]]:
    return sorted(main.commands.items())


def test_the_commands_of_the_design_are_there() -> None:
    assert {name for name, _ in commands()} >= {
        "build", "serve", "catalogue", "check", "explain", "evaluate", "add", "report", "publish-ledger", "verify",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "command"), commands())
def test_help_is_complete(name: str, command: click.Command, run: Run) -> None:
    assert command.help, name
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []
    assert run(name, "--help").exit_code == 0


def test_build_says_what_it_made(archive_site: Built, project: Path) -> None:
    seeds = len(list((project / "seeds").glob("*.txt")))
    assert f"{seeds} records, 0 seeds set aside" in archive_site.said
    assert f"The site is in {archive_site.site}" in archive_site.said
    assert "Traceback" not in archive_site.said
    assert "Material" not in archive_site.said


def test_verify_of_a_site_as_it_was_published(archive_site: Built, run: Run) -> None:
    result = run("verify", archive_site.site)
    files = sum(path.is_file() for path in archive_site.site.rglob("*")) - 1
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{files} files are as published; SHA256SUMS has the SHA-256 ")


def test_verify_names_what_is_not_as_published(archive_site: Built, run: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(archive_site.site, site)
    (site / "404.html").write_text("changed")
    (site / "index.html").unlink()
    (site / "a\x1b[2Jb").write_text("")
    with (site / "SHA256SUMS").open("a") as file:
        file.write("nonsense\n")
    result = run("verify", site)
    lines = (site / "SHA256SUMS").read_bytes().count(b"\n")
    assert result.exit_code == 1
    assert result.stdout == "4 faults found: the site is not as it was published\n"
    assert result.stderr.splitlines() == [
        f"{site}/SHA256SUMS:{lines}: no line of a hash and a path, or a path that an earlier line names",
        f"{site}/404.html: has other bytes than were published",
        f"{site}/a\ufffd[2Jb: is there, but not listed",
        f"{site}/index.html: is listed, but not there",
    ]


def test_catalogue_as_text(home: Path, run: Run) -> None:
    result = run("catalogue", "seeds/good.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("good  en ltr")
    assert "FRA KAZ" in result.stdout


def test_catalogue_as_json_after_its_schema(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    result = run("catalogue", "seeds", "--format", "json")
    lines = result.stdout.splitlines()
    assert (result.exit_code, len(lines)) == (0, len(list((project / "seeds").glob("*.txt"))))
    for line in lines:
        jsonschema.validate(json.loads(line), schema())


def test_catalogue_goes_on_after_a_bad_seed(home: Path, run: Run) -> None:
    (home / "seeds/bad.txt").write_text("")
    result = run("catalogue", "seeds", "--format", "json")
    assert result.exit_code == 1
    assert result.stderr == "seeds/bad.txt:1: D103 the file is empty\n"
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["good"]


def test_an_environment_of_ascii_stops_nothing(project: Path) -> None:
    arabic = next(path for path in sorted((project / "seeds").glob("*.txt")) if path.name.startswith("ziyarat"))
    result = chancery("catalogue", arabic, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (result.returncode, "Traceback" in result.stderr) == (0, False)


def test_explain_tells_values_words_removals_and_doubts(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    result = run("explain", "seeds/muhadathat-tajikistan-kazakhstan.txt")
    assert result.exit_code == 0
    for piece in ("language: ", "KAZ", "TJK", "XXXX-08-25", "inferred by", "confidence", "removed:", "doubts:"):
        assert piece in result.stdout, piece


def test_explain_of_a_refused_seed(home: Path, run: Run) -> None:
    (home / "seeds/bad.txt").write_text("---\ncolour: red\n---\ntext")
    result = run("explain", "seeds/bad.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("seeds/bad.txt:2: D205 ")


def test_check_is_silent_about_a_good_seed(home: Path, run: Run) -> None:
    result = run("check")
    assert (result.exit_code, result.output) == (0, "")


def test_check_warnings_fail_only_when_strict(home: Path, run: Run) -> None:
    (home / "seeds/good.txt").write_text(SEED.replace("source: {name: Example}\n", ""))
    assert "D242" in run("check").stdout
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_check_in_every_format(home: Path, run: Run, form: str) -> None:
    (home / "seeds/bad.txt").write_text("---\ncolour: red\n---\ntext")
    result = run("check", "--format", form)
    assert result.exit_code == 1
    told = result.stdout
    if form == "text":
        assert "seeds/bad.txt:2: D205 " in told
    elif form == "json":
        assert {"path": "seeds/bad.txt", "line": 2, "code": "D205", "level": "error"}.items() <= json.loads(told.splitlines()[0]).items()
    elif form == "github":
        assert told.startswith("::error file=seeds/bad.txt,line=2,col=1,title=D205::")
    else:
        (results,) = [each["results"] for each in json.loads(told)["runs"]]
        assert results[0]["ruleId"] == "D205"


@pytest.mark.parametrize(("language", "words"), [("ar", "خال"), ("fr", "vide"), ("en", "empty"), ("xx", "empty")])
def test_check_speaks_the_language_asked_for(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch, language: str, words: str) -> None:
    (home / "seeds/bad.txt").write_text("")
    assert words in run("check", "--language", language).stdout
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    assert words in run("check").stdout


def test_check_raises_a_legacy_encoding_and_fix_mends_it(home: Path, run: Run) -> None:
    text = (
        "---\nsource: {name: Example}\nparties: [FRA, KAZ]\ndate: 2023\nadded: 2023-11-02\n---\n"
        + "La réunion a été présidée à Genève par le délégué français. " * 4
    )
    (home / "seeds/old.txt").write_bytes(text.encode("cp1252"))
    result = run("check", "seeds/old.txt")
    assert (result.exit_code, "D107" in result.stdout) == (1, True)
    result = run("check", "--fix", "seeds/old.txt")
    assert (result.exit_code, "written again" in result.stderr) == (0, True)
    assert (home / "seeds/old.txt").read_text(encoding="utf-8") == text


def test_evaluate_table_json_and_comparison(home: Path, run: Run) -> None:
    (home / "labelled/texts").mkdir(parents=True)
    (home / "labelled/texts/x.txt").write_text(SEED)
    label = {"id": "x", "language": "en", "direction": "ltr", "title": None, "parties": ["FRA", "KAZ"], "date": "2023-11-01"}
    (home / "labelled/labels.jsonl").write_text(json.dumps(label) + "\n")
    assert run("evaluate", "labelled").stdout.split()[:3] == ["texts", "language", "direction"]
    first = run("evaluate", "labelled", "--format", "json")
    assert json.loads(first.stdout)["scores"]["parties"] == 1.0
    (home / "before.json").write_text(first.stdout.replace('"right": true', '"right": false'))
    assert "found x: parties" in run("evaluate", "labelled", "--baseline", "before.json").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("catalogue", "nowhere"),
        ("catalogue",),
        ("explain", "nowhere.txt"),
        ("explain", "seeds"),
        ("check", "nowhere"),
        ("check", "--format", "xml"),
        ("evaluate", "seeds"),
        ("evaluate", "nowhere"),
        ("evaluate", "seeds/good.txt"),
        ("build", "--seeds", "nowhere"),
        ("build", "--seeds", "seeds/good.txt"),
        ("build", "--site", "seeds/good.txt"),
        ("build", "--docs", "seeds/good.txt"),
        ("serve", "--seeds", "nowhere"),
        ("serve", "--port", "70000"),
        ("verify",),
        ("verify", "nowhere"),
        ("verify", "seeds"),
        ("nonsense",),
    ],
)
def test_wrong_usage_ends_with_two(home: Path, run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"not json", b"[]"])
def test_a_baseline_that_is_none(home: Path, run: Run, content: bytes) -> None:
    (home / "texts").mkdir()
    (home / "labels.jsonl").write_text("")
    (home / "before.json").write_bytes(content)
    assert run("evaluate", home, "--baseline", "before.json").exit_code == 2
    assert run("evaluate", home, "--baseline", "nowhere.json").exit_code == 2


@pytest.mark.parametrize(
    "broken",
    [
        "site_name: [unclosed",
        "- a list",
        "",
        "site_name: \x00",
        "site_name: x\ndocs_dir: [a, b]\n",
        "site_name: x\nsite_dir: {a: b}\n",
        "site_name: x\nplugins: [chancery: {languages: fr}]\n",
        "site_name: x\nplugins: [chancery: {languages: [[fr]]}]\n",
        "site_name: x\nplugins: [chancery: {rights: secret}]\n",
        "site_name: x\nplugins: [chancery: {coverage_from: long ago}]\n",
        "site_name: x\nplugins: [chancery: {seeds: [a]}]\n",
        "site_name: x\ntheme: {language: eo}\n",
    ],
)
def test_broken_settings_are_told(home: Path, run: Run, broken: str) -> None:
    (home / "mkdocs.yml").write_text(broken)
    result = run("check")
    assert result.exit_code == 2, result.output
    assert "mkdocs.yml" in result.stderr


@pytest.mark.parametrize(
    "broken",
    [
        "theme: {name: nobody-has-this}\n",
        "plugins: [nobody-has-this]\n",
        "markdown_extensions: [nobody-has-this]\n",
        "hooks: [nowhere.py]\n",
    ],
)
def test_what_mkdocs_refuses_is_told_and_the_old_site_stands(home: Path, run: Run, broken: str) -> None:
    (home / "site").mkdir()
    (home / "site/index.html").write_text("old")
    kept = [line for line in (home / "mkdocs.yml").read_text().split("\n\n") if not line.lstrip("# ").startswith(broken.split(":")[0])]
    (home / "mkdocs.yml").write_text("\n\n".join(kept) + "\n" + broken)
    result = run("build")
    assert result.exit_code == 1, result.output
    assert "nobody-has-this" in result.stderr or "nowhere.py" in result.stderr
    assert (home / "site/index.html").read_text() == "old"


def test_broken_data_is_told_with_its_lines(home: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    (data / "countries").mkdir(parents=True)
    (data / "countries/kaz.yml").write_text("colour: red\n")
    read = curated.load.__wrapped__
    for place in ("generator.curated.load", "generator.pipeline.load", "generator.check.seeds.load"):
        monkeypatch.setattr(place, lambda: read(data))
    for arguments in (("build",), ("catalogue", "seeds"), ("check",), ("explain", "seeds/good.txt")):
        result = run(*arguments)
        assert result.exit_code == 1, arguments
        assert "countries/kaz.yml:1: " in result.stderr, arguments


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_a_folder_that_cannot_be_read(home: Path, run: Run) -> None:
    (home / "seeds").chmod(0)
    try:
        assert {run(*arguments).exit_code for arguments in (("build",), ("catalogue", "seeds"), ("check",))} == {2}
    finally:
        (home / "seeds").chmod(0o755)


def test_a_page_of_somebody_else_is_not_overwritten(home: Path, run: Run) -> None:
    (home / "docs/fr/index.md").write_text("mine")
    result = run("build")
    assert (result.exit_code, "fr/index.md" in result.stderr) == (2, True)
    assert (home / "docs/fr/index.md").read_text() == "mine"


def test_an_archive_without_seeds_is_an_archive(home: Path, run: Run) -> None:
    (home / "seeds/good.txt").unlink()
    result = run("build")
    assert result.exit_code == 0, result.output
    assert "0 records" in result.stdout
    assert (home / "site/fr/countries/index.html").is_file()
    assert (run("check").exit_code, run("catalogue", "seeds").exit_code) == (0, 0)
