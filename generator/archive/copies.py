"""Seeds that are the same file under two names: both are published, and both are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.errors import Doubt


def same_files(contents: Iterable[tuple[str, bytes]]) -> Iterator[Doubt]:
    """A warning about each seed whose bytes another one has; `contents` are the path of each and the digest of its bytes."""
    alike: defaultdict[bytes, list[str]] = defaultdict(list)
    for path, told in contents:
        if told:
            alike[told].append(path)
    for paths in alike.values():
        for path in paths if len(paths) > 1 else ():
            others = ", ".join(other for other in paths if other != path)
            yield Doubt(seed=path, line=1, column=1, level="warning", code="D513", values={"other": others})
