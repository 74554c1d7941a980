"""The builder's time and memory, and the bytes of a search, over invented records."""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from itertools import accumulate

from benchmarks.search.asking import asking, index_of
from generator.search.holding import Holding

ALPHABETS = {"ar": "ابتجحدرسشصطعفقكلمنهوي", "en": "abcdefghilmnoprstuvw", "fr": "abcdéefghilmnoprstuv", "ru": "абвгдежзиклмнопрстуя"}
STATES = ("KAZ", "FRA", "MAR", "EGY", "CHN", "RUS", "DEU", "TUR", "JPN", "BRA", "IND", "SEN")
VOCABULARY, WORDS, QUESTIONS = 12_000, 300, 24


def vocabularies(chance: random.Random) -> dict[str, list[str]]:
    """Invented words of each language, the frequent ones first and short."""
    return {
        language: ["".join(chance.choices(letters, k=3 + min(7, place // 60))) for place in range(VOCABULARY)]
        for language, letters in ALPHABETS.items()
    }


def records(count: int) -> Iterator[Holding]:
    """Invented records in four languages whose words are as frequent as those of a language are (Zipf)."""
    chance = random.Random(count)
    words = vocabularies(random.Random(1))
    weights = list(accumulate(1 / place for place in range(1, VOCABULARY + 1)))
    for number in range(count):
        language = chance.choice(list(words))
        text = chance.choices(words[language], cum_weights=weights, k=chance.randrange(WORDS // 2, WORDS * 3 // 2))
        sides = tuple(f"c:{state}" for state in sorted(chance.sample(STATES, 2)))
        yield Holding(
            id=f"r{number}", address=f"r{number}", title=" ".join(text[:9]), devised=False, language=language,
            direction="rtl" if language == "ar" else "ltr",
            paragraphs=tuple(" ".join(text[at : at + 60]) for at in range(9, len(text), 60)),
            date=f"{2000 + number * 25 // count}-05-01", year=2000 + number * 25 // count, parties=sides,
            topics=(f"t:{chance.randrange(1, 19):02}",), event=chance.choice(["e:visit", "e:meeting", "e:agreement"]),
            concepts=dict.fromkeys(sides, ()), main=frozenset(sides),
        )  # fmt: skip


def measure(count: int) -> None:
    """Build the index of so many records and ask it."""
    numbers = {f"r{number}": number for number in range(count)}
    begun = time.process_time()
    files = list(index_of(records(count), numbers)) if count <= 20_000 else index_of(records(count), numbers)
    if isinstance(files, list):
        spent = time.process_time() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        size = sum(len(content) for _, content in files)
        print(f"{count} records: {spent:.1f} s CPU, {memory} MB at most (files kept here), {len(files)} files, {size / 1e6:.1f} MB")
    words = vocabularies(random.Random(1))
    chance = random.Random(7)
    questions = ["Kazakhstan", *(" ".join(chance.sample(words[language][40:3000], 2)) for language in [*words] * (QUESTIONS // 4))]
    with asking(files) as asker:
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
