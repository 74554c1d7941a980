"""What a reviewer reads: each fact with its words, in two languages; nothing in it is alive."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from generator.report.cells import cell
from tests.conftest import chancery
from tests.report.conftest import TEXT, Repository

Make = Callable[..., Repository]
ARABIC = """---
source: {name: صحيفة المثال, url: "https://gazette.example/a"}
---
زيارة رئيس كازاخستان إلى فرنسا

زار رئيس كازاخستان فرنسا يوم 1 نوفمبر 2023 والتقى نظيره الفرنسي في باريس.
"""
HOSTILE = (
    "| @everyone #12 <script>alert(1)</script> ![x](https://evil.example/x.png) [a](javascript:alert(1)) \u202egnp.exe\n\n"
    "France and Kazakhstan | signed an agreement <img src=x onerror=alert(1)> on 1 November 2023 in Astana.\n"
)


def plain(markdown: str) -> str:
    """The summary without isolates and numeric references of punctuation."""
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), re.sub("[\u2066-\u2069]", "", markdown)).replace("\u2060", "")


def rows(markdown: str) -> dict[str, list[str]]:
    """The cells of the only table by the name of their row."""
    found = (line.strip("| ").split(" | ") for line in plain(markdown).splitlines() if line.startswith("| "))
    return {cells[0]: [each.strip() for each in cells[1:]] for cells in found}


def test_nothing_changed(repository: Make) -> None:
    assert "No seed differs" in repository().report("HEAD")


def test_a_new_seed_in_english(repository: Make) -> None:
    made = repository()
    made.seed("new.txt", f"An agreement in Astana\n\n{TEXT}")
    table = rows(made.report("HEAD"))
    assert table["Title"] == ["An agreement in Astana", "“An agreement in Astana”"]
    assert table["Language"][0] == "English (en)"
    assert table["Direction"][0] == "left to right"
    assert table["Parties"][0] == "France (FRA)<br>Kazakhstan (KAZ)"
    assert "“France”" in table["Parties"][1]
    assert table["Date"] == ["1 November 2023", "“1 November 2023”"]
    assert table["Event"][0] == "Agreement"
    assert "D242" in table["Doubts"][0]
    places = table["Index pages"][0].split("<br>")
    for place in ("countries/fra/", "relations/fra-kaz/", "dates/2023/11/", "languages/en/"):
        assert f"+ {place}" in places


def test_an_arabic_seed_in_both_languages(repository: Make) -> None:
    made = repository()
    made.seed("ziyara.txt", ARABIC)
    said = made.report("HEAD")
    table = rows(said)
    assert "| English | العربية |" in plain(said)
    assert table["Parties · الأطراف"][:2] == ["France (FRA)<br>Kazakhstan (KAZ)", "فرنسا (FRA)<br>كازاخستان (KAZ)"]
    assert table["Date · التاريخ"][:2] == ["1 November 2023", "1 نوفمبر 2023"]
    assert "right to left" in said
    assert "«" not in table["Date · التاريخ"][2]
    assert table["Date · التاريخ"][2] == "“1 نوفمبر 2023”"


def test_a_changed_seed_says_what_it_was(repository: Make) -> None:
    made = repository()
    made.seed("old.txt", f"---\ndate: 2022-05-09\nparties: [FRA, MAR]\n---\n{TEXT}")
    table = rows(made.report("HEAD"))
    assert table["Date"] == ["9 May 2022", "stated<br>before: 1 November 2023"]
    places = table["Index pages"][0].split("<br>")
    assert {"+ dates/2022/05/", "− dates/2023/11/", "+ relations/fra-mar/", "− relations/fra-kaz/", "countries/fra/"} <= set(places)


def test_a_withdrawn_seed_says_where_it_stood(repository: Make) -> None:
    made = repository()
    (made.folder / "seeds/old.txt").unlink()
    said = made.report("HEAD")
    assert "old.txt: withdrawn" in plain(said)
    assert "− relations/fra-kaz/" in rows(said)["Index pages"][0]


def test_a_near_duplicate_is_named_apart_from_other_doubts(repository: Make) -> None:
    made = repository()
    long = "".join(f"{TEXT.strip()} The ministers spoke of matter {number} at length. " for number in range(9))
    made.seed("first.txt", long)
    base = made.commit()
    made.seed("second.txt", f"{long}\nOne sentence more.\n")
    table = rows(made.report(base))
    assert "D510" in table["Near-duplicates"][0]
    assert "seeds/first.txt" in table["Near-duplicates"][0]
    assert "D510" not in table["Doubts"][0]


def test_a_seed_that_is_refused_says_why(repository: Make) -> None:
    made = repository()
    made.seed("bad.txt", f"---\ndate: 2023-02-31\n---\n{TEXT}")
    said = made.report("HEAD")
    assert "set aside" in said
    assert "error D201, 2:7" in rows(said)["Doubts"][0]
    assert "Title" not in rows(said)


def test_a_hostile_seed_is_literal_text(repository: Make) -> None:
    made = repository()
    made.seed("a`b|<i>@all.txt", HOSTILE)
    said = made.report("HEAD")
    markup = said.replace("<br>", "")
    assert not re.search(r"[<>@`\[\]]|!\(|://|\u202e", markup)
    lines = [line for line in said.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in lines} == {4}
    assert "<script>alert(1)</script>" in plain(said)
    assert "&#64;&#8288;everyone" in said


def test_a_revision_that_git_does_not_know_is_wrong_usage(repository: Make) -> None:
    done = chancery("report", "--base", "no-such-branch", cwd=repository().folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "git knows no revision no-such-branch" in done.stderr
    assert "Traceback" not in done.stderr


@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("@#|`<>&[]()!*_~:/\\\n\r\u2028\u202e\u2067\u2069GHgh-1"), st.characters(exclude_categories=("Cs",))
        )
    )
)
def test_a_cell_is_one_line_that_calls_nobody(text: str) -> None:
    shown = cell(text)
    assert not re.search(r"[<>@`\[\]|*\\~\n\r\u202a-\u202e]", shown)
    assert not re.search("&#(?:64|35|45|46);(?!&#8288;)|&#58;&#47;", shown)
    assert not re.search(r"\bGH-\d", shown, re.IGNORECASE)
    depth = 0
    for character in shown:
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        assert depth >= 0
    assert depth == 0
