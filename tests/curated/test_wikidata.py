from __future__ import annotations

from pathlib import Path

import pytest

from generator.curated import DATA, load
from generator.curated.tree import Faults
from generator.curated.wikidata import read_wikidata
from generator.errors import DataError


def test_items_are_those_that_are_known_for_certain() -> None:
    known = load().wikidata
    assert {code: known[code] for code in ("KAZ", "FRA", "MAR", "ESH", "DNK", "EU")} == {
        "KAZ": "Q232",
        "FRA": "Q142",
        "MAR": "Q1028",
        "ESH": "Q6250",
        "DNK": "Q35",
        "EU": "Q458",
    }
    assert len(set(known.values())) == len(known)
    assert "VAT" not in known
    assert known.keys() <= {*load().countries, *load().organisations}
    assert "rigour" in (DATA / "wikidata.yml").read_text(encoding="utf-8").split("\n\n")[0]


@pytest.mark.parametrize("line", ["KAZ: 232", "KAZ: Q0", "ZZZ: Q1"])
def test_what_is_no_item_or_no_country_is_a_fault(tmp_path: Path, line: str) -> None:
    (tmp_path / "wikidata.yml").write_text(line, encoding="utf-8")
    faults = Faults(tmp_path)
    read_wikidata(tmp_path / "wikidata.yml", faults, {"KAZ"})
    with pytest.raises(DataError):
        faults.stop()


def test_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    assert read_wikidata(tmp_path / "wikidata.yml", Faults(tmp_path), ()) == {}
