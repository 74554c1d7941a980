"""Work that other processes do: copies of this one, which know all that it knows; what they change stays theirs.

Results come in the order of the items, so that nothing made hangs on how many hands there were. Where the system has no
`fork`, where this process has threads (a copy would inherit their locks), or where one hand was asked for
(`CHANCERY_WORKERS=1`), this process does the work itself. So it does what a lost worker (out of memory, killed) left
undone, and what raised an exception in one: it is then raised here.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 24
"""Items below which copies of the process cost more than they bring."""
_LOST = (EOFError, pickle.UnpicklingError, OSError)


def hands() -> int:
    """How many processes may work at once: as `CHANCERY_WORKERS` says, else one for each processor this one may use."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    asked = os.environ.get("CHANCERY_WORKERS", "")
    return int(asked) if asked.isdecimal() and int(asked) else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def in_order(work: Callable[[T], R], items: Sequence[T], fewest: int = FEWEST) -> Iterator[R]:
    """What `work` makes of each item; results travel between processes and have to be picklable."""
    count = hands()
    if count < 2 or len(items) < fewest:
        yield from map(work, items)
        return
    crew = [_start(map(work, items[first::count])) for first in range(count)]
    try:
        for number, item in enumerate(items):
            done, result = crew[number % count].next()
            yield result if done else work(item)
    finally:
        for each in crew:
            each.stop()


@contextmanager
def aside(work: Callable[[], object]) -> Iterator[None]:
    """Have something done while the block runs, for what it leaves on the disk; done when the block ends."""
    if hands() < 2:
        yield
        work()
        return
    worker = _start(work() for _ in range(1))
    try:
        yield
        done, _ = worker.next()
    finally:
        worker.stop()
    if not done:
        work()


@dataclass(slots=True)
class _Worker:
    """A copy of this process, and the pipe that its results come through."""

    process: int
    results: IO[bytes]

    def next(self) -> tuple[bool, Any]:
        """Whether there is a further result, and which."""
        try:
            return True, pickle.load(self.results)
        except _LOST:
            return False, None

    def stop(self) -> None:
        """End the copy, wherever it stands."""
        self.results.close()
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _start(results: Iterator[object]) -> _Worker:
    """A copy of this process that sends results through a pipe and ends; its own exceptions only end it."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Worker(process, os.fdopen(reading, "rb"))
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            for result in results:
                pickle.dump(result, pipe, pickle.HIGHEST_PROTOCOL)
                pipe.flush()
    finally:
        os._exit(0)  # neither cleans up what is this process's nor prints what it had still to print
