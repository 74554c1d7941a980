"""Queries made by machine: a rare word of a page, perturbed in one way, must find the page."""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import regex

from benchmarks.search.asking import asking, holdings_of, index_of
from benchmarks.search.quality import Score, report, score
from generator.search.holding import Holding
from generator.text.fold import fold

PER_PAGE = 12
WORD = regex.compile(r"[\p{L}\p{M}]{4,}")
Change = Callable[[str, random.Random], str | None]


def _swap(word: str, pairs: str) -> str | None:
    """The word with one letter in the place of another that is written for it."""
    for pair in pairs.split():
        if pair[0] in word:
            return word.replace(pair[0], pair[1], 1)
    return None


def _typo(word: str, chance: random.Random) -> str | None:
    """One letter lost, doubled, exchanged with the next, or another."""
    if len(word) < 5:
        return None
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    changed = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + chance.choice(word) + word[at + 1 :],
    )[kind]
    return changed if changed != word else None


def _article(word: str, _: random.Random) -> str | None:
    return word[2:] if word.startswith("ال") and len(word) > 5 else f"ال{word}"


def _tatweel(word: str, chance: random.Random) -> str | None:
    at = chance.randrange(1, len(word))
    return word[:at] + "ــ" + word[at:]


def _vowelled(word: str, chance: random.Random) -> str | None:
    return "".join(letter + chance.choice(["", "َ", "ُ", "ِ"]) for letter in word)


ARABIC: dict[str, Change] = {
    "article": _article,
    "clitic": lambda word, chance: chance.choice("وبل") + word if not word.startswith("ال") else f"و{word}",
    "hamza": lambda word, _: _swap(word, "أا إا اأ ئي ؤو"),
    "ya": lambda word, _: _swap(word, "ىي يى"),
    "ta-marbuta": lambda word, _: f"{word[:-1]}ه" if word.endswith("ة") else None,
    "tatweel": _tatweel,
    "vowels": _vowelled,
}
LATIN: dict[str, Change] = {
    "case": lambda word, _: word.swapcase(),
    "accents": lambda word, _: fold(word) if fold(word) != word.lower() else None,
}
CHANGES: dict[str, dict[str, Change]] = {
    "ar": ARABIC,
    "fa": {"yeh-kaf": lambda word, _: _swap(word, "یي کك يی كک"), "tatweel": _tatweel},
    "fr": {
        **LATIN,
        "elision": lambda word, _: f"l’{word}" if word[0].lower() in "aeiouéèêh" else None,
        "plural": lambda word, _: word[:-1] if word.endswith("s") else f"{word}s",
    },
    "en": {**LATIN, "plural": lambda word, _: word[:-1] if word.endswith("s") and not word.endswith("ss") else f"{word}s"},
    "ru": {**LATIN, "yo": lambda word, _: _swap(word, "ёе")},
}


def queries(holdings: list[Holding]) -> Iterator[dict[str, object]]:
    """Each change of each chosen word; a word stands on one or two pages, all of which are expected."""
    pages = {holding.id: {fold(word) for word in WORD.findall(f"{holding.title} {' '.join(holding.paragraphs)}")} for holding in holdings}
    spread = Counter(word for words in pages.values() for word in words)
    chance = random.Random(5)
    for holding in holdings:
        words = sorted({word for word in WORD.findall(" ".join(holding.paragraphs)) if spread[fold(word)] <= 2})
        for word in chance.sample(words, min(PER_PAGE, len(words))):
            expected = [page for page, found in pages.items() if fold(word) in found]
            for name, change in {"as written": lambda word, _: word, **CHANGES.get(holding.language, {}), "typo": _typo}.items():
                changed = change(word, chance)
                if changed and (name == "as written" or changed != word) and chance.random() < 0.4:
                    yield {"q": changed, "class": name, "ui": holding.language, "expected": expected}


def main() -> None:
    """Score the queries made of the seeds in some folders."""
    holdings = holdings_of(Path(folder) for folder in sys.argv[1].split(","))
    asked = list(queries(holdings))
    with asking(index_of(holdings)) as asker:
        answers = asker.ask_all([(str(query["q"]), str(query["ui"])) for query in asked])
    found: dict[str, list[Score]] = defaultdict(list)
    for query, answer in zip(asked, answers, strict=True):
        records, expected = answer, list(query["expected"])  # type: ignore[call-overload]
        found[str(query["class"])].append(score(records, expected))
        if found[str(query["class"])][-1][0] < 1:
            print(f"  {query['class']}: {query['q']}  wanted {expected}, got {records[:5]}")
    typos = {"typo": found.pop("typo", [])}
    report(found)
    report(typos)


if __name__ == "__main__":
    main()
