"""How far a confidence can be trusted: inferred values of labelled texts, by what they claimed and whether they were right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import SURE

BINS = (0.0, 0.5, 0.6, SURE, 0.8, 0.9, 0.95)
"""Where the bins of confidence begin; the last one ends with 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An inferred value of a labelled text: its field, the confidence it was shown with, and whether it was right."""

    field: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The claims from one confidence up to the next: how many, and the share of them that is right (0–1)."""

    least: float
    number: int
    right: float


def bins_of(claims: Iterable[Claim]) -> tuple[Bin, ...]:
    """The bins that hold a claim, the least confident first."""
    held: dict[float, list[bool]] = {}
    for claim in claims:
        held.setdefault(max(least for least in BINS if least <= max(claim.confidence, 0.0)), []).append(claim.right)
    return tuple(Bin(least=least, number=len(held[least]), right=round(sum(held[least]) / len(held[least]), 4)) for least in sorted(held))


def sure_of(claims: Iterable[Claim]) -> tuple[float, float]:
    """Of some claims the share that is shown as sure, and the share of those that is right; 1 where there is none."""
    found = tuple(claims)
    sure = [claim.right for claim in found if claim.confidence >= SURE]
    return (round(len(sure) / len(found), 4) if found else 1.0), (round(sum(sure) / len(sure), 4) if sure else 1.0)


def by_field(claims: Iterable[Claim]) -> Mapping[str, tuple[Claim, ...]]:
    """The claims of each field, in the order in which they first come."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.field, []).append(claim)
    return {field: tuple(each) for field, each in found.items()}


def as_object(claims: Iterable[Claim]) -> dict[str, object]:
    """What a program reads: for each field the bins, the share that is sure, and the share of the sure that is right."""
    table: dict[str, object] = {}
    for field, found in by_field(claims).items():
        share, right = sure_of(found)
        bins = [{"least": each.least, "number": each.number, "right": each.right} for each in bins_of(found)]
        table[field] = {"bins": bins, "sure": share, "right_when_sure": right}
    return table


def as_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """The reliability table: a row a field, a column a bin with number and share right."""
    heads = "".join(f"{f'from {least:.2f}':>13}" for least in BINS)
    yield f"{'confidence':11}{heads}{f'sure ({SURE:.2f})':>13}{'of it right':>13}"
    for field, found in by_field(claims).items():
        bins = {each.least: f"{each.number} {each.right:.3f}" for each in bins_of(found)}
        share, right = sure_of(found)
        yield f"{field:11}" + "".join(f"{bins.get(least, '-'):>13}" for least in BINS) + f"{share:>13.3f}{right:>13.3f}"
