"""Recall@5 and mean reciprocal rank of written queries, by class."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.search.asking import Asker, asking, holdings_of, index_of

AT = 5
Score = tuple[float, float]


def score(records: list[str], expected: list[str]) -> Score:
    """Recall among the first five, and the reciprocal rank of the first expected record."""
    recall = len(set(records[:AT]) & set(expected)) / min(AT, len(expected))
    return recall, next((1 / rank for rank, record in enumerate(records, 1) if record in expected), 0.0)


def run(asker: Asker, queries: Iterable[dict[str, object]]) -> dict[str, list[Score]]:
    """Ask each query; those that are not answered in full are printed."""
    scores: dict[str, list[Score]] = defaultdict(list)
    for query in queries:
        asked, expected = str(query["q"]), list(query["expected"])  # type: ignore[call-overload]
        answer = asker.ask(asked, str(query["ui"]))
        found = score(answer.records, expected)
        scores[str(query["class"])].append(found)
        if found[0] < 1:
            print(f"  {query['class']}: {asked}  wanted {expected[:AT]}, got {answer.records[:AT]}")
    return scores


def report(scores: dict[str, list[Score]]) -> None:
    """A line a class, and one for all."""
    everything = [each for found in scores.values() for each in found]
    for name, found in [*sorted(scores.items()), ("all", everything)]:
        recall, rank = (sum(values) / len(found) for values in zip(*found, strict=True))
        print(f"{name:14} {len(found):4}  recall@5 {recall:.3f}  MRR {rank:.3f}")


def main() -> None:
    """Score the queries of a file over the seeds of some folders."""
    folders = [Path(folder) for folder in sys.argv[1].split(",")]
    queries = [json.loads(line) for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
    with asking(index_of(holdings_of(folders))) as asker:
        report(run(asker, queries))


if __name__ == "__main__":
    main()
