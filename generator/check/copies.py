"""Seeds whose texts are those of others: letter by letter, or nearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from generator.check.sketch import near, shingles
from generator.errors import Doubt
from generator.model import Seed


def copies(seeds: Sequence[Seed], asked: Collection[str]) -> Iterator[Doubt]:
    """Warnings about the seeds whose paths are `asked` about; the others are what they are compared with.

    Two seeds that a person joined by `same_event` are known to stand beside each other; their likeness is no doubt.
    """
    alike: defaultdict[str, list[Seed]] = defaultdict(list)
    for seed in seeds:
        alike[_bare(seed)].append(seed)
    for group in alike.values():
        for seed in group if len(group) > 1 else ():
            if seed.path in asked and (others := [other.path for other in group if other.id != seed.id]):
                yield seed.doubt("D513", "warning", other=", ".join(others))
    firsts = tuple(group[0] for group in alike.values())
    for one, other, share in near([shingles(seed.text) for seed in firsts], frozenset(_asked(alike.values(), asked))):
        if firsts[one].id != firsts[other].id and not _joined(firsts[one], firsts[other]):
            yield from _told(alike[_bare(firsts[one])], firsts[other], share, asked)
            yield from _told(alike[_bare(firsts[other])], firsts[one], share, asked)


def _bare(seed: Seed) -> str:
    """The text without the blanks around it."""
    return seed.text.strip()


def _asked(groups: Collection[list[Seed]], asked: Collection[str]) -> Iterator[int]:
    """The places of the groups of which a seed is asked about."""
    return (place for place, group in enumerate(groups) if any(seed.path in asked for seed in group))


def _joined(one: Seed, other: Seed) -> bool:
    """Whether a person said that the two tell of one event."""
    return one.stated.same_event == other.id or other.stated.same_event == one.id


def _told(group: Sequence[Seed], other: Seed, share: float, asked: Collection[str]) -> Iterator[Doubt]:
    """One doubt about each seed of a text that is asked about."""
    for seed in group:
        if seed.path in asked:
            yield seed.doubt("D510", "warning", other=other.path, share=f"{share:.0%}".rstrip("%"))
