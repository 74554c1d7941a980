from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.archive import assemble, pairs_of
from generator.model import Archive, Entry
from tests.render.samples import archive, entry, settings, stated


def _assembled(*entries: Entry) -> Archive:
    return assemble(entries, settings(Path("/nowhere")))


def _ids(entries: tuple[Entry, ...]) -> list[str]:
    return [each.id for each in entries]


def test_order_is_the_earliest_day_then_the_id() -> None:
    made = _assembled(
        entry("d", "en", "No day"),
        entry("c", "en", "No year", date=stated("XXXX-03-01")),
        entry("b", "en", "A month", date=stated("2020-05")),
        entry("a", "en", "A day of that month", date=stated("2020-05-01")),
        entry("e", "en", "Published before", published=stated("2019-12-31")),
    )
    assert _ids(made.entries) == ["e", "a", "b", "c", "d"]


def test_three_parties_are_three_relations() -> None:
    record = entry("x", "en", "Trilateral", parties=(stated("UZB"), stated("KAZ"), stated("EU")))
    assert pairs_of(record) == ("EU-KAZ", "EU-UZB", "KAZ-UZB")
    assert set(_assembled(record).pairs) == {"EU-KAZ", "EU-UZB", "KAZ-UZB"}


def test_a_party_is_no_mere_mention() -> None:
    record = entry("x", "en", "T", parties=(stated("KAZ"),), mentions=(stated("KAZ"), stated("BEL"), stated("BEL")))
    made = _assembled(record)
    assert set(made.mentions) == {"BEL"}
    assert _ids(made.mentions["BEL"]) == ["x"]


def test_years_months_and_the_undated() -> None:
    made = _assembled(
        entry("a", "en", "T", date=stated("2023-11-01")),
        entry("b", "en", "T", date=stated("2023")),
        entry("c", "en", "T", date=stated("XXXX-08-25")),
        entry("d", "en", "T", date=stated("XXXX-XX-01")),
        entry("e", "en", "T", date=stated("2023-11-28/2023-12-02")),
        entry("f", "en", "T"),
    )
    assert {month: _ids(found) for month, found in made.years[2023].items()} == {11: ["a", "e"], None: ["b"]}
    assert {month: _ids(found) for month, found in made.undated.items()} == {8: ["c"], None: ["d", "f"]}


def test_two_records_with_one_address_are_both_named_and_neither_is_published() -> None:
    made = _assembled(entry("a_b", "en", "T"), replace(entry("a-b", "en", "T"), path="seeds/a-b.txt"), entry("c", "en", "T"))
    assert _ids(made.entries) == ["c"]
    assert {(doubt.seed, doubt.code, doubt.values["other"]) for doubt in made.doubts} == {
        ("seeds/a_b.txt", "D500", "seeds/a-b.txt"),
        ("seeds/a-b.txt", "D500", "seeds/a_b.txt"),
    }


def test_a_former_name_that_another_record_has_is_a_doubt() -> None:
    made = _assembled(entry("a", "en", "T", aliases=("b", "z", "a")), entry("b", "en", "T"))
    assert [(doubt.code, doubt.values["alias"]) for doubt in made.doubts] == [("D501", "b")]
    assert len(made.entries) == 2


def test_headings_of_the_sample(tmp_path: Path) -> None:
    made = archive(tmp_path)
    assert set(made.parties) == {"EU", "FRA", "KAZ", "MAR"}
    assert set(made.languages) == {"ar", "en", "fr"}
    assert set(made.sources) == {"press-office"}
    assert set(made.people) == {"macron-emmanuel"}
