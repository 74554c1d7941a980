"""Which records are put beside each other as reports on one event, on texts of our own and on single signs."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from generator.archive import assemble
from generator.archive.alike import closeness, forbidden, signs, weight
from generator.curated import load
from generator.model import Entry, Figure, PersonInText, Settings
from generator.pipeline import catalogue
from tests.conftest import PROJECT
from tests.render.samples import entry, settings, stated

CASES = yaml.safe_load((PROJECT / "tests/cases/clusters/reports.yml").read_text(encoding="utf-8"))["reports"]
PRECISION, RECALL = 0.95, 0.85


def _entries(folder: Path, chosen: Settings) -> tuple[Entry, ...]:
    found = catalogue(sorted(folder.glob("*.txt")), chosen, load())
    return tuple(each.record.entry for each in found if each.record)


@pytest.fixture(scope="module")
def paired(tmp_path_factory: pytest.TempPathFactory) -> set[frozenset[str]]:
    """Every two reports that the archive puts on one event."""
    folder = tmp_path_factory.mktemp("reports")
    for case in CASES:
        (folder / f"{case['id']}.txt").write_text(case["text"] + "\n", encoding="utf-8")
    chosen = replace(settings(folder), seeds=folder)
    made = assemble(_entries(folder, chosen), chosen)
    return {frozenset({key, other.id}) for key, others in made.same_event.items() for other in others}


def _labelled() -> set[frozenset[str]]:
    return {frozenset({one["id"], other["id"]}) for one, other in combinations(CASES, 2) if one["event"] == other["event"]}


def test_labelled_reports_are_put_together_and_hardly_any_other(paired: set[frozenset[str]]) -> None:
    right = paired & _labelled()
    wrong, missed = sorted(map(sorted, paired - right)), sorted(map(sorted, _labelled() - right))
    assert len(CASES) >= 30
    assert len(right) / len(paired) >= PRECISION, wrong
    assert len(right) / len(_labelled()) >= RECALL, missed


@pytest.mark.shared
def test_a_call_and_a_visit_of_the_same_two_are_two_events(shared: Path) -> None:
    chosen = replace(settings(shared), seeds=shared / "seeds")
    assert assemble(_entries(shared / "seeds", chosen), chosen).same_event == {}


def _report(name: str, **more: object) -> Entry:
    return entry(name, "en", "T", "ltr", **{"parties": (stated("FRA"), stated("KAZ")), **more})


def _joined(*entries: Entry) -> set[frozenset[str]]:
    made = assemble(entries, settings(Path("/nowhere")))
    return {frozenset({key, *(other.id for other in others)}) for key, others in made.same_event.items()}


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("2023-11-01", "2023-11-01", True),
        ("2023-11-01", "2023-11-02", True),
        ("2023-11-01", "2023-11-04", False),
        ("2023-11-01", "2023-11", True),
        ("2023-11-01", "2024", False),
        ("XXXX-11-01", "2023-11-01", True),
        ("XXXX-11-02", "2023-11-01", False),
        ("XXXX-XX-01", "2023-11-01", True),
        ("XXXX-XX-02", "2023-11-01", False),
        ("XXXX-12", "2023-11-01", False),
        ("2023-10-30/2023-11-02", "2023-11-01", True),
        ("-0043-03-15", "-0043-03-15", True),
    ],
)
def test_dates_that_may_be_one_day(one: str, other: str, fits: bool) -> None:
    found = [signs(_report(name, date=stated(value))) for name, value in (("a", one), ("b", other))]
    assert (closeness(*found) is not None) is fits
    assert closeness(*found) == closeness(*reversed(found))


def test_what_is_published_follows_what_happened() -> None:
    happened = signs(_report("a", date=stated("2023-11-01")))
    after, before = (signs(_report("b", published=stated(day))) for day in ("2023-11-03", "2023-10-30"))
    assert not forbidden(happened, after)
    assert forbidden(happened, before)
    assert weight(happened, before) is None
    assert weight(happened, after) == weight(after, happened)


def test_without_a_day_figures_that_agree_join_two_texts_and_people_alone_do_not() -> None:
    people = tuple(stated(PersonInText(id=name, name=name)) for name in ("macron-emmanuel", "tokayev-kassym-jomart"))
    figures = (stated(Figure(value=18_700_000_000, unit="USD", what="investment")),)
    one, other = (_report(name, people=people, event=stated("visit")) for name in "ab")
    assert _joined(one, other) == set()
    assert _joined(replace(one, figures=figures), replace(other, figures=figures)) == {frozenset("ab")}


def test_a_stated_event_joins_whole_clusters_whatever_the_signs() -> None:
    call, visit = {"event": stated("phone-call")}, {"event": stated("visit")}
    one, other = (_report(name, date=stated("2023-11-01"), **call) for name in "ab")
    third, fourth = (_report(name, date=stated("2020-02-01"), **visit) for name in "cd")
    assert _joined(one, other, third, fourth) == {frozenset("ab"), frozenset("cd")}
    assert _joined(one, other, replace(third, same_event="a"), fourth) == {frozenset("abcd")}
    assert _joined(one, replace(other, same_event="nobody")) == {frozenset("ab")}


def test_no_cluster_holds_two_records_that_contradict_each_other() -> None:
    blank = _report("a", date=stated("2023-11-01"))
    call, visit = (_report(kind, date=stated("2023-11-01"), event=stated(kind)) for kind in ("phone-call", "visit"))
    assert all(not {"phone-call", "visit"} <= cluster for cluster in _joined(blank, call, visit))
