"""The ledger of addresses: renaming, deleting and merging seeds with a promise kept, and broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import BrokenPromiseError, DataError
from generator.ledger import publish_ledger
from generator.model import Settings
from generator.pipeline import Report, generate
from generator.read import ledger_text, passed_over, read_promises
from generator.settings import read_settings

Write = Callable[..., Settings]
TEXT = "France and Kazakhstan signed an agreement in Astana on 1 November 2023.\n"
OTHER = "Norway and Peru spoke about fish in Lima.\n"


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    """An archive with two published records, `visit` and `fish`."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [chancery: {languages: [en, ar]}]\n")
    (tmp_path / "seeds").mkdir()
    write(tmp_path, "visit.txt", TEXT)
    write(tmp_path, "fish.txt", OTHER)
    settings = read_settings(tmp_path)
    publish_ledger(settings)
    return settings


def write(project: Path, name: str, text: str) -> None:
    (project / "seeds" / name).write_text(text, encoding="utf-8")


def told(report: Report) -> list[tuple[str, str]]:
    """The errors of a run: file and code."""
    return [(doubt.seed, doubt.code) for doubt in report.doubts if doubt.level == "error"]


def page(settings: Settings, address: str) -> str:
    return (settings.docs / "records" / f"{address}.md").read_text(encoding="utf-8")


def test_the_ledger_lists_addresses_and_grows_only(home: Settings) -> None:
    ledger = home.seeds / "addresses.tsv"
    assert ledger.read_text() == "address\tid\nfish\tfish\nvisit\tvisit\n"
    write(home.project, "new_one.txt", f"---\naliases: [Old Name]\n---\n{TEXT}")
    again = publish_ledger(home)
    assert (again.addresses, again.new) == (4, 2)
    assert ledger.read_text() == "address\tid\nfish\tfish\nnew-one\tnew_one\nold-name\tOld Name\nvisit\tvisit\n"
    assert publish_ledger(home).new == 0


def test_ledger_and_tombstones_are_no_strangers_in_the_folder(home: Settings) -> None:
    write(home.project, "gone.gone.yml", "reason: error\n")
    assert passed_over(home.seeds) == ()


def test_a_renamed_seed_breaks_the_build_until_it_names_its_former_id(home: Settings) -> None:
    (home.seeds / "visit.txt").rename(home.seeds / "astana.txt")
    with pytest.raises(BrokenPromiseError, match="/records/visit/"):
        generate(home)
    assert not home.docs.exists()
    write(home.project, "astana.txt", f"---\naliases: [visit]\n---\n{TEXT}")
    assert not told(generate(home))
    assert '"redirect": "records/astana/"' in page(home, "visit")


def test_a_deleted_seed_breaks_the_build_until_a_tombstone_stands(home: Settings) -> None:
    (home.seeds / "visit.txt").unlink()
    with pytest.raises(BrokenPromiseError) as broken:
        publish_ledger(home)
    assert [(doubt.seed, doubt.line, doubt.values["name"]) for doubt in broken.value.doubts] == [("seeds/addresses.tsv", 3, "visit")]
    write(home.project, "visit.gone.yml", "reason: rights-holder\nday: 2026-01-31\nnote: <b>asked</b> by letter\n")
    assert not told(generate(home))
    stone = page(home, "visit")
    assert "31 January 2026" in stone
    assert "31 يناير 2026" in stone
    assert "<b>" not in stone
    assert "Astana" not in stone
    assert "visit" in publish_ledger(home).path.read_text()


def test_merged_seeds_redirect_to_the_one_that_stays(home: Settings) -> None:
    (home.seeds / "fish.txt").unlink()
    write(home.project, "visit.txt", f"---\naliases: [fish]\n---\n{TEXT}{OTHER}")
    generate(home)
    assert '"redirect": "records/visit/"' in page(home, "fish")


