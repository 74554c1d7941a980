"""`wikidata.yml`: countries and organisations as Wikidata knows them, for `sameAs` in linked data."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.curated.tree import Faults, read_branch

_ITEM = re.compile("Q[1-9][0-9]*")
ADDRESS = "http://www.wikidata.org/entity/"
"""What an item's number stands behind in its permanent address (the concept's, not the page's)."""


def read_wikidata(path: Path, faults: Faults, known: Collection[str]) -> Mapping[str, str]:
    """Item by country code or acronym; none where a data folder has no such file. An id that nobody else has is a fault."""
    if not path.exists():
        return {}
    branch = read_branch(path, faults)
    items: dict[str, str] = {}
    for key, node in branch.items():
        item = str(node.value)
        if not _ITEM.fullmatch(item):
            branch.fault(node, f"{item} is no item of Wikidata")
        if key not in known:
            branch.fault(node, f"{key} is no country or organisation of the tables")
        items[key] = item
    return items
