"""How long near-duplicates take to find: `python -m benchmarks.copies [COUNT]` (10,000) invented texts, read from files.

Prints seconds of reading, of sketching and comparing, and the peak of memory; exits 1 above a minute.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from generator.check.copies import copies
from generator.read import read_seed, seed_paths
from tests.check.synthetic import CHANGES, texts

LIMIT = 60.0
PLANTED = 0.01


def main(count: int) -> int:
    """Write the texts, a hundredth of them changed copies, and time what `chancery check` does with them."""
    planted = int(count * PLANTED)
    bodies = texts(count - planted)
    bodies += [CHANGES[number % len(CHANGES)](bodies[number], random.Random(number)) for number in range(planted)]
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(bodies):
            Path(folder, f"s{number}.txt").write_text(text, encoding="utf-8")
        start = time.perf_counter()
        seeds = tuple(read_seed(path, Path(folder)) for path in seed_paths(Path(folder)))
        read = time.perf_counter()
        told = tuple(copies(seeds, {seed.path for seed in seeds}))
        compared = time.perf_counter()
        one = tuple(copies(seeds, {seeds[0].path}))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} texts, {planted} planted: {read - start:.1f} s reading, {compared - read:.1f} s comparing, peak {peak} MB")
    print(f"{len(told)} doubts; one text against all: {time.perf_counter() - compared:.1f} s, {len(one)} doubts")
    return int(compared - start > LIMIT)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
