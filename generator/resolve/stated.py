"""A person's statements, laid over what was inferred; contradictions are told, the statement stands."""

from __future__ import annotations

from typing import TypeVar

from generator.errors import Doubt
from generator.model import Evidence, Found, Seed

T = TypeVar("T")
RULE = "front-matter"


def state(value: T, evidence: tuple[Evidence, ...] = ()) -> Found[T]:
    """A stated value, with the words of the text that agree."""
    return Found(value=value, basis="stated", rule=RULE, confidence=1.0, evidence=evidence)


def either(seed: Seed, key: str, stated: str | None, inferred: Found[str] | None) -> tuple[Found[str] | None, tuple[Doubt, ...]]:
    """The stated value where there is one, else the inferred; a doubt where they contradict each other."""
    if stated is None:
        return inferred, ()
    if inferred is None:
        return state(stated), ()
    if agrees(stated, inferred.value):
        return state(stated, inferred.evidence), ()
    return state(stated), (contradiction(seed, key, stated, inferred.value, inferred.evidence),)


def agrees(stated: str, inferred: str) -> bool:
    """Whether the text says the same, or the same with less: `XXXX-XX-01` and `2023-11` both agree with `2023-11-01`."""
    return all(ours in (theirs, "X") for theirs, ours in zip(stated, inferred, strict=False)) and len(inferred) <= len(stated)


def contradiction(seed: Seed, key: str, stated: str, inferred: str, evidence: tuple[Evidence, ...]) -> Doubt:
    """The text says something else than the person."""
    return seed.doubt("D431", "note", evidence[0].start if evidence else 0, key=key, stated=stated, found=inferred)
