"""The kept tables: the same as the YAML gives, never trusted, never in the way."""

import pickle
from hashlib import blake2b
from pathlib import Path

import pytest

from generator import curated
from generator.curated.kept import keep, read_kept
from generator.errors import DataError

EDITION = "0" * 32


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "kept" / "tables.bin"
    monkeypatch.setattr(curated, "place", lambda: path)
    curated.load.cache_clear()
    return path


@pytest.fixture(autouse=True)
def _forget() -> object:
    yield
    curated.load.cache_clear()


def test_what_is_kept_equals_what_the_files_say(kept: Path) -> None:
    first = curated.load()
    curated.load.cache_clear()
    assert kept.exists()
    assert curated.load() == first == curated.read(curated.DATA)


@pytest.mark.parametrize("damage", ["cut", "turned", "empty", "stale", "folder"])
def test_a_damaged_or_stale_file_is_made_anew(kept: Path, damage: str) -> None:
    tables = curated.Curated(countries={}, organisations={}, people={}, languages={}, events={}, topics={}, sources=())
    edition = EDITION if damage == "stale" else curated.fingerprint()
    keep(kept, edition, tables)
    content = bytearray(kept.read_bytes())
    if damage == "cut":
        kept.write_bytes(content[:-3])
    elif damage == "turned":
        content[-9] ^= 1
        kept.write_bytes(content)
    elif damage == "empty":
        kept.write_bytes(b"")
    elif damage == "folder":
        kept.unlink()
        kept.mkdir()
    assert curated.load().countries


class _Call:
    """What a stranger would put there: something that acts when it is read."""

    def __reduce__(self) -> object:
        return (Path.touch, (Path(__file__).with_name("acted"),))


@pytest.mark.parametrize("payload", [_Call(), Path("x"), curated.load])
def test_reading_makes_nothing_but_tables(tmp_path: Path, payload: object) -> None:
    path = tmp_path / "tables.bin"
    content = pickle.dumps(payload)
    path.write_bytes(EDITION.encode() + blake2b(content, digest_size=16).digest() + content)
    assert read_kept(path, EDITION) is None
    assert not Path(__file__).with_name("acted").exists()


def test_a_folder_that_cannot_be_written_is_harmless(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep(tmp_path / "file" / "tables.bin", EDITION, {})
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_other_folders_are_read_from_their_files(kept: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError):
        curated.load(tmp_path / "none")
    assert not kept.exists()
