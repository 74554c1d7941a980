"""The commands of those who bring texts in, beside those of `cli.py`. Each imports what it needs."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.console import DONE, FAULTS, count, lines, locale_language, progress, speaks
from generator.errors import UsageError
from generator.options import PATH, format_option, must_exist, seeds_of, settings_of


@click.command()
@click.argument("paths", nargs=-1, type=PATH)
@format_option("text", "json", "github", "sarif")
@click.option("--language", default=None, help="language of the messages (default: the locale's)")
@click.option("--strict", is_flag=True, help="exit 1 on warnings too")
@click.option("--fix", is_flag=True, help="write what needs no person: encodings, the days added and changed, what was corrected")
@speaks
def check(paths: tuple[Path, ...], form: str, language: str | None, strict: bool, fix: bool) -> int:
    """Tell a contributor what to mend in seeds (default: all of the archive's)."""
    from generator.check import Manual, check_seeds, fix_seed, formats
    from generator.curated import load

    settings = settings_of()
    seeds = tuple(seeds_of(paths or (settings.seeds,)))
    if fix:
        from generator.stamp import stamp_seeds

        for path in filter(fix_seed, seeds):
            click.echo(f"{path}: written again as UTF-8", err=True)
        for path in stamp_seeds(seeds, settings, date.today().isoformat()):
            click.echo(f"{path}: days written", err=True)
    doubts = check_seeds(seeds, settings)
    lines(formats[form](doubts, language or locale_language(), Manual.of(settings, load().checks)))
    worst = {"error", "warning"} if strict else {"error"}
    return FAULTS if any(doubt.level in worst for doubt in doubts) else DONE


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True, allow_dash=True))
@click.option("--url", help="the address that the page was saved from")
@speaks
def add(file: Path, url: str | None) -> int:
    """Make a seed of FILE: a saved web page (.html) or a text; - reads standard input. Nothing is fetched.

    The seed is written into the folder of seeds under a name such as 2023-11-01-fra-kaz-visit.txt; what a person
    should still fill in is told.
    """
    from generator.add import add_seed, is_page, read_plain
    from generator.check import as_text
    from generator.curated import load

    settings = settings_of()
    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    if is_page(data, file.name):
        try:
            from generator.add.page import read_page
        except ModuleNotFoundError as error:
            raise UsageError('web pages need the extra "html": python -m pip install -e ".[html]"; plain text needs none') from error
        brought = read_page(data, url, load())
    else:
        brought = read_plain(data, url)
    added = add_seed(brought, settings, load(), date.today())
    click.echo(f"{added.path} written")
    lines(as_text(added.doubts, locale_language()))
    return FAULTS if any(doubt.level == "error" for doubt in added.doubts) else DONE


@click.command("publish-ledger")
@speaks
def publish_ledger() -> int:
    """Write the addresses of the records into the ledger of the seeds folder: from now on every build keeps them."""
    from generator.ledger import publish_ledger as publish

    settings = settings_of()
    must_exist(settings.seeds)
    published = publish(settings, partial(progress, label="Cataloguing"))
    click.echo(f"{published.path}: {count(published.addresses, 'address', 'addresses')}, {published.new} new")
    return DONE


@click.command()
@click.option("--base", required=True, help="the revision to compare with: a commit, a branch, a tag")
@speaks
def report(base: str) -> None:
    """Tell as Markdown what the seeds changed since a revision make of the archive: the summary of a pull request."""
    from generator.report import report as summary

    settings = settings_of()
    must_exist(settings.seeds)
    lines(summary(settings, base))


COMMANDS = (add, check, publish_ledger, report)
"""What `cli.py` puts beside its own commands."""
