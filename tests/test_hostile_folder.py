"""One folder with good seeds and one bad seed of each kind: the good are published, each other is named, nothing breaks."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import chancery

pytestmark = pytest.mark.xdist_group("hostile")
TEXT = "France and Kazakhstan signed an agreement on water in Astana.\n"
GOOD = {
    "good": TEXT.encode(),
    "utf-8-marked": b"\xef\xbb\xbf" + TEXT.encode(),
    "utf-16-marked": TEXT.encode("utf-16"),
    "utf-32-marked": TEXT.encode("utf-32"),
    "crlf": TEXT.replace("\n", "\r\n").encode(),
    "no-front-matter": b"---\nA rule above the text, and no key below it.\n---\n" + TEXT.encode(),
    "stated": f"---\nparties: [FRA, KAZ]\ndate: 2023-11-01\nsource: {{name: Example, url: https://example.org/a}}\n---\n{TEXT}".encode(),
    "hostile": b"<script>alert(1)</script> {{ config }} [x](javascript:alert(1))\n\n" + TEXT.encode(),
}
LEGACY = {
    "windows-1256": ("cp1256", "وقعت فرنسا وكازاخستان اتفاقا حول المياه في أستانا، وقال الوزير إن التعاون بين البلدين يتوسع كل عام. "),
    "windows-1251": ("cp1251", "Франция и Казахстан подписали соглашение о воде, сообщила пресс-служба министерства иностранных дел. "),
    "gb18030": ("gb18030", "法国和哈萨克斯坦在阿斯塔纳签署了关于水资源的协议，两国外交部长出席了签字仪式。"),
    "shift-jis": ("shift_jis", "フランスとカザフスタンはアスタナで水資源に関する協定に署名し、両国の外相が式典に出席した。"),
    "euc-kr": ("euc_kr", "프랑스와 카자흐스탄은 아스타나에서 물에 관한 협정에 서명했으며 양국 외무장관이 서명식에 참석했다. "),
}


@dataclass(frozen=True)
class Fault:
    """A bad seed: its file, its bytes, and where and by which code it must be named."""

    name: str
    content: bytes
    line: int
    code: str


def stating(name: str, front: str, line: int, code: str) -> Fault:
    return Fault(name, f"---\n{front}\n---\n{TEXT}".encode(), line, code)


BOMB = "a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, x]" for n in range(30))
FAULTS = (
    Fault("empty.txt", b"", 1, "D103"),
    Fault("blank.txt", b" \n\t\n\xe2\x80\x8b\n", 1, "D103"),
    Fault("large.txt", b"France. " * 125_001, 1, "D104"),
    Fault("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 1, "D105"),
    Fault("nul.txt", b"France\x00Kazakhstan", 1, "D105"),
    Fault("damaged.txt", ("Élysée, à côté " * 9 + "\n").encode() + b"fran\xe7ais \xff\n", 2, "D106"),
    Fault("noise.txt", bytes(range(128, 256)) * 5, 1, "D114"),
    Fault("！？.txt", TEXT.encode(), 1, "D109"),
    Fault("---.txt", TEXT.encode(), 1, "D109"),
    Fault("index.txt", TEXT.encode(), 1, "D112"),
    Fault("readme.txt", TEXT.encode(), 1, "D112"),
    Fault("only-front.txt", b"---\ndate: 2023\n---\n\n", 4, "D111"),
    Fault("unclosed.txt", b"---\ndate: 2023\n\n" + TEXT.encode(), 1, "D202"),
    stating("no-yaml.txt", "title: [a\ndate: 2023", 3, "D203"),
    stating("misspelt-key.txt", "note: x\npartys: [FRA]", 3, "D204"),
    stating("unknown-key.txt", "colour: red", 2, "D205"),
    stating("twice.txt", "date: 2023\ndate: 2024", 3, "D206"),
    stating("bomb.txt", BOMB, 2, "D207"),
    stating("tag.txt", "title: !!python/object:os.system x", 2, "D207"),
    stating("long-front.txt", "note: " + "x" * 70_000, 2, "D208"),
    stating("bell.txt", "title: a\x07b", 2, "D209"),
    stating("no-month.txt", "date: 2023-13-01", 2, "D201"),
    stating("no-day.txt", "published: 2023-02-30", 2, "D201"),
    stating("backwards.txt", "date: 2024/2023", 2, "D201"),
    stating("no-date.txt", "date: last week", 2, "D201"),
    stating("no-calendar-day.txt", "added: 2023-02-30", 2, "D220"),
    stating("deep.txt", "title: [[[[a]]]]", 2, "D216"),
    stating("list-for-text.txt", "title: [a, b]", 2, "D217"),
    stating("text-for-list.txt", "parties: FRA, KAZ", 2, "D218"),
    stating("text-for-references.txt", "references: Example", 2, "D219"),
    stating("bad-language.txt", "language: not a code!", 2, "D221"),
    stating("bad-rights.txt", "rights: secret", 2, "D222"),
    stating("bad-address.txt", "source: {name: x, url: 'javascript:alert(1)'}", 2, "D223"),
    stating("bad-id.txt", "parties: [France, KAZ]", 2, "D224"),
    stating("no-value.txt", "title:", 2, "D225"),
    stating("party-twice.txt", "parties: [FRA, FRA]", 2, "D226"),
    stating("text-for-source.txt", "source: Example", 2, "D227"),
    stating("nameless-source.txt", "source: {url: 'https://example.org/'}", 2, "D228"),
    stating("unknown-state.txt", "parties: [FRA, QQQ]", 2, "D231"),
    stating("unknown-event.txt", "note: x\nevent: visitt", 3, "D230"),
    stating("unknown-topic.txt", "topics: ['99']", 2, "D231"),
    stating("unknown-person.txt", "people: [nobody-of-that-name-xyzzy]", 2, "D231"),
    stating("unknown-body.txt", "organisations: [XYZZY]", 2, "D231"),
    Fault("one_address.txt", TEXT.encode(), 1, "D500"),
    Fault("one-address.txt", TEXT.encode(), 1, "D500"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("hostile")
    seeds = home / "seeds"
    seeds.mkdir()
    for name, content in GOOD.items():
        (seeds / f"{name}.txt").write_bytes(content)
    for name, (encoding, sentence) in LEGACY.items():
        (seeds / f"{name}.txt").write_bytes((sentence * 6).encode(encoding))
    for fault in FAULTS:
        (seeds / fault.name).write_bytes(fault.content)
    (home / "outside.txt").write_text(TEXT)
    (seeds / "link.txt").symlink_to(home / "outside.txt")
    (seeds / "dangling.txt").symlink_to(home / "nowhere.txt")
    (seeds / "loop.txt").symlink_to(seeds / "loop.txt")
    (seeds / "parent.txt").symlink_to("..")
    (seeds / "folder.txt").mkdir()
    os.mkfifo(seeds / "pipe.txt")
    (seeds / "picture.jpg").write_bytes(b"\xff\xd8")
    return home


LINKED = {"link.txt": "D101", "dangling.txt": "D101", "loop.txt": "D101", "parent.txt": "D101", "folder.txt": "D102", "pipe.txt": "D102"}


@pytest.fixture(scope="module")
def said(folder: Path) -> str:
    """What the build said to people."""
    result = chancery("build", "--seeds", folder / "seeds", "--docs", folder / "docs", "--site", folder / "site")
    assert result.returncode == 0, result.stderr
    assert f"{len(GOOD) + len(LEGACY)} records, {len(FAULTS) + len(LINKED)} seeds set aside" in result.stdout
    return result.stderr


def test_no_traceback(said: str) -> None:
    assert "Traceback" not in said
    assert not re.search(r"‹\w+›|%\(\w+\)s", said)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_bad_seed_is_named_with_line_and_code(fault: Fault, said: str) -> None:
    mine = [line for line in said.splitlines() if line.startswith(f"seeds/{fault.name}:")]
    assert any(line.startswith(f"seeds/{fault.name}:{fault.line}: {fault.code} ") for line in mine), mine


@pytest.mark.parametrize(("name", "code"), LINKED.items())
def test_what_is_no_plain_file_is_named(name: str, code: str, said: str) -> None:
    assert f"seeds/{name}:1: {code} " in said


def test_good_and_legacy_seeds_are_published_and_nothing_else(folder: Path, said: str) -> None:
    published = set(_records(folder))
    assert published == {*GOOD, *LEGACY}


def test_legacy_encodings_are_decoded_with_a_doubt(folder: Path) -> None:
    paths = [folder / "seeds" / f"{name}.txt" for name in LEGACY]
    result = chancery("catalogue", *paths, "--format", "json")
    assert result.returncode == 0, result.stderr
    for (name, (_, sentence)), line in zip(LEGACY.items(), result.stdout.splitlines(), strict=True):
        record = json.loads(line)
        assert "D107" in [doubt["code"] for doubt in record["doubts"]], name
        assert sentence.split()[0] in " ".join(block["text"] for block in record["body"]), name


def test_nothing_of_a_hostile_seed_runs(folder: Path, said: str) -> None:
    page = (folder / "site/records/hostile/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "{{ config }}" in page.replace("&#123;", "{").replace("&#125;", "}")


def test_strict_ends_with_one(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name in ("good.txt", "empty.txt"):
        (tmp_path / "seeds" / name).write_bytes((folder / "seeds" / name).read_bytes())
    places = ("--seeds", tmp_path / "seeds", "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    result = chancery("build", "--strict", *places)
    assert (result.returncode, "D103" in result.stderr) == (1, True)
    assert (tmp_path / "site/records/good/index.html").is_file()


def test_check_names_the_same_faults(folder: Path) -> None:
    result = chancery("check", folder / "seeds", "--format", "json")
    assert (result.returncode, result.stderr) == (1, "")
    told = {(found["path"], found["line"], found["code"]) for found in map(json.loads, result.stdout.splitlines())}
    assert {(f"seeds/{fault.name}", fault.line, fault.code) for fault in FAULTS} - told == set()


def _records(folder: Path) -> list[str]:
    pages = (folder / "site/records").glob("*/index.html")
    return [match[1] for page in pages if (match := re.search(r'data-record="([^"]*)"', page.read_text(encoding="utf-8")))]
