"""The builder's time and memory, and the bytes of a search, over invented records (`benchmarks/synthetic.py`)."""

from __future__ import annotations

import random
import resource
import sys
import time
from pathlib import Path

import regex

from benchmarks.search.asking import asking, indexing
from benchmarks.synthetic import FIRST_YEAR, STATES, YEARS, text, tongues
from generator.search import Holding
from generator.text.bidi import direction_of

QUESTIONS = 24


def holding(name: str) -> Holding:
    """An invented record as search sees it, without cataloguing it: sides, day and event are drawn by lot."""
    number = int(name)
    chance = random.Random(number)
    paragraphs = [part for part in regex.sub(r"(?s)^---.*?---\n", "", text(number)).split("\n\n") if part.strip()]
    common = {code: sum(word in tongue.common for word in " ".join(paragraphs).split()) for code, tongue in tongues().items()}
    language = max(common, key=lambda code: common[code])
    sides = tuple(f"c:{state}" for state in sorted(chance.sample(STATES.split(), 2)))
    return Holding(
        id=name, address=name, title=paragraphs[0], devised=False, language=language, direction=direction_of(paragraphs[0], language),
        paragraphs=tuple(paragraphs[1:]), date=day(number), parties=sides, topics=(f"t:{chance.randrange(1, 19):02}",),
        event=chance.choice(["e:visit", "e:meeting", "e:agreement"]), concepts=dict.fromkeys(sides, ()), main=frozenset(sides),
    )  # fmt: skip


def day(number: int) -> str:
    """The day of a record."""
    chance = random.Random(f"day {number}")
    return f"{FIRST_YEAR + chance.randrange(YEARS)}-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}"


def measure(count: int) -> None:
    """Build the index of so many records and ask it."""
    make = indexing({str(number): day(number) for number in range(count)}, holding)

    def measured(folder: Path) -> None:
        begun = time.process_time()
        make(folder)
        spent, memory = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        files = [path.stat().st_size for path in (folder / "search").rglob("*.z")]
        print(f"{count} records: {spent:.1f} s CPU (with inventing them), {memory} MB, {len(files)} files, {sum(files) / 1e6:.1f} MB")

    chance = random.Random(7)
    questions = ["Kazakhstan", *(" ".join(chance.sample(each.stems[40:3000], 2)) for each in [*tongues().values()] * (QUESTIONS // 4))]
    with asking(measured) as asker:
        sent = []
        for question in questions:
            asker.page.context.clear_cookies()
            answer = asker.ask(question, "en")
            sent.append(answer.sent)
            if question == questions[0]:
                print(" ", " ".join(f"{path}:{size}" for path, size in answer.files if size))
            print(f"  {question}: {answer.sent / 1000:.1f} kB, {answer.seconds * 1000:.0f} ms, {len(answer.records)} shown")
    print(f"  each alone: at most {max(sent) / 1000:.1f} kB, {sum(sent) / len(sent) / 1000:.1f} kB on average")


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or ["1000"]):
        measure(size)
