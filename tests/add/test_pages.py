"""Forty saved pages through `chancery add`: what the catalogue says of the seeds, and that nothing is fetched."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.add import Added, add_seed, is_page
from generator.add.days import day_of
from generator.add.page import read_page
from generator.add.weighing import settle
from generator.curated import load
from generator.errors import UsageError
from generator.model import Entry, Settings
from generator.pipeline import catalogue_seed
from generator.settings import read_settings
from tests.add.pages import Saved, pages

TODAY = date(2026, 1, 31)
ARTICLE = "The ministers of Norway and Peru met in Lima on 3 April 2021 and spoke about fish, ports and the sea for two hours. "


@dataclass(frozen=True, kw_only=True)
class Result:
    """A page, the seed it became, and what the catalogue makes of that."""

    saved: Saved
    added: Added
    text: str
    entry: Entry


def project(folder: Path) -> Settings:
    (folder / "mkdocs.yml").write_text("site_name: x\n")
    return read_settings(folder)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Result, ...]]:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was fetched")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        yield tuple(_brought(saved, tmp_path_factory.mktemp("add")) for saved in pages())


def _brought(saved: Saved, folder: Path) -> Result:
    settings = project(folder)
    added = add_seed(read_page(saved.data, saved.url, load()), settings, load(), TODAY)
    record = catalogue_seed(added.path, load(), settings).record
    assert record is not None
    return Result(saved=saved, added=added, text=added.path.read_text(encoding="utf-8"), entry=record.entry)


def _right(result: Result) -> dict[str, bool]:
    entry, wanted = result.entry, result.saved.article
    values = {key: found.value if found else None for key, found in (("date", entry.date), ("published", entry.published))}
    return {
        "title": entry.title.value == wanted["title"],
        "date": values == {"date": wanted["date"], "published": wanted["published"]},
        "source": entry.source is not None and entry.source.value.name == wanted["source"],
    }


def test_there_are_forty_pages_in_twelve_languages() -> None:
    assert len(pages()) >= 40
    assert len({saved.article["language"] for saved in pages()}) >= 12
    assert len({saved.name.split("-", 1)[1] for saved in pages()}) > 12


def test_title_date_and_source_are_right(results: tuple[Result, ...]) -> None:
    rights = [_right(result) for result in results]
    counts = Counter(key for right in rights for key, value in right.items() if value)
    wrong = [(result.saved.name, [key for key, value in _right(result).items() if not value]) for result in results]
    assert sum(all(right.values()) for right in rights) >= 0.9 * len(results), [each for each in wrong if each[1]]
    assert {key: counts[key] >= 0.9 * len(results) for key in ("title", "date", "source")} == {"title": True, "date": True, "source": True}


def test_every_seed_passes_check_and_has_the_whole_article(results: tuple[Result, ...]) -> None:
    for result in results:
        assert [doubt for doubt in result.added.doubts if doubt.level == "error"] == [], result.saved.name
        for paragraph in result.saved.article["paragraphs"]:
            assert paragraph in " ".join(result.text.split()), result.saved.name
        assert result.entry.language.value.split("-")[0] == result.saved.article["language"]
        assert result.added.path.name.startswith(
            result.entry.date.value if result.entry.date and len(result.entry.date.value) == 10 else "20"
        )


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-05T10:00:00+01:00", "2024-03-05"), ("2024/3/5", "2024-03-05"), ("20240305", "2024-03-05"), ("5.3.2024", None),
        ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"), ("2024-02-30", None), ("0001-01-01", None), ("yesterday", None), ("", None),
    ],
)  # fmt: skip
def test_days_of_machines(value: str, day: str | None) -> None:
    assert day_of(value) == day


def test_what_is_seen_outranks_one_field_but_not_two() -> None:
    assert settle([("2024-01-01", 1.0), ("2024-01-02", 1.1)]) == "2024-01-02"
    assert settle([("2024-01-01", 1.0), ("2024-01-02", 1.1), ("2024-01-01", 0.9)]) == "2024-01-01"
    assert settle([]) is None


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<html><body><p>Short.</p></body></html>", b"<html>\0\0\0\xff\xfe"])
def test_a_page_without_an_article_is_told(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"article|cannot be read"):
        read_page(data, None, load())


@pytest.mark.parametrize(
    ("data", "name", "page"),
    [
        (b"\n<!DOCTYPE html><p>x", "saved", True), (b"text", "saved.HTML", True), (b"A text about <html in general.", "x.txt", False),
        ("<html lang=ar>".encode("utf-16"), "x", True), (b"---\ntitle: x\n---\ntext", "-", False),
    ],
)  # fmt: skip
def test_pages_are_told_from_texts(data: bytes, name: str, page: bool) -> None:
    assert is_page(data, name) is page


def test_hostile_pages_stay_text(tmp_path: Path) -> None:
    title = '"]}\nrights: open\n---\n<script>alert(1)</script> \u202egnihton'
    site = "<meta property='og:site_name' content='x: &#10;rights: permission'>"
    html = f"<!doctype html><title>{title}</title>{site}<h1>{title}</h1><p>{ARTICLE * 3}</p>"
    settings = project(tmp_path)
    added = add_seed(read_page(html.encode(), 'https://a.example/"}\nrights: open', load()), settings, load(), TODAY)
    record = catalogue_seed(added.path, load(), settings).record
    assert record is not None
    assert record.entry.rights == settings.rights
    assert added.path.read_text().count("---\n") == 2
    assert added.path.parent == settings.seeds
    assert [doubt.code for doubt in added.doubts if doubt.level == "error"] == []


def test_a_deep_and_a_large_page_take_no_time(tmp_path: Path) -> None:
    deep = "<div>" * 3_000 + f"<p>{ARTICLE * 3}</p>" + "</div>" * 3_000
    with pytest.raises(UsageError):
        read_page(f"<!doctype html>{deep}".encode(), None, load())
    wide = "".join(f"<p>{ARTICLE}{number}.</p>" for number in range(3_000))
    assert read_page(f"<!doctype html><title>Fish</title><h1>Fish</h1>{wide}".encode(), None, load()).title == "Fish"
