"""What a seed says of others: former names, the record on the same event, an address that another seed has for its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.check.facts import at_key
from generator.errors import Doubt
from generator.model import Seed
from generator.text.slug import slug

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src")
"""Beginnings of the parameters that tell how a reader came to a page, not which page it is."""


class Neighbours:
    """The seeds of the archive and of the change, by what others may say of them."""

    def __init__(self, seeds: Iterable[Seed]) -> None:
        self.ids: dict[str, Seed] = {}
        self.addresses: defaultdict[str, list[Seed]] = defaultdict(list)
        self.aliases: defaultdict[str, list[Seed]] = defaultdict(list)
        self.sources: defaultdict[str, list[Seed]] = defaultdict(list)
        for seed in seeds:
            self.ids[seed.id] = seed
            self.addresses[slug(seed.id)].append(seed)
            for alias in {slug(alias) for alias in seed.stated.aliases}:
                self.aliases[alias].append(seed)
            if seed.stated.source and seed.stated.source.url:
                self.sources[page_key(seed.stated.source.url)].append(seed)


def links(seed: Seed, known: Neighbours) -> Iterator[Doubt]:
    """Everything that a seed says of others and cannot be so, or deserves a look."""
    yield from _aliases(seed, known)
    yield from _same_event(seed, known.ids)
    url = seed.stated.source.url if seed.stated.source else None
    if url and (others := _others(seed, known.sources[page_key(url)])):
        yield at_key(seed, "source", "D512", "warning", url=url, other=others)


def _aliases(seed: Seed, known: Neighbours) -> Iterator[Doubt]:
    """Former names that lead elsewhere, or to two records."""
    for alias in seed.stated.aliases:
        address = slug(alias)
        if address == slug(seed.id):
            yield at_key(seed, "aliases", "D506", "warning", alias=alias)
        elif holders := _others(seed, known.addresses[address]):
            yield at_key(seed, "aliases", "D501", "warning", alias=alias, other=holders)
        if claimants := _others(seed, known.aliases[address]):
            yield at_key(seed, "aliases", "D502", "error", alias=alias, other=claimants)


def _same_event(seed: Seed, ids: Mapping[str, Seed]) -> Iterator[Doubt]:
    """A record on the same event that is none, or the seed itself."""
    named = seed.stated.same_event
    if named == seed.id:
        yield at_key(seed, "same_event", "D504", "error", value=seed.id)
    elif named is not None and named not in ids:
        yield at_key(seed, "same_event", "D503", "error", value=named)


def _others(seed: Seed, seeds: Collection[Seed]) -> str:
    """The paths of the other seeds, for a message; a copy of this very seed elsewhere is none."""
    return ", ".join(sorted(other.path for other in seeds if other.id != seed.id))


def page_key(url: str) -> str:
    """An address in the form in which two of one page are equal: no scheme, `www.`, fragment, final slash or tracking."""
    parts = urlsplit(url)
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(_TRACKING)))
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    return f"{host}{parts.path.rstrip('/').removesuffix('/amp')}{'?' + query if query else ''}"
