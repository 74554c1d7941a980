"""What a contributor is told about a seed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.check import check_seed, word
from generator.check.facts import missing_facts
from generator.check.hidden import direction_controls
from generator.curated import Curated
from generator.model import Entry, Found, Record, Seed, Source
from generator.read import read_seed

Make = Callable[[str], Seed]


def found(value: str) -> Found[str]:
    """A value that somebody stated."""
    return Found(value=value, basis="stated", rule="stated", confidence=1.0)


def record(parties: tuple[str, ...] = (), date: str | None = None, published: str | None = None, source: str | None = None) -> Record:
    """A record of which only what is checked is filled in."""
    entry = Entry(
        id="x",
        path="x.txt",
        slug="x",
        direction="ltr",
        language=found("fr"),
        title=found("Visite"),
        date=found(date) if date else None,
        published=found(published) if published else None,
        parties=tuple(map(found, parties)),
        mentions=(),
        organisations=(),
        event=None,
        topics=(),
        people=(),
        figures=(),
        source=Found(value=Source(name=source), basis="stated", rule="stated", confidence=1.0) if source else None,
        rights="open",
    )
    return Record(entry=entry, text="", body=(), removed=())


def test_missing_facts(seed: Make) -> None:
    plain = seed("Un texte.\n")
    assert [doubt.code for doubt in missing_facts(plain, record())] == ["D240", "D242", "D243", "D245"]
    assert [doubt.code for doubt in missing_facts(plain, record(("KAZ",), None, "2023"))] == ["D241", "D242", "D244", "D245"]
    whole = seed("---\nrights: open\n---\nUn texte.\n")
    assert not list(missing_facts(whole, record(("FRA", "KAZ"), "2023", None, "Example")))


def test_missing_facts_stand_where_their_key_stands(seed: Make) -> None:
    stated = seed("---\ntitle: Visite\nparties: [KAZ]\n---\nUn texte.\n")
    doubt = next(missing_facts(stated, record(("KAZ",))))
    assert (doubt.line, doubt.level) == (3, "warning")
    assert word(doubt).startswith("only KAZ was found")


def test_direction_controls_by_name_and_place(seed: Make) -> None:
    text = "un\n\u202edeux\u202c\n\u2067a\u2069 b\u2069\n\u2066c\n\u200f\u200c\u061c\n"
    doubts = list(direction_controls(seed(f"---\ntitle: Visite\n---\n{text}")))
    assert [(doubt.line, doubt.column, doubt.code) for doubt in doubts] == [
        (5, 1, "D120"),
        (5, 6, "D120"),
        (6, 6, "D121"),
        (7, 1, "D121"),
    ]
    assert "U+202E (RIGHT-TO-LEFT OVERRIDE)" in word(doubts[0])


def test_direction_controls_in_what_is_stated(seed: Make) -> None:
    (doubt,) = direction_controls(seed('---\nnote: x\ntitle: "Vi\\u202Esite"\n---\nUn texte.\n'))
    assert (doubt.line, doubt.code) == (3, "D120")


def test_many_direction_controls_are_cut(seed: Make) -> None:
    assert len(list(direction_controls(seed("\u202ax" * 500)))) == 20


def test_a_legacy_encoding_is_an_error_here(tmp_path: Path, curated: Curated) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("Les ministres ont évoqué l’énergie à Almaty.\n".encode("cp1252"))
    read = read_seed(path)
    assert [(doubt.code, doubt.level) for doubt in read.doubts] == [("D107", "warning")]
    assert [(doubt.code, doubt.level) for doubt in check_seed(read, None, curated, date(2026, 1, 1))] == [("D107", "error")]
