"""Invented records for measuring: seeds in four languages, about forty states and thirty years, 400 to 700 words long.

Each record is a function of the seed and its number alone: record 7 is the same in a collection of ten and of ten thousand.
A head, a first sentence and a few lines are real sentences, so that the archive finds sides, day and event in them; the
rest are invented words as frequent as those of a language are (Zipf) and with its endings.

    python -m benchmarks.synthetic 10000 FOLDER
"""

from __future__ import annotations

import sys
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

import yaml

from generator.text.territory import territory_name

STATES = (
    "ARG AUS AUT AZE BEL BGR BRA CAN CHN CUB CZE DEU DZA EGY ESP ETH FIN FRA GBR GRC "
    "HUN IDN IND IRN ITA JPN KAZ KEN KOR MAR MEX NGA NOR PAK POL RUS SEN TUR UKR ZAF"
)
FIRST_YEAR, YEARS = 1996, 30
WORDS = (400, 700)
STEMS = 5_000
"""Stems of each language, without their endings."""
_REAL = 80
"""Words of the real sentences in a record, or so."""
_STATED = 4
"""One record in so many states its day, sides and source above the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What the records of one language are made of; `weights` are cumulative, by rank of the stem."""

    heads: list[str]
    leads: list[str]
    lines: list[str]
    common: list[str]
    stems: list[str]
    weights: list[float]
    before: list[str]
    after: list[str]
    months: list[str]
    date: str

    def word(self, chance: Random) -> str:
        """A word: one of the common ones, or a stem with what the language puts around it."""
        place = bisect(self.weights, chance.random() * self.weights[-1])
        if place < len(self.common):
            return self.common[place]
        lot = chance.random()
        before = chance.choice(self.before) if lot < 0.12 else ""
        return f"{before}{self.stems[place]}{chance.choice(self.after) if lot > 0.6 else ''}"


@cache
def tongues() -> dict[str, Tongue]:
    """The languages of `synthetic.yml`."""
    tables = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return {code: _tongue(code, table) for code, table in tables.items()}


def _tongue(code: str, table: dict[str, str | list[str]]) -> Tongue:
    facts = {key: value.split() if isinstance(value, str) and key not in ("date",) else value for key, value in table.items()}
    chance = Random(f"stems {code}")
    starts, middles = facts.pop("starts"), facts.pop("middles")
    made: dict[str, None] = {}
    while len(made) < STEMS:  # the frequent ones first and short
        parts = 1 + min(3, len(made) // 2500) + chance.randrange(2)
        made[chance.choice(starts) + "".join(chance.choices(middles, k=parts))] = None
    weights = list(accumulate((rank + 2.7) ** -1.05 for rank in range(STEMS)))  # Mandelbrot's form of Zipf's law
    return Tongue(stems=list(made), weights=weights, **facts)  # type: ignore[arg-type]


def texts(count: int, *, first: int = 0, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Name (without ending) and text of so many seeds, from number `first` on."""
    for number in range(first, first + count):
        yield f"invented-{number:06}", text(number, seed=seed)


def text(number: int, *, seed: int = 1) -> str:
    """The seed of a number: sometimes a front matter, then head, first sentence and paragraphs."""
    chance = Random(f"{seed} {number}")
    code = chance.choice(sorted(tongues()))
    tongue = tongues()[code]
    one, other, third = chance.sample(STATES.split(), 3)
    year, month, day = FIRST_YEAR + chance.randrange(YEARS), chance.randrange(12), 1 + chance.randrange(28)
    kind = chance.randrange(len(tongue.heads))
    facts = {
        "one": territory_name(one, code),
        "other": territory_name(other, code),
        "place": territory_name(third, code),
        "day": tongue.date.format(day=day, month=tongue.months[month], year=year),
        "count": chance.randrange(20, 9000),
    }
    front = f"---\ndate: {year}-{month + 1:02}-{day:02}\nparties: [{one}, {other}]\nsource: {{name: Invented Gazette}}\n---\n"
    paragraphs = "\n\n".join(_paragraphs(tongue, chance, facts))
    head, lead = tongue.heads[kind].format(**facts), tongue.leads[kind].format(**facts)
    return f"{'' if chance.randrange(_STATED) else front}{head}\n\n{lead}\n\n{paragraphs}\n"


def _paragraphs(tongue: Tongue, chance: Random, facts: dict[str, object]) -> Iterator[str]:
    """Sentences of invented words, among them now and then a real one."""
    left = chance.randrange(*WORDS) - _REAL
    while left > 0:
        sentences = []
        for _ in range(chance.randrange(2, 5)):
            words = [tongue.word(chance) for _ in range(chance.randrange(8, 26))]
            left -= len(words)
            sentences.append(f"{' '.join(words).capitalize()}.")
        if chance.random() < 0.4:
            sentences.append(chance.choice(tongue.lines).format(**facts))
        yield " ".join(sentences)


def write(count: int, folder: Path, *, seed: int = 1) -> None:
    """Write so many seeds into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in texts(count, seed=seed):
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
