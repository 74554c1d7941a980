from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.publish import fonts
from generator.publish.fonts import BUDGET, SOURCES, face_rules, face_uris, faces

WRITTEN = "العلاقات الثنائية، گفت‌وگو پاکستان"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faces")


def test_every_face_has_the_characters(cache: Path) -> None:
    published = faces(WRITTEN, cache)
    assert [face.source.name for face in published] == [source.name for source in SOURCES]
    for face in published:
        known = TTFont(io.BytesIO(face.data)).getBestCmap()
        assert {ord(character) for character in WRITTEN if ord(character) > 0x590 and ord(character) != 0x200C} <= set(known)
        assert face.uri.startswith("assets/fonts/")


def test_together_they_keep_the_budget(cache: Path) -> None:
    assert sum(len(face.data) for face in faces(WRITTEN, cache)) <= BUDGET


def test_what_matters_least_holds_fewer_letters_first(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rare = "".join(map(chr, range(0x0671, 0x06D4)))
    whole = faces(rare, cache)
    monkeypatch.setattr(fonts, "BUDGET", sum(len(face.data) for face in whole) - 1)
    kept = faces(rare, cache)
    assert [face.source for face in kept] == [face.source for face in whole]
    assert [face.data for face in kept[:2]] == [face.data for face in whole[:2]]
    known = TTFont(io.BytesIO(kept[2].data)).getBestCmap()
    assert ord("ع") in known
    assert ord("ڠ") not in known


def test_pages_name_the_faces_that_are_published(cache: Path) -> None:
    assert face_uris() == tuple(face.uri for face in faces(WRITTEN, cache))


def test_the_same_characters_give_the_same_bytes(cache: Path, tmp_path: Path) -> None:
    again = faces(reversed(WRITTEN), tmp_path)
    assert [face.data for face in again] == [face.data for face in faces(WRITTEN, cache)]


def test_the_variable_face_keeps_its_weights_only(cache: Path) -> None:
    (face,) = (face for face in faces(WRITTEN, cache) if face.source.axes)
    axes = TTFont(io.BytesIO(face.data))["fvar"].axes
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in axes] == [("wght", 400, 700)]


def test_without_arabic_script_there_is_no_face(tmp_path: Path) -> None:
    assert faces("Chancery, Қазақстан, 中文", tmp_path) == ()


def test_without_the_packages_there_is_no_face(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    assert faces(WRITTEN, tmp_path) == ()
    assert face_uris() == ()


def test_rules_keep_to_arabic_letters(cache: Path) -> None:
    rules = face_rules(faces(WRITTEN, cache))
    assert rules.count("@font-face") == 3
    assert rules.count("font-display:optional") == 3
    assert "U+0600-06FF" in rules
    assert "U+0020" not in rules