def test_a_former_id_of_a_withdrawn_record_shows_its_tombstone(home: Settings) -> None:
    write(home.project, "visit.txt", f"---\naliases: [early]\n---\n{TEXT}")
    publish_ledger(home)
    (home.seeds / "visit.txt").unlink()
    write(home.project, "visit.gone.yml", "---\nreason: duplicate\naliases: [early]\n")
    generate(home)
    assert page(home, "early") == page(home, "visit").replace("records/visit/", "records/early/")


def test_a_refused_seed_breaks_its_promise(home: Settings) -> None:
    write(home.project, "visit.txt", "---\ndate: yesterday\n---\nText.\n")
    with pytest.raises(BrokenPromiseError):
        generate(home)


def test_of_two_seeds_with_one_address_the_published_one_stays(home: Settings) -> None:
    write(home.project, "Visit.txt", OTHER)
    report = generate(home)
    assert told(report) == [("seeds/Visit.txt", "D505")]
    assert '"record": "visit"' in page(home, "visit")


def test_a_seed_beside_its_tombstone_is_not_published(home: Settings) -> None:
    write(home.project, "visit.gone.yml", "reason: law\n")
    assert told(generate(home)) == [("seeds/visit.txt", "D521")]
    assert '"kind": "gone"' in page(home, "visit")


def test_even_a_faulty_tombstone_withdraws(home: Settings) -> None:
    (home.seeds / "addresses.tsv").unlink()
    write(home.project, "visit.gone.yml", "reason: because\n")
    assert told(generate(home)) == [("seeds/visit.txt", "D521"), ("seeds/visit.gone.yml", "D252")]
    assert not (home.docs / "records" / "visit.md").exists()


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("reason: because\n", [(1, "D252")]),
        ("---\nreason: errror\n---\n", [(2, "D252")]),
        ("day: 2026-02-30\n", [(1, "D220")]),
        ("reason: error\ncolour: red\n", [(2, "D205")]),
        ("reason: [error]\n", [(1, "D217")]),
        ("reason: &x error\n", [(1, "D207")]),
        ("- error\n", [(1, "D251")]),
    ],
)
def test_faults_of_tombstones_stand_at_their_lines(home: Settings, text: str, faults: list[tuple[int, str]]) -> None:
    write(home.project, "x.gone.yml", text)
    promises = read_promises(home.seeds)
    assert [(doubt.line, doubt.code) for doubt in promises.doubts] == faults
    assert (promises.tombstones, promises.withdrawn) == ((), {"x"})


def test_a_tombstone_that_is_a_link_is_not_followed(home: Settings) -> None:
    (home.project / "secret.yml").write_text("reason: error\n")
    (home.seeds / "x.gone.yml").symlink_to(home.project / "secret.yml")
    assert [doubt.code for doubt in read_promises(home.seeds).doubts] == ["D101"]


@pytest.mark.parametrize("line", ["no tabulator", "UPPER\tx", "visit\tanother", "<<<<<<< ours", "", "a/b\tx"])
def test_a_ledger_that_cannot_be_read_stops_the_build_by_its_line(home: Settings, line: str) -> None:
    with (home.seeds / "addresses.tsv").open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(DataError, match=r"seeds/addresses\.tsv:4: "):
        generate(home)


def test_the_ledger_belongs_to_its_folder(home: Settings, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "x.txt").write_text(TEXT)
    settings = read_settings(home.project, seeds=other, docs=tmp_path / "d", site=tmp_path / "s")
    assert generate(settings).records == 1


def test_ledger_text_is_read_again(tmp_path: Path) -> None:
    addresses = {"b": "B", "a": "ä", "c-1": "c 1"}
    (tmp_path / "addresses.tsv").write_text(ledger_text(addresses), encoding="utf-8")
    assert read_promises(tmp_path).addresses == addresses
    assert json.dumps(ledger_text(addresses)) == json.dumps("address\tid\na\tä\nb\tB\nc-1\tc 1\n", ensure_ascii=True)
