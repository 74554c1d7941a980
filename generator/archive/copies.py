"""Seeds that are the same file under two names: both are published, and both are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from generator.errors import Doubt


def same_files(contents: Iterable[tuple[str, bytes]], shown: Callable[[str], str]) -> Iterator[Doubt]:
    """A warning about each seed whose bytes another one has; `contents` are the file name of each and the digest of its bytes.

    `shown` gives the path of a file name as people are told it.
    """
    alike: defaultdict[bytes, list[str]] = defaultdict(list)
    for name, told in contents:
        if told:
            alike[told].append(name)
    for names in alike.values():
        paths = [shown(name) for name in names] if len(names) > 1 else []
        for path in paths:
            others = ", ".join(other for other in paths if other != path)
            yield Doubt(seed=path, line=1, column=1, level="warning", code="D513", values={"other": others})
