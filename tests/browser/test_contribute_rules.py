"""The form refuses what the archive refuses: its rules against those of the archive, on the same values."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.check.hidden import hidden_characters
from generator.check.names import twins
from generator.read import read_seed
from generator.read.names import name_fault
from generator.read.values import WrongError, url
from generator.text.edtf import parse
from tests.browser.reader import Site, reading

# Sets a field to each value in turn and notes what is told at it.
_TOLD = """([name, values]) => values.map((value) => {
  const field = document.getElementById(`give-${name}`);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return document.getElementById(`give-${name}-fault`).textContent === "";
})"""
DATES = (
    "2023", "2023-11", "2023-11-01", "2023-11-31", "2023-02-29", "2024-02-29", "2023-13", "2023-00", "2023-11-00", "2023-1-1", "XXXX-08-25",
    "XXXX-02-29", "XXXX-02-30", "XXXX-XX-01", "XXXX-XX-31", "XXXX-XX-32", "201X",
    "20XX", "2X23", "2023-11-XX", "2023-XX", "2023?", "2023-11~",
    "2023-11-01%", "2023-11-01/2023-11-03", "2023-11-03/2023-11-01", "2019/..", "../2020", "/2020", "2019/", "../..", "/", "2019/2020/2021",
    "2023-05/2023", "2023/2023-05", "2023-05-20/2023-05", "2023-06/2023-05-20", "201X/2012", "0000", "0001", "1900-02-29", "2000-02-29",
    "1 November 2023", "2023-11-01T10:00:00Z", "2023–11–01", "2023-11-01\u200f", "y", "-2023", "2023-21", "2023/11/01", "01.11.2023",
)  # fmt: skip
ADDRESSES = (
    "https://gazette.example/a", "http://a", "HTTPS://A.B/c", "https://a:80/", "https://a:0/", "https://a:99999/", "https://u@a/", "https://u:p@a/",
    "https:///a", "https://", "https://.a", "https://a b/", "https://a/\"", "https://a/<", "https://a/`", "https://a/\\", "https://a/{x}", "https://a/|",
    "https://a/^", "javascript:alert(1)", "ftp://a/", "//a/b", "a.b/c", "https://[::1]/", "https://[x/", "https://a]b/", "https://مثال.إختبار/نص",
    "https://a/?q=1&r=%20#x", "https://a?x", "https://a#x", "https://a/\u00a0b", "https://℀.example/", "https://a:/", "https://a:8x/",
    "https://a/%", "https://a/(b)", "https://a/'b'", "mailto:a@b", "https://xn--/", "https://a..b/", "https://-/",
)  # fmt: skip
FILES = (
    "a", "2023-11-01-paris", "a--b", "-a", "a-", "A", "a_b", "a b", "é", "index", "readme", "con", "nul", "com1", "lpt9", "com10", "a.txt",
    "../a", "a/b", "a" * 100, "a" * 101, "0", "console", ".", "aux-1",
)  # fmt: skip


@pytest.fixture
def page(browser: Browser, kept_site: Site) -> Iterator[Page]:
    with reading(browser, kept_site) as reader:
        opened = reader.open("en/contribute/")
        opened.locator("#give").wait_for()
        yield opened
        assert reader.complaints == []


def accepted(page: Page, name: str, values: tuple[str, ...]) -> dict[str, bool]:
    return dict(zip(values, page.evaluate(_TOLD, [name, list(values)]), strict=True))


def test_a_date_that_the_form_takes_is_one(page: Page) -> None:
    drawn = random.Random(7)
    made = tuple("".join(drawn.choice("0123X-/.?~%") for _ in range(drawn.choice((4, 7, 10, 11)))) for _ in range(300))
    near = tuple(f"{drawn.choice(('2023', '2024', 'XXXX', '19XX'))}-{drawn.randrange(14):02}-{drawn.randrange(33):02}" for _ in range(300))
    taken = accepted(page, "date", (*DATES, *made, *near))
    assert [value for value, good in taken.items() if good and value and parse(value) is None] == []
    wanted = (
        "2023",
        "2023-11",
        "2023-11-01",
        "2024-02-29",
        "XXXX-08-25",
        "XXXX-XX-01",
        "201X",
        "2023?",
        "2023-11-01/2023-11-03",
        "2019/..",
    )
    assert [value for value in wanted if not taken[value]] == []
    assert [value for value in near if parse(value) and not taken[value]] == []


def test_an_address_that_the_form_takes_is_one(page: Page) -> None:
    page.fill("#give-source", "x")
    taken = accepted(page, "url", ADDRESSES)
    assert [value for value, good in taken.items() if good and not is_address(value)] == []
    wanted = (
        "https://gazette.example/a",
        "HTTPS://A.B/c",
        "https://a:80/",
        "https://مثال.إختبار/نص",
        "https://a/?q=1&r=%20#x",
        "https://a/(b)",
    )
    assert [value for value in wanted if not taken[value]] == []


def is_address(value: str) -> bool:
    try:
        return bool(url(value))
    except WrongError:
        return False


def test_a_file_name_that_the_form_takes_is_portable(page: Page) -> None:
    page.fill("#give-text", "x")
    taken = accepted(page, "name", FILES)
    assert {value for value, good in taken.items() if good} == {"a", "2023-11-01-paris", "com10", "a" * 100, "0", "console", "aux-1"}
    for value in FILES:
        fault = name_fault(value) or next((doubt for doubt in twins([Path(f"{value}.txt")]) if "/" not in value), None)
        assert not (fault and taken[value]), value


def suspect(character: str) -> bool:
    """Whether a character may be invisible, by its category or because it is a filler."""
    return character not in "\n\r\t\f" and (unicodedata.category(character)[0] == "C" or "FILLER" in unicodedata.name(character, "FILLER"))


def test_what_the_archive_calls_invisible_the_form_calls_so_by_the_same_name(page: Page, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    path = tmp_path / "x.txt"
    seen: dict[str, str] = {}
    for place in (range(1, 0x2100), range(0x3164, 0x3165), range(0xE000, 0xE010), range(0xFEFF, 0x10000), range(0xE0000, 0xE0080)):
        for character in filter(suspect, map(chr, place)):
            path.write_bytes(f"a{character}b".encode("utf-8", "replace"))
            for doubt in hidden_characters(read_seed(path)):
                seen[character] = doubt.values["name"]
    assert len(seen) > 200
    told = page.evaluate(
        """(characters) => characters.map((character) => {
          document.getElementById("give-text").value = `a${character}b`;
          document.getElementById("give-text").dispatchEvent(new Event("input", { bubbles: true }));
          return document.querySelector("#give-invisible li").textContent;
        })""",
        list(seen),
    )
    general = {"CONTROL", "PRIVATE USE", "NONCHARACTER", "TAG"}
    for (character, name), line in zip(seen.items(), told, strict=True):
        assert f"U+{ord(character):04X}" in line, name
        assert any(each in line for each in general | {name}), (name, line)
        if unicodedata.category(character) == "Cf" and ord(character) < 0xE0000:
            assert name in line


def test_what_a_language_is_written_with_is_not_called_invisible(page: Page) -> None:
    persian, marks = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u200d a\u200eb\u200fc\u061c"
    page.fill("#give-text", f"{persian} {marks} éà 漢字 ไทย हिन्दी 🎉")
    assert page.locator("#give-invisible").inner_text() == "none"
