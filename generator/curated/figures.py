"""`figures.yml`: the words of amounts in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.curated.tree import Branch, Faults, read_branch

SYMBOLS = "symbols"
Valued = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """Words of amounts: patterns with the number or the currency (ISO 4217, `?` where unclear) they mean.

    `year_before` and `year_after` make a year the time of a figure; `adjective_first` says whether an
    adjective may stand between a number and what is counted.
    """

    decimal: str = "."
    scales: Valued = ()
    numbers: Valued = ()
    percent: tuple[str, ...] = ()
    percent_before: tuple[str, ...] = ()
    currencies: tuple[tuple[str, str], ...] = ()
    nouns: tuple[str, ...] = ()
    year_before: tuple[str, ...] = ()
    adjective_first: bool = False
    year_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureData:
    """The words of every language, and the currency signs that serve all, the longest first."""

    words: Mapping[str, FigureWords]
    symbols: tuple[tuple[str, str], ...] = ()


_KEYS = ("decimal", "adjective", "scales", "numbers", "percent", "percent-before", "currencies", "nouns", "year-before", "year-after")


def read_figures(path: Path, faults: Faults) -> FigureData:
    """The whole file."""
    top = read_branch(path, faults)
    symbols = _named(top.branch(SYMBOLS))
    return FigureData(
        words={code: _words(branch) for code, branch in top.branches() if code != SYMBOLS},
        symbols=tuple(sorted(symbols, key=lambda pair: -len(pair[0]))),
    )


def _words(branch: Branch) -> FigureWords:
    branch.allow(*_KEYS)
    return FigureWords(
        decimal=branch.text("decimal") or ".",
        scales=_valued(branch.branch("scales")),
        numbers=_valued(branch.branch("numbers")),
        percent=branch.texts("percent"),
        percent_before=branch.texts("percent-before"),
        currencies=_named(branch.branch("currencies")),
        nouns=branch.texts("nouns"),
        adjective_first=branch.text("adjective") == "before",
        year_before=branch.texts("year-before"),
        year_after=branch.texts("year-after"),
    )


def _valued(branch: Branch) -> Valued:
    """Patterns under the number they mean: `1e9: [billion]`."""
    found: list[tuple[str, float]] = []
    for value, node in branch.items():
        try:
            number = float(value)
        except ValueError:
            branch.fault(node, f"must be a number, not {value!r}")
            continue
        found.extend((pattern, number) for pattern in branch.texts(value))
    return tuple(found)


def _named(branch: Branch) -> tuple[tuple[str, str], ...]:
    """Patterns with the code they stand under."""
    return tuple((pattern, code) for code, _ in branch.items() for pattern in branch.texts(code))
