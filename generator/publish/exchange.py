"""One whole tree in the place of another, in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import uuid
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# What the call answers where the kernel or the file system cannot exchange (renameat2(2)); anything else is an error.
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})


def exchange(new: Path, site: Path, *, rest: bool = False) -> None:
    """Put the tree `new` in the place of `site` and remove the old one (hidden files at its top move over).

    With `rest` the old tree stays where `new` was.

    Both lie on one file system. On Linux (`renameat2`) whoever looks sees the whole old site or the whole new
    one at every moment; elsewhere the place is empty between two renames, for microseconds.

    Raises:
        OSError: when a rename fails; `site` then is as it was.
    """
    if not site.exists():
        new.rename(site)
        return
    if not _swap(new, site):
        _step_by_step(new, site)
    _keep_hidden(new, site)
    if not rest:
        shutil.rmtree(new)


def _keep_hidden(old: Path, site: Path) -> None:
    """Carry over what MkDocs too leaves alone in a site: `.git`, `.htaccess` and the like, unless built anew."""
    for entry in old.glob(".*"):
        if not (site / entry.name).exists():
            entry.rename(site / entry.name)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two paths in one system call; `False` where that cannot be done."""
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _step_by_step(new: Path, site: Path) -> None:
    """Exchange two trees with three renames; the old site comes back when the second fails."""
    aside = site.with_name(f".{site.name}.{uuid.uuid4().hex}")
    site.rename(aside)
    try:
        new.rename(site)
    except OSError:
        aside.rename(site)
        raise
    aside.rename(new)
