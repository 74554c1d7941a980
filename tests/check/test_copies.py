"""Texts that are nearly the same: planted ones are found, invented ones that only sound alike are not."""

from __future__ import annotations

import random

import pytest

from generator.check.copies import copies
from generator.check.sketch import ALIKE, near, share, shingles
from generator.model import Seed, Stated
from tests.check.synthetic import CHANGES, texts

PAIRS = 36


def seeds_of(bodies: list[str]) -> list[Seed]:
    return [Seed(id=f"s{number}", path=f"seeds/s{number}.txt", text=text, stated=Stated()) for number, text in enumerate(bodies)]


@pytest.mark.parametrize("chance", [1, 2, 3])
def test_planted_pairs_among_five_hundred(chance: int) -> None:
    bodies = texts(500 - PAIRS, chance)
    planted = {(number, len(bodies) + number) for number in range(PAIRS)}
    bodies += [CHANGES[number % len(CHANGES)](bodies[number], random.Random(number)) for number in range(PAIRS)]
    of = [shingles(text) for text in bodies]
    found = {(one, other) for one, other, _ in near(of, range(len(of)))}
    assert len(found & planted) >= 0.97 * PAIRS
    assert len(found - planted) <= 2


def test_the_sketches_lose_nothing_of_what_the_shingles_say() -> None:
    of = [shingles(text) for text in (*texts(60, 7), *(words(text, random.Random(1)) for text in texts(60, 7) for words in CHANGES[2:]))]
    found = {(one, other) for one, other, _ in near(of, range(len(of)))}
    assert found == {(one, other) for one in range(len(of)) for other in range(one + 1, len(of)) if share(of[one], of[other]) > ALIKE}


@pytest.mark.parametrize("asked", [frozenset({3}), frozenset({93}), frozenset({3, 93})])
def test_only_what_is_asked_about_is_compared(asked: frozenset[int]) -> None:
    of = [shingles(text) for text in texts(90, 5)]
    of += of[:10]
    found = list(near(of, asked))
    assert found == [(3, 93, 1.0)]


def test_a_text_of_few_words_is_like_itself_alone() -> None:
    short = ["Fish from Peru.", "Fish from Peru!", "Fish from Chile.", "Fish", "", "。", "渔业", "渔业合作"]
    of = [shingles(text) for text in short]
    assert {(one, other) for one, other, _ in near(of, range(len(of)))} == {(0, 1)}


def test_both_are_told_of_each_other() -> None:
    one, other, same = texts(2, 3)[0], texts(2, 3)[1], texts(2, 3)[0]
    seeds = seeds_of([one, other, f"\n{same}\n", one.replace(". ", "; ", 1) + " An added sentence."])
    told = {(doubt.seed[-6:-4], doubt.code, doubt.values["other"]) for doubt in copies(seeds, {seed.path for seed in seeds})}
    assert told == {
        ("s0", "D513", "seeds/s2.txt"),
        ("s2", "D513", "seeds/s0.txt"),
        ("s0", "D510", "seeds/s3.txt"),
        ("s2", "D510", "seeds/s3.txt"),
        ("s3", "D510", "seeds/s0.txt"),
    }
    assert {doubt.seed for doubt in copies(seeds, {"seeds/s3.txt"})} == {"seeds/s3.txt"}
