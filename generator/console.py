"""How the commands speak: messages and exit codes, doubts, progress. Nothing but this and `cli.py` prints."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from generator.errors import ChanceryError, Doubt, UsageError

P = ParamSpec("P")
T = TypeVar("T")
DONE, FAULTS, USAGE = 0, 1, 2


def speaks(command: Callable[P, int | None]) -> Callable[P, None]:
    """Turn the errors that a person is told about into a message and an exit code; no traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
        except UsageError as error:
            click.echo(f"chancery: {error}", err=True)
            code = USAGE
        except ChanceryError as error:
            click.echo(f"chancery: {error}", err=True)
            code = FAULTS
        except BrokenPipeError:  # whoever read the output has seen enough; click ends quietly
            raise
        except OSError as error:
            click.echo(f"chancery: {error.filename or ''}: {error.strerror or error}", err=True)
            code = FAULTS
        except sqlite3.Error as error:
            click.echo(f"chancery: what builds keep in .cache/ and in the docs folder cannot be read or written: {error}", err=True)
            code = FAULTS
        sys.exit(code or DONE)

    return run


def progress(things: Sequence[T], label: str) -> Iterator[T]:
    """The things one by one, with a bar on standard error where that is a terminal: count, rate and time left."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(things, label=label, file=sys.stderr, show_pos=True, show_eta=True, hidden=hidden) as bar:
        yield from bar


def tell(doubts: Iterable[Doubt], level: str | None = None) -> None:
    """Doubts on standard error, worded in English, one a line; those of one level only where it is named."""
    chosen = [doubt for doubt in doubts if level in (None, doubt.level)]
    if not chosen:
        return
    from generator.check import line

    for doubt in chosen:
        click.echo(line(doubt, "en"), err=True)


def lines(texts: Iterable[str]) -> None:
    """Each text on a line of standard output."""
    for text in texts:
        click.echo(text)


def count(number: int, noun: str, several: str | None = None) -> str:
    """A number with its noun, in its plural (by default with an s) where it is not one."""
    return f"{number} {noun}" if number == 1 else f"{number} {several or noun + 's'}"


def own_name() -> str:
    """How this command is called from here: by its name where the PATH knows it, else by its place."""
    called = Path(sys.argv[0])
    if shutil.which(called.name) or called.name == "__main__.py":
        return "chancery" if shutil.which("chancery") else "python -m generator"
    return os.path.relpath(called)


def locale_language() -> str:
    """The language of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`), English where none is set."""
    value = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en")
    language = value.split(".")[0].split("_")[0]
    return "en" if language in ("C", "POSIX", "") else language
