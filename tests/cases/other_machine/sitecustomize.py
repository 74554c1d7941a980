"""Another machine, as far as Python sees it: folders come in another order, and it is another day."""

import os
import time

_DAYS = 400 * 86_400
_listdir, _scandir, _time, _time_ns = os.listdir, os.scandir, time.time, time.time_ns


def listdir(*arguments):
    return sorted(_listdir(*arguments), reverse=True)


class _Entries:
    """What `os.scandir` gives, in another order: an iterator that may stand in a `with`."""

    def __init__(self, *arguments):
        with _scandir(*arguments) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def close(self):
        return None


if os.environ.get("OTHER_ORDER"):
    os.listdir, os.scandir = listdir, _Entries
if os.environ.get("OTHER_DAY"):
    time.time, time.time_ns = lambda: _time() + _DAYS, lambda: _time_ns() + _DAYS * 10**9
