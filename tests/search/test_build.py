from __future__ import annotations

import json
import random
import unicodedata
import zlib
from pathlib import Path

import pytest

from generator.curated import load
from generator.search import Holding, build_index, write_index
from generator.search.foldtable import UNICODE, fold_table
from generator.search.lexicon import weight
from generator.search.shards import base36, varint

LANGUAGES = ("ar", "fr", "en")


def holding(name: str, language: str, title: str, *paragraphs: str, concepts: tuple[str, ...] = ()) -> Holding:
    return Holding(
        id=name, address=name, title=title, devised=False, language=language, direction="ltr", paragraphs=paragraphs,
        concepts=dict.fromkeys(concepts, ()), main=frozenset(concepts),
    )  # fmt: skip


HOLDINGS = [
    holding("one", "en", "Norway lends Peru a research ship", "The vessel studies fish off Callao.", concepts=("c:NOR", "c:PER")),
    holding("two", "fr", "La Norvège et le Pérou", "Un navire étudie les poissons.", concepts=("c:NOR", "c:PER")),
    holding("three", "ar", "النرويج وبيرو", "سفينة للأبحاث", concepts=("c:NOR",)),
]
NUMBERS = {"one": 0, "two": 1, "three": 2}


def index(holdings: list[Holding]) -> dict[str, bytes]:
    return dict(build_index(holdings, NUMBERS, load(), LANGUAGES, lambda key, language: f"{key} {language}"))


def manifest(files: dict[str, bytes]) -> dict[str, object]:
    found: dict[str, object] = json.loads(zlib.decompress(files["search/index.z"]))
    return found


def keys(files: dict[str, bytes]) -> dict[str, str]:
    names = str(manifest(files)["words"][1])  # type: ignore[index]
    shards = (zlib.decompress(files[f"search/{names[at : at + 8]}.z"]).decode() for at in range(0, len(names), 8))
    return dict(line.split("\t") for shard in shards for line in shard.split("\n"))


def test_the_order_of_records_changes_nothing() -> None:
    shuffled = HOLDINGS[:]
    random.Random(3).shuffle(shuffled)
    assert index(HOLDINGS) == index(shuffled) == index(HOLDINGS[::-1])


def test_every_file_is_named_and_every_name_has_a_file() -> None:
    files = index(HOLDINGS)
    said = manifest(files)
    back = json.loads(zlib.decompress(files[f"search/{said['back']}.z"]))
    names = "".join(str(shelf[1]) for shelf in (said["words"], back, said["posts"])) + str(said["back"])  # type: ignore[index]
    named = {names[at : at + 8] for at in range(0, len(names), 8)} | {*said["facets"].values(), *said["labels"].values()}  # type: ignore[attr-defined]
    fragments = {f"search/f/{base36(number)}.z" for number in NUMBERS.values()}
    assert {f"search/{name}.z" for name in named} | fragments | {"search/index.z"} == files.keys()


def test_names_of_a_state_in_all_languages_lead_to_it() -> None:
    found = keys(index(HOLDINGS))
    assert {"norway", "norvege", "النرويج", "норвегия", "挪威", "noruega", "norwegen"} <= found.keys()


def test_a_text_that_is_only_cited_leaves_no_words() -> None:
    cited = holding("one", "en", "Norway lends Peru a ship")
    files = index([cited, *HOLDINGS[1:]])
    assert "callao" not in keys(files)
    assert b"Callao" not in b"".join(zlib.decompress(content) for content in files.values())


def test_writing_twice_writes_once_and_removes_the_old(tmp_path: Path) -> None:
    write_index(index(HOLDINGS).items(), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.z")}
    (tmp_path / "search/old.z").write_bytes(b"")
    write_index(index(HOLDINGS).items(), tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.z")} == before


def test_weights_hang_on_the_record_alone() -> None:
    assert weight(1, 100) > weight(1, 400)
    assert weight(3, 100) > weight(1, 100)
    assert 1 <= weight(1, 100_000) <= weight(255, 10) <= 255


@pytest.mark.parametrize(("number", "written"), [(0, [0]), (127, [127]), (128, [128, 1]), (300, [172, 2])])
def test_numbers_are_written_seven_bits_a_byte(number: int, written: list[int]) -> None:
    assert list(varint(number)) == written


def test_the_table_of_the_browser_is_that_of_the_generator(project: Path) -> None:
    if unicodedata.unidata_version != UNICODE:
        pytest.skip(f"the table is pinned to Unicode {UNICODE}")
    assert (project / "theme_overrides/assets/search/table.js").read_text(encoding="utf-8") == fold_table()
