"""Texts of 3,000 characters catalogued per second of one core, by language: `python -m benchmarks.catalogue.speed`.

The texts are woven from the paragraphs of the project's own labelled cases: those of one language, in an order of
their own for each text, until 3,000 characters are reached. Processor time is counted, not the clock on the wall,
and each language runs several times; the median counts. The line "python" tells what the machine gives at that
moment (million additions a second), so that two runs can be compared.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.curated import load
from generator.pipeline import catalogue
from generator.settings import find_project, read_settings

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"
CHARACTERS = 3000
LEAST_CASES = 3
TARGET = 150
"""Texts a second of one core that the archive holds itself to."""


def paragraphs() -> dict[str, list[str]]:
    """The paragraphs of the labelled cases by language; languages with few cases are left out."""
    found: dict[str, list[str]] = {}
    cases: dict[str, int] = {}
    for line in (CORPUS / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        text = (CORPUS / "texts" / f"{label['id']}.txt").read_text(encoding="utf-8")
        found.setdefault(label["language"], []).extend(part for part in text.split("\n") if part.strip())
        cases[label["language"]] = cases.get(label["language"], 0) + 1
    return {language: parts for language, parts in found.items() if cases[language] >= LEAST_CASES}


def weave(parts: Sequence[str], number: int) -> str:
    """One text of 3,000 characters; the same number gives the same text."""
    chance = random.Random(number)
    text = ""
    while len(text) < CHARACTERS:
        text += "\n\n".join(chance.sample(parts, len(parts))) + "\n\n"
    return text[:CHARACTERS]


def runs(paths: Sequence[Path], times: int) -> Iterator[float]:
    """Texts per second of processor time, once for each run; a first run fills the tables and is not counted."""
    settings, curated = read_settings(find_project()), load()
    for number in range(times + 1):
        begun = time.process_time()
        for outcome in catalogue(paths, settings, curated):
            assert outcome.record is not None, outcome
        if number:
            yield len(paths) / (time.process_time() - begun)


def python_speed() -> float:
    """Million additions a second of plain Python, the best of ten tries."""
    tries = []
    for _ in range(10):
        begun = time.process_time()
        sum(number + 1 for number in range(200_000))
        tries.append(time.process_time() - begun)
    return 0.2 / min(tries)


def main() -> None:
    """Measure each language and print a table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--texts", type=int, default=12, help="texts of each language")
    arguments.add_argument("--runs", type=int, default=5, help="runs of each language, of which the median counts")
    chosen = arguments.parse_args()
    print(f"{'python':10}{python_speed():>8.1f} million additions/s")
    seconds, texts = 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        for language, parts in sorted(paragraphs().items()):
            paths = [Path(folder, f"{language.lower()}-{number}.txt") for number in range(chosen.texts)]
            for number, path in enumerate(paths):
                path.write_text(weave(parts, number), encoding="utf-8")
            speed = statistics.median(runs(paths, chosen.runs))
            print(f"{language:10}{speed:>8.1f} texts/s")
            seconds, texts = seconds + len(paths) / speed, texts + len(paths)
    print(f"{'all':10}{texts / seconds:>8.1f} texts/s (held to {TARGET})")


if __name__ == "__main__":
    main()
