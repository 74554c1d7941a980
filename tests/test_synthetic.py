from __future__ import annotations

import re
from pathlib import Path

from benchmarks.synthetic import text, texts, tongues, write


def test_a_record_is_a_function_of_its_number() -> None:
    assert dict(texts(12)) == {**dict(texts(4)), **dict(texts(8, first=4))}
    assert text(3) != text(3, seed=2)


def test_records_are_as_long_as_they_should_be_and_in_every_language() -> None:
    written = [content for _, content in texts(60)]
    lengths = [len(re.findall(r"\w+", content)) for content in written]
    assert min(lengths) > 350
    assert max(lengths) < 800
    assert all(any(line in content for content in written) for tongue in tongues().values() for line in tongue.lines[:1])


def test_files_are_named_as_seeds_are(tmp_path: Path) -> None:
    write(3, tmp_path / "seeds")
    assert [path.name for path in sorted((tmp_path / "seeds").iterdir())] == [f"invented-{number:06}.txt" for number in range(3)]
