"""What the files of an index say."""

from __future__ import annotations

import json
import unicodedata
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.curated import load
from generator.search import KEPT, Holding, Member, Shown, copy_index, update_index
from generator.search.cuts import shelves
from generator.search.foldtable import UNICODE, fold_table
from generator.search.shards import unpacked_shard


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


def build(holdings: Sequence[Holding], folder: Path) -> dict[str, bytes]:
    known = {each.id: each for each in holdings}
    shown = Shown(languages=("ar", "fr", "en"), name=lambda key, language: f"{key} {language}")
    update_index({name: Member(date=each.date, digest=name) for name, each in known.items()}, known.__getitem__, load(), shown, folder)
    found = folder / "search"
    return {path.relative_to(found).as_posix(): zlib.decompress(path.read_bytes()) for path in found.rglob("*.z")}


def shelf(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    manifest = json.loads(files["index.z"])
    row = shelves(1)[name]
    return {
        key: value
        for start in manifest["words" if name == "w" else "posts"].split("|")
        for key, value in unpacked_shard(row, files[row.file(start)])
    }


def test_the_order_of_records_changes_nothing(tmp_path: Path) -> None:
    assert build(HOLDINGS, tmp_path / "one") == build(HOLDINGS[::-1], tmp_path / "other")


def test_every_file_is_named_and_every_name_has_a_file(tmp_path: Path) -> None:
    files = build(HOLDINGS, tmp_path)
    manifest = json.loads(files["index.z"])
    starts = {"w": manifest["words"], "p": manifest["posts"], "b": json.loads(files["back.z"])}
    shards = {shelves(1)[name].file(start) for name, row in starts.items() for start in row.split("|")}
    rest = {uri for uri in files if "/" not in uri}
    assert {uri for uri in files if uri[:2] != "f/"} == shards | rest
    assert sum(uri[:2] == "f/" for uri in files) == manifest["n"] == 3


def test_keys_stand_in_order_and_a_shard_begins_as_it_is_called(tmp_path: Path) -> None:
    files = build(HOLDINGS, tmp_path)
    for name in "wp":
        keys = list(shelf(files, name))
        assert keys == sorted(keys, key=lambda key: key.encode("utf-16-be"))


def test_names_of_a_state_in_all_languages_lead_to_it(tmp_path: Path) -> None:
    found = shelf(build(HOLDINGS, tmp_path), "w")
    for name in ("norway", "norvege", "النرويج", "норвегия", "挪威", "noruega", "norwegen"):
        assert b"c:NOR" in found[name].split(b" ")


def test_a_form_of_a_name_leads_to_what_it_names(tmp_path: Path) -> None:
    found = shelf(build([*HOLDINGS, holding("four", "ru", "Норвегию и Перу"), holding("five", "ar", "وللنرويج")], tmp_path), "w")
    assert b"c:NOR" in found["норвегию"].split(b" ")
    assert b"c:NOR" in found["وللنرويج"].split(b" ")


def test_a_name_that_loses_its_vowel_leads_to_its_other_forms(tmp_path: Path) -> None:
    found = shelf(build([*HOLDINGS, holding("four", "ru", "Посол Египта")], tmp_path), "w")
    assert "ru.4.т".encode() in found["египет"].split(b" ")
    assert b"c:EGY" in found["египта"].split(b" ")


def test_a_text_that_is_only_cited_leaves_no_words(tmp_path: Path) -> None:
    files = build([holding("one", "en", "Norway lends Peru a ship"), *HOLDINGS[1:]], tmp_path)
    assert "callao" not in shelf(files, "w")
    assert b"Callao" not in b"".join(files.values())


def test_the_index_is_published_without_what_is_kept_of_it(tmp_path: Path) -> None:
    files = build(HOLDINGS, tmp_path / "docs" / KEPT)
    copy_index(tmp_path / "docs", tmp_path / "site")
    published = {path.relative_to(tmp_path / "site/search").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert published == files.keys()


def test_the_table_of_the_browser_is_that_of_the_generator(project: Path) -> None:
    if unicodedata.unidata_version != UNICODE:
        pytest.skip(f"the table is pinned to Unicode {UNICODE}")
    assert (project / "theme_overrides/assets/search/table.js").read_text(encoding="utf-8") == fold_table()
