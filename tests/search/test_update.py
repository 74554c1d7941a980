"""An index brought up to date is the index made anew, byte for byte."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.curated import load
from generator.search import Changed, Holding, Member, Shown, update_index
from generator.search import cuts as cutting

SHOWN = Shown(languages=("ar", "en"), name=lambda key, language: f"{key} {language}")
TEXTS = {
    "en": "The ministers of Norway discussed fisheries energy and negotiations about deliveries to Peru harbours ships cities",
    "fr": "Les ministres de la Norvège ont évoqué l’énergie les journaux du Pérou et des consultations sur le navire",
    "ar": "وزير الخارجية النرويج وبيرو والطاقة سفينة وبالاتفاقيات للأبحاث كتاب وكتاب بكازاخستان كازاخستان الاتفاقية",
    "fa": "کتابها کتابهای گاز گزارش نروژ وزیران انرژی",
    "zh": "挪威部长 能源 合作协议",
}


def holding(name: str, seed: int) -> Holding:
    chance = random.Random(seed)
    language = chance.choice(sorted(TEXTS))
    words = chance.choices(TEXTS[language].split(), k=chance.randrange(3, 25))
    words += [f"{chance.choice('bdkr')}{chance.choice('aeiou')}{number}x" for number in range(chance.randrange(4))]
    concepts = tuple(chance.sample(["c:NOR", "c:PER", "o:UN", "t:03", "e:visit"], 2))
    return Holding(
        id=name, address=name, title=" ".join(words[:4]), devised=False, language=language, direction="ltr", paragraphs=(" ".join(words),),
        date=chance.choice([None, "2023", "2023-05", "2023-05-01", "2023-05-01", "1998-11-30", "1850"]), topics=concepts[:1],
        concepts=dict.fromkeys(concepts, ()), main=frozenset(concepts[:1]),
    )  # fmt: skip


def update(collection: dict[str, int], folder: Path) -> tuple[Changed, list[str]]:
    """Bring an index up to date; returns what changed, and which records it asked for."""
    members = {name: Member(date=holding(name, seed).date, digest=str(seed)) for name, seed in collection.items()}
    asked: list[str] = []

    def give(name: str) -> Holding:
        asked.append(name)
        return holding(name, collection[name])

    return update_index(members, give, load(), SHOWN, folder), asked


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in (folder / "search").rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of a dozen records, made once."""
    folder = tmp_path_factory.mktemp("ready") / "index"
    update(BEGUN, folder)
    return folder


def copied(ready: Path, folder: Path) -> Path:
    """A copy of an index with its state."""
    shutil.copytree(ready, folder)
    shutil.copy(ready.with_name("index.db"), folder.with_name(f"{folder.name}.db"))
    return folder


BEGUN = {f"r{number}": number for number in range(12)}
STEPS = st.lists(
    st.lists(st.tuples(st.integers(0, 20), st.one_of(st.none(), st.integers(0, 40))), min_size=1, max_size=6), min_size=1, max_size=4
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_changes_give_the_bytes_of_a_run_from_nothing(ready: Path, steps: list[list[tuple[int, int | None]]]) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder, collection = copied(ready, Path(home, "kept")), dict(BEGUN)
        for step in steps:
            for place, seed in step:
                if seed is None:
                    collection.pop(f"r{place}", None)
                else:
                    collection[f"r{place}"] = seed
            changed, asked = update(collection, folder)
            assert len(asked) == len(set(asked)) <= len(step)
            assert not changed.written & changed.removed
        update(collection, Path(home, "fresh"))
        assert files(folder) == files(Path(home, "fresh"))


def test_what_changed_is_told(ready: Path, tmp_path: Path) -> None:
    folder = copied(ready, tmp_path / "index")
    before = files(folder)
    changed, asked = update({**BEGUN, "r3": 99, "new": 50}, folder)
    after = files(folder)
    assert sorted(asked) == ["new", "r3"]
    assert changed.written == {uri.removeprefix("search/") for uri in after if after[uri] != before.get(uri)}
    assert changed.removed == {uri.removeprefix("search/") for uri in before.keys() - after.keys()}


def test_nothing_changed_asks_for_nothing(ready: Path, tmp_path: Path) -> None:
    changed, asked = update(BEGUN, copied(ready, tmp_path / "index"))
    assert (changed.written, changed.removed, asked) == (frozenset(), frozenset(), [])


@pytest.mark.parametrize("harm", ["a shard", "a fragment", "the state", "a state that is no database", "an analysis"])
def test_what_somebody_broke_is_made_anew(ready: Path, tmp_path: Path, harm: str) -> None:
    folder = copied(ready, tmp_path / "index")
    if harm == "a shard":
        for path in (folder / "search" / "p").glob("*"):
            path.unlink()
    elif harm == "a fragment":
        next((folder / "search" / "f").glob("*")).unlink()
    elif harm == "the state":
        folder.with_name("index.db").unlink()
    elif harm == "an analysis":
        with contextlib.closing(sqlite3.connect(folder.with_name("index.db"))) as database:
            database.execute("delete from records where id = 'r3'")
            database.commit()
    else:
        folder.with_name("index.db").write_bytes(b"no database" * 1000)
    collection = {**BEGUN, "r3": 99, "new": 50}
    update(collection, folder)
    update(collection, tmp_path / "fresh")
    assert files(folder) == files(tmp_path / "fresh")


def test_small_shards_are_cut_as_well_as_large_ones(ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same over shelves that are cut every few words, where a change is felt in several shards."""
    small = {name: replace(shelf, least=40, most=160) for name, shelf in cutting.shelves(1).items()}
    monkeypatch.setattr("generator.search.update.shelves", lambda _: small)
    collection: dict[str, int] = {}
    chance = random.Random(8)
    for step in range(12):
        for _ in range(1 + step % 3):
            collection[f"r{chance.randrange(14)}"] = chance.randrange(60)
        if len(collection) > 6:
            del collection[chance.choice(sorted(collection))]
        update(collection, tmp_path / "index")
        update(collection, tmp_path / f"fresh{step}")
        assert files(tmp_path / "index") == files(tmp_path / f"fresh{step}")
