"""Files that are read, and files that are refused."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import Doubt, SeedRefusedError, UsageError
from generator.model import Seed
from generator.read import passed_over, read_seed, seed_paths

TEXT = "Les deux ministres se sont réunis.\n"


def codes_of(path: Path, root: Path) -> list[str]:
    """The codes with which a file is refused."""
    with pytest.raises(SeedRefusedError) as refused:
        read_seed(path, root)
    return [doubt.code for doubt in refused.value.doubts]


def write(folder: Path, data: bytes, name: str = "x.txt") -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_plain_seed(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT.encode(), "visite-2023.txt")
    seed = read_seed(path, tmp_path)
    assert (seed.id, seed.path, seed.text, seed.first_line, seed.doubts) == ("visite-2023", "visite-2023.txt", TEXT, 1, ())


def test_control_characters_stay_for_the_cleaning(tmp_path: Path) -> None:
    assert read_seed(write(tmp_path, b"a\x07b\x0cc"), tmp_path).text == "a\x07b\x0cc"


def test_the_path_is_shown_as_on_every_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project" / "data" / "seeds").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    inside = write(tmp_path / "project" / "data" / "seeds", TEXT.encode())
    outside = write(tmp_path / "seeds", TEXT.encode())
    (tmp_path / "project" / "mkdocs.yml").touch()
    (tmp_path / "mkdocs.yml").unlink()
    assert read_seed(inside).path == "data/seeds/x.txt"
    assert read_seed(outside).path == "seeds/x.txt"
    monkeypatch.chdir(tmp_path / "project")
    assert read_seed(Path("data/seeds/x.txt")).path == "data/seeds/x.txt"
    assert read_seed(Path("../seeds/x.txt")).path == "seeds/x.txt"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "D103"),
        (b" \r\n\t\n", "D103"),
        ("\ufeff\u200b\u2060\n".encode(), "D103"),
        (b"x" * 1_000_001, "D104"),
        (b"a\0b", "D105"),
        (b"\xff\xfea\0\0\0", "D105"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe", "D105"),
        ("é".encode() * 10 + b"\n\xff", "D106"),
        (b"\xef\xbb\xbfabc\xff", "D106"),
        (b"\xff\xfe\x00\xd8\x00", "D106"),
        (bytes(range(128, 256)) * 3, "D114"),
    ],
)
def test_refused_content(data: bytes, code: str, tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, data), tmp_path) == [code]


def test_a_broken_character_is_named_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(SeedRefusedError) as refused:
        read_seed(write(tmp_path, "é\né\né".encode() + b"\n\n\xff"), tmp_path)
    assert refused.value.doubts[0].line == 5


def test_a_million_bytes_are_read(tmp_path: Path) -> None:
    assert len(read_seed(write(tmp_path, b"x" * 1_000_000), tmp_path).text) == 1_000_000


@pytest.mark.parametrize("name", ["---.txt", "🙂.txt", "a\nb.txt", "a\u202eb.txt", "\x1b[31m.txt"])
def test_names_without_an_address(name: str, tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, b"x", name), tmp_path) == ["D109"]


@pytest.mark.parametrize("name", ["index.txt", "README.txt", "Index_.txt"])
def test_names_of_pages(name: str, tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, b"x", name), tmp_path) == ["D112"]


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    try:
        Path(os.fsdecode(path)).write_bytes(b"x")
    except OSError:
        pytest.skip("the file system keeps names as Unicode")
    with pytest.raises(SeedRefusedError) as refused:
        read_seed(Path(os.fsdecode(path)), tmp_path)
    assert refused.value.doubts[0].seed == "a\ufffd.txt"


@pytest.mark.parametrize("name", ["001_e0d0.txt", "Visite.txt", "زيارة.txt", "a b.txt"])
def test_names_that_work_with_a_doubt(name: str, tmp_path: Path) -> None:
    seed = read_seed(write(tmp_path, b"x", name), tmp_path)
    assert seed.id == name.removesuffix(".txt")
    assert [(doubt.level, doubt.code) for doubt in seed.doubts] == [("warning", "D108")]


def test_every_fault_is_collected(tmp_path: Path) -> None:
    path = write(tmp_path, "---\ncolour: bleue\ndate: 2023-13-01\n---\nRéunion à Paris où l’été\n".encode("cp1252"), "index.txt")
    assert codes_of(path, tmp_path) == ["D112", "D205", "D201", "D107"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    target = write(tmp_path, b"x", "target")
    (tmp_path / "x.txt").symlink_to(target)
    (tmp_path / "lost.txt").symlink_to("nowhere")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    for name in ("x.txt", "lost.txt", "loop.txt"):
        assert codes_of(tmp_path / name, tmp_path) == ["D101"]


def test_linked_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    write(tmp_path / "real", b"x")
    (tmp_path / "seeds").symlink_to("real")
    assert codes_of(tmp_path / "seeds" / "x.txt", tmp_path) == ["D101"]
    assert read_seed(tmp_path / "seeds" / "x.txt", tmp_path / "seeds").text == "x"


def test_what_is_no_plain_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    began = time.monotonic()
    assert codes_of(tmp_path / "folder.txt", tmp_path) == ["D102"]
    assert codes_of(tmp_path / "pipe.txt", tmp_path) == ["D102"]
    assert codes_of(Path("/dev/null"), tmp_path) == ["D102"]
    assert time.monotonic() - began < 1


def test_paths_that_no_system_takes(tmp_path: Path) -> None:
    assert codes_of(tmp_path / "a\0b.txt", tmp_path) == ["D109", "D110"]
    assert codes_of(tmp_path / f"{'a' * 300}.txt", tmp_path) == ["D110"]
    assert codes_of(tmp_path / "mkdocs.yml" / "a.txt", tmp_path) == ["D110"]


def test_a_missing_file(tmp_path: Path) -> None:
    assert codes_of(tmp_path / "x.txt", tmp_path) == ["D110"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file(tmp_path: Path) -> None:
    path = write(tmp_path, b"x")
    path.chmod(0)
    assert codes_of(path, tmp_path) == ["D110"]


def test_seed_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "B.txt", ".hidden.txt", "README.md", "note.md", "loud.TXT"):
        write(tmp_path, b"x", name)
    (tmp_path / "below").mkdir()
    write(tmp_path / "below", b"x", "deep.txt")
    (tmp_path / "link.txt").symlink_to("nowhere")
    assert [path.name for path in seed_paths(tmp_path)] == ["B.txt", "a.txt", "b.txt", "link.txt"]
    notes = passed_over(tmp_path)
    assert [(note.seed, note.level, note.code) for note in notes] == [
        ("below", "note", "D113"),
        ("loud.TXT", "note", "D113"),
        ("mkdocs.yml", "note", "D113"),
        ("note.md", "note", "D113"),
    ]


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        seed_paths(tmp_path / "nowhere")


FRONT = st.text(alphabet="abtitledate: \n-[]{}&*!\"'#,>|?%@`\\\t\x85\u2028x0123é", max_size=80)
CONTENT = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    FRONT.map(lambda text: f"---\ntitle: {text}\n---\nx".encode()),
    FRONT.map(lambda text: f"---\nparties: {text}".encode()),
    st.text(max_size=60).map(lambda text: text.encode("utf-16", "surrogatepass")),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=2000)
@given(data=CONTENT)
def test_any_bytes_are_a_seed_or_refused(data: bytes, tmp_path: Path) -> None:
    found = _read_or_refuse(write(tmp_path, data), tmp_path)
    if isinstance(found, Seed):
        assert "\r" not in found.text
        assert "\0" not in found.text
        found.text.encode()
        return
    lines = data.count(b"\n") + data.count(b"\r") + 2
    assert found[0].level == "error"
    assert all(1 <= doubt.line <= lines and doubt.column >= 1 for doubt in found)


def _read_or_refuse(path: Path, root: Path) -> Seed | tuple[Doubt, ...]:
    """The seed, or the faults of its refusal; any other exception is a failure."""
    try:
        return read_seed(path, root)
    except SeedRefusedError as error:
        return error.doubts


@pytest.mark.shared
def test_shared_seeds_are_read(shared: Path) -> None:
    for path in [*seed_paths(shared / "seeds"), *seed_paths(shared / "corpus" / "texts")]:
        seed = read_seed(path, shared)
        assert seed.text.strip()
        assert {doubt.code for doubt in seed.doubts} <= {"D108"}


@pytest.mark.shared
def test_shared_vectors_are_read_or_refused(shared: Path, tmp_path: Path) -> None:
    for path in sorted((shared / "vectors").glob("*/*.*")):
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        for line in lines[:: len(lines) // 12 + 1]:
            quoted = json.dumps(line)
            for text in (line, f"---\ntitle: {line}\n---\nx", f"---\nsource: {{name: x, url: {quoted}}}\n---\nx"):
                found = _read_or_refuse(write(tmp_path, text.encode()), tmp_path)
                url = found.stated.source.url if isinstance(found, Seed) and found.stated.source else None
                assert url is None or re.match(r"https?://[^/@\\<>\"\s]+(/|\?|#|$)", url), url
            title = _read_or_refuse(write(tmp_path, f"---\ntitle: {quoted}\n---\nx".encode()), tmp_path)
            if isinstance(title, Seed):
                assert title.stated.title == " ".join(line.split())
