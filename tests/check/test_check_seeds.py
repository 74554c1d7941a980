"""A whole folder checked: every file named once, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from generator.check import as_text, check_seeds
from generator.check import seeds as room
from generator.curated import Curated
from generator.errors import SeedRefusedError
from generator.model import Settings
from generator.pipeline import Catalogued
from generator.read import read_seed

TEXT = "Les ministres ont évoqué l’énergie à Almaty.\n"


def only_reading(paths: Iterable[Path], settings: Settings, curated: Curated) -> Iterator[Catalogued]:
    """The route as far as the reading room."""
    for path in paths:
        try:
            doubts = read_seed(path, settings.seeds).doubts
        except SeedRefusedError as refusal:
            doubts = refusal.doubts
        yield Catalogued(path=path, record=None, doubts=doubts)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A project whose seeds have one fault each."""
    monkeypatch.setattr(room, "catalogue", only_reading)
    folder = tmp_path / "seeds"
    folder.mkdir()
    (tmp_path / "mkdocs.yml").touch()
    (folder / "good.txt").write_text("Le port de Lima attend deux navires norvégiens.\n", encoding="utf-8")
    (folder / "legacy.txt").write_bytes(TEXT.encode("cp1252"))
    (folder / "date.txt").write_text(f"---\ntitle: Visite\ndate: 2023-13-01\n---\n{TEXT}", encoding="utf-8")
    (folder / "twin.txt").write_text("Un accord sur la pêche a été signé à Oslo.\n", encoding="utf-8")
    (folder / "Twin.txt").write_text("La Finlande et le Pérou parlent de forêts.\n", encoding="utf-8")
    (folder / "link.txt").symlink_to("good.txt")
    (folder / "below").mkdir()
    return Settings(
        project=tmp_path,
        seeds=folder,
        docs=tmp_path / "docs",
        site=tmp_path / "site",
        site_name="x",
        default_language="en",
        languages=("en",),
    )


def test_a_folder(archive: Settings) -> None:
    doubts = check_seeds(room.seed_paths(archive.seeds), archive)
    assert [text.split(" ")[:2] for text in as_text(doubts)] == [
        ["seeds/Twin.txt:1:", "D108"],
        ["seeds/Twin.txt:1:", "D115"],
        ["seeds/below:1:", "D113"],
        ["seeds/date.txt:3:", "D201"],
        ["seeds/legacy.txt:1:", "D107"],
        ["seeds/link.txt:1:", "D101"],
        ["seeds/twin.txt:1:", "D115"],
    ]
    assert {doubt.level for doubt in doubts if doubt.code == "D107"} == {"error"}


def test_one_file_against_the_archive(archive: Settings) -> None:
    assert [doubt.code for doubt in check_seeds([archive.seeds / "twin.txt"], archive)] == ["D115"]
    assert not check_seeds([archive.seeds / "good.txt"], archive)
