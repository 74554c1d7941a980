"""A build in a copy of this process, in which one call that changes the disk fails, or ends the process.

What counts is told by Python itself (audit events, PEP 578): whatever opens a file to write, renames, removes, links, or
makes and removes folders, in our code or in a library. Whole files may also fail when half of them is written, and all
files at a length.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.cli import main

Fault = int | Literal["kill", "size", "count"]
"""An `errno`, the end of the process, a limit of the size of files in bytes, or nothing at all."""
_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.rmtree", "half"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, kw_only=True)
class End:
    """How a build ended: its exit code (negative: the signal), what it said, and how many calls changed the disk."""

    code: int
    said: str
    calls: int


def build(home: Path, fault: Fault = "count", at: int = 0, workers: int = 1) -> End:
    """Build the archive in `home`; the call number `at` fails as `fault` says, or files may be `at` bytes long."""
    (noted, noting), (heard, saying) = os.pipe(), os.pipe()
    gc.freeze()
    process = os.fork()
    if not process:
        _run(home, saying, lambda: _arm(fault, at, noting), workers)
    os.close(noting)
    os.close(saying)
    with os.fdopen(heard, encoding="utf-8") as words, os.fdopen(noted, "rb") as calls:
        said, count = words.read(), len(calls.read())
    _, status = os.waitpid(process, 0)
    return End(code=os.waitstatus_to_exitcode(status), said=said, calls=count)


def _run(home: Path, saying: int, arm: Callable[[], None], workers: int) -> None:
    """In the copy: the command, as a person types it."""
    os.dup2(saying, 1)
    os.dup2(saying, 2)
    sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))  # noqa: SIM115
    os.chdir(home)
    os.environ["CHANCERY_WORKERS"] = str(workers)
    code = 70
    try:
        arm()
        main(["build"])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 70
    except BaseException:  # what a person would see; tests look for it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _arm(fault: Fault, at: int, writing: int) -> None:
    """Wait for the call that is to fail; each is noted by one byte in the pipe."""
    if fault == "size":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (at, at))
        return
    seen = 0

    def hear(event: str, told: tuple[object, ...]) -> None:
        nonlocal seen
        if event not in _CHANGES and not (event == "open" and isinstance(told[2], int) and told[2] & _WRITES and told[0] != os.devnull):
            return
        seen += 1
        os.write(writing, b".")
        if fault == "count" or seen != at:
            return
        if fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif isinstance(fault, int):
            raise OSError(fault, os.strerror(fault), told[0])

    sys.addaudithook(hear)
    whole = Path.write_bytes

    def halfway(self: Path, data: bytes) -> int:
        whole(self, data[: len(data) // 2])
        hear("half", (str(self),))
        return whole(self, data)

    Path.write_bytes = halfway  # type: ignore[method-assign, assignment]
