from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator import plugin as door
from generator.errors import DataError, Doubt
from generator.plugin import ChanceryPlugin, heading_slug


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    for folder in ("docs/fr", "seeds", "theme"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "docs/fr/about.md").write_text("# À propos")
    (tmp_path / "docs/fr/index.md").write_text("# generated")
    loaded = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    loaded.load_dict(
        {
            "site_name": "Chancery",
            "docs_dir": str(tmp_path / "docs"),
            "site_dir": str(tmp_path / "site"),
            "theme": {"name": "material", "custom_dir": str(tmp_path / "theme"), "language": "en"},
            "plugins": [{"chancery": {"languages": ["fr", "en"]}}],
        }
    )
    assert loaded.validate() == ([], [])
    return loaded


def own(config: MkDocsConfig) -> ChanceryPlugin:
    found = config.plugins["chancery"]
    assert isinstance(found, ChanceryPlugin)
    return found


def test_pages_are_generated_with_the_settings_of_the_file(config: MkDocsConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def generate(settings: Any) -> Any:
        asked.append(settings)
        return SimpleNamespace(records=1, refused=0, written=3, doubts=())

    monkeypatch.setattr(door, "generate", generate)
    own(config).on_pre_build(config=config)
    (settings,) = asked
    assert (settings.seeds, settings.docs) == ((tmp_path / "seeds").resolve(), (tmp_path / "docs").resolve())
    assert settings.languages == ("fr", "en")


def test_pages_may_be_taken_as_they_stand(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "generate", lambda settings: pytest.fail("asked to generate"))
    own(config).config["generate"] = False
    own(config).on_pre_build(config=config)


def test_a_fault_of_the_data_is_told_without_traceback(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    def generate(settings: Any) -> Any:
        raise DataError(("data/countries/kaz.yml:3: unknown key",))

    monkeypatch.setattr(door, "generate", generate)
    with pytest.raises(PluginError, match=r"kaz\.yml:3: unknown key"):
        own(config).on_pre_build(config=config)


def test_refused_seeds_are_named(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    doubts = (
        Doubt(seed="seeds/x.txt", line=1, column=1, level="error", code="D103"),
        Doubt(seed="seeds/y.txt", line=1, column=1, level="note", code="D103"),
    )
    report = SimpleNamespace(records=1, refused=1, written=3, doubts=doubts)
    monkeypatch.setattr(door, "generate", lambda settings: report)
    with caplog.at_level(logging.WARNING, "mkdocs"):
        own(config).on_pre_build(config=config)
    assert [record.getMessage() for record in caplog.records] == ["seeds/x.txt:1: D103 the file is empty"]


class Server:
    """What the plugin asks of MkDocs' server."""

    def __init__(self, *watched: Path) -> None:
        self.watched = set(watched)

    def watch(self, path: str) -> None:
        self.watched.add(Path(path))

    def unwatch(self, path: str) -> None:
        self.watched.remove(Path(path))


def test_people_are_watched_and_generated_pages_are_not(config: MkDocsConfig, tmp_path: Path) -> None:
    server: Any = Server(tmp_path / "docs", tmp_path / "mkdocs.yml")
    own(config).on_serve(server, config=config, builder=lambda: None)
    inside = {path for path in server.watched if path.is_relative_to(tmp_path)}
    assert inside == {tmp_path / name for name in ("mkdocs.yml", "seeds", "theme", "docs/fr/about.md")}
    assert any(path.name == "data" for path in server.watched - inside)


def test_headings_keep_the_letters_of_every_script() -> None:
    assert heading_slug("عن الأرشيف", "-") == "عن-الأرشيف"
