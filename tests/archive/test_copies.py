"""Seeds that are the same file under two names."""

from __future__ import annotations

from pathlib import Path

from generator.archive import same_files
from generator.pipeline import generate
from generator.settings import read_settings

TEXT = "The ministers of Norway and Peru met in Lima.\n"


def test_each_is_told_of_the_others() -> None:
    told = [
        (doubt.seed, doubt.code, doubt.values["other"])
        for doubt in same_files([("a", b"1"), ("b", b"2"), ("c", b"1"), ("d", b""), ("e", b"")], str)
    ]
    assert told == [("a", "D513", "c"), ("c", "D513", "a")]


def test_both_are_published_and_named_at_every_build(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [chancery: {languages: [en]}]\n")
    (tmp_path / "seeds").mkdir()
    for name in ("a", "b", "c"):
        (tmp_path / "seeds" / f"{name}.txt").write_text(TEXT if name != "c" else f"{TEXT}More.\n")
    for _ in range(2):
        report = generate(read_settings(tmp_path))
        assert report.records == 3
        assert [doubt.seed for doubt in report.doubts if doubt.code == "D513"] == ["seeds/a.txt", "seeds/b.txt"]
