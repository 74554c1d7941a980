"""Invented news in four languages, thousands of them, from few words: the harder for whoever looks for copies."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import yaml

from tests.conftest import PROJECT

WORDS = PROJECT / "tests/cases/copies/news.yml"
Change = Callable[[str, random.Random], str]


def texts(count: int, seed: int = 1) -> list[str]:
    """So many texts, each of its own sentences, though all are made from the same phrases; some share a footer."""
    languages = list(yaml.safe_load(WORDS.read_text(encoding="utf-8")).values())
    chance = random.Random(seed)
    return [_text(chance.choice(languages), chance) for _ in range(count)]


def _text(language: dict[str, list[str]], chance: random.Random) -> str:
    chosen = chance.sample(language["sentences"], chance.randint(7, min(12, len(language["sentences"]))))
    body = [sentence.format_map(_Filled(language, chance)) for sentence in chosen]
    return "\n".join([" ".join(body[:2]), " ".join(body[2:5]), " ".join(body[5:]), *language["footer"][: chance.randint(0, 2)]])


class _Filled(dict[str, str]):
    """Each blank of a sentence takes any of its words, each time anew."""

    def __init__(self, language: dict[str, list[str]], chance: random.Random) -> None:
        super().__init__()
        self._language, self._chance = language, chance

    def __missing__(self, key: str) -> str:
        return str(self._chance.randint(2, 990)) if key == "number" else self._chance.choice(self._language[key])


def sentence_dropped(text: str, chance: random.Random) -> str:
    """One sentence less, as when an editor cuts."""
    sentences = re.split(r"(?<=[.。])(?=\s)", text)
    del sentences[chance.randrange(len(sentences))]
    return "".join(sentences)


def footer_added(text: str, chance: random.Random) -> str:
    """A title before, a footer after, as on another outlet’s page."""
    footer = "Share this on every network\nRead also: ten other stories of the day\n© The River Agency"
    return f"Agence du Fleuve {chance.randint(1, 99)}\n{text}\n{footer}"


def words_changed(text: str, chance: random.Random) -> str:
    """One word in fourteen another one; a character is a word where no blanks part them."""
    words = re.findall(r"[\u4e00-\u9fff]|[^\s\u4e00-\u9fff]+|\s+", text)
    places = [place for place, word in enumerate(words) if not word.isspace()]
    for place in chance.sample(places, len(places) // 14):
        words[place] = words[chance.choice(places)]
    return "".join(words)


CHANGES: tuple[Change, ...] = (sentence_dropped, footer_added, words_changed)
