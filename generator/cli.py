"""The commands. Each imports what it needs, so that starting costs little."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__, cli_seeds
from generator.console import DONE, FAULTS, count, lines, own_name, progress, speaks, tell
from generator.curated.fingerprint import rules
from generator.errors import Doubt, UsageError
from generator.keep import Store, edition_of, kept_in
from generator.keep.last import Last, recall
from generator.model import Settings
from generator.options import FOLDER, PATH, format_option, must_exist, seeds_of, settings_of

if TYPE_CHECKING:
    from generator.publish.site import Press


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="chancery")
def main() -> None:
    """Raw texts about the relations between states in, a searchable archive out.

    Run it inside the folder that holds mkdocs.yml. Exit code 0: done; 1: faults were found; 2: wrong usage.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    for stream in (sys.stdout, sys.stderr):  # an environment that knows only ASCII must not stop a command
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _folders(command: Callable[..., None]) -> Callable[..., None]:
    """The three folders that build and serve take."""
    for name, what in (("site", "where the site goes"), ("docs", "where the Markdown pages go"), ("seeds", "where the seeds lie")):
        command = click.option(f"--{name}", type=FOLDER, help=f"{what} (default: as in mkdocs.yml)")(command)
    return command


@main.command()
@_folders
@click.option("--full", is_flag=True, help="use nothing that an earlier build kept")
@click.option("--strict", is_flag=True, help="exit 1 when a seed was set aside or has an error")
@speaks
def build(seeds: Path | None, docs: Path | None, site: Path | None, full: bool, strict: bool) -> int:
    """Build the site: seeds to Markdown pages to HTML. Only what changed since the last build is made again."""
    settings = settings_of(seeds=seeds, docs=docs, site=site)
    must_exist(settings.seeds)
    if full:
        shutil.rmtree(settings.project / ".cache", ignore_errors=True)
    edition = edition_of(rules(), settings)
    last = _untouched(settings, edition)
    if last is None:
        from generator.publication import publish

        told = partial(progress, label="Cataloguing")
        report = publish(settings, partial(_press, settings), partial(_stock, settings), told, edition=edition)
        written, last = report.written, Last(records=report.records, refused=report.refused, files=report.unchanged, doubts=report.doubts)
    else:
        written = 0
    tell(last.doubts, level="error")
    click.echo(
        f"{count(last.records, 'record')}, {count(last.refused, 'seed')} set aside, "
        f"{count(written, 'page')} written, {last.files} unchanged, {count(len(last.doubts), 'doubt')}"
    )
    click.echo(f"The site is in {settings.site}; look at it with: {own_name()} serve")
    return FAULTS if strict and any(doubt.level == "error" for doubt in last.doubts) else DONE


def _untouched(settings: Settings, edition: str) -> Last | None:
    """What the last build said, where nothing was touched since: then there is nothing to load either."""
    with Store(kept_in(settings, site=True)) as kept:
        return recall(kept, edition, settings)


def _press(settings: Settings) -> Press:
    """MkDocs, for the frames of pages: loaded only where something of the theme is new."""
    from generator.publish.press import MkDocsPress

    return MkDocsPress(settings)


def _stock(settings: Settings) -> None:
    """The whole site by MkDocs, where its configuration asks for more than frames."""
    from generator.publish.build import build_site

    build_site(settings)


@main.command()
@_folders
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="port on 127.0.0.1 (default: a free one)")
@speaks
def serve(seeds: Path | None, docs: Path | None, site: Path | None, port: int) -> None:
    """Build the site and show it in a browser, live: an edited seed shows at once."""
    from generator.publication import publish
    from generator.publish.brought import HAND_WRITTEN
    from generator.publish.serve import serve_site, written_by_people

    def rebuild() -> str:
        settings = settings_of(seeds=seeds, docs=docs, site=site)
        report = publish(settings, partial(_press, settings), partial(_stock, settings))
        tell(report.doubts, level="error")
        return f"{count(report.records, 'record')}, {count(report.refused, 'seed')} set aside, {count(report.written, 'page')} written"

    settings = settings_of(seeds=seeds, docs=docs, site=site)
    must_exist(settings.seeds)
    serve_site(settings, rebuild, written_by_people(settings, HAND_WRITTEN), port)


@main.command()
@click.argument("site", type=FOLDER)
@speaks
def verify(site: Path) -> int:
    """Hold the folder SITE against the hashes it was published with: what was changed, added or lost since.

    The last line names the hash of the list of hashes: two builds of the same archive have the same one.
    """
    from generator.publish.sums import SUMS, hidden, sum_of
    from generator.publish.sums import verify as findings
    from generator.text.escape import one_line

    if not (site / SUMS).is_file() or (site / SUMS).is_symlink():
        raise UsageError(f"{site / SUMS} is no list of hashes; {own_name()} build writes one into each site")
    if passed_over := hidden(site):
        click.echo(f"Not looked at, for no build writes them: {one_line(', '.join(passed_over))}", err=True)
    found = list(findings(site))
    for each in found:
        place = f"{site / each.path}:{each.line}" if each.line else f"{site / each.path}"
        click.echo(f"{one_line(place)}: {_FAULTS[each.fault]}", err=True)
    if found:
        click.echo(f"{count(len(found), 'fault')} found: the site is not as it was published")
        return FAULTS
    content = (site / SUMS).read_bytes()
    files = count(content.count(b"\n"), "file is", "files are")
    click.echo(f"{files} as published; {SUMS} has the SHA-256 {sum_of(content).hex()}")
    return DONE


_FAULTS = {
    "changed": "has other bytes than were published",
    "missing": "is listed, but not there",
    "unlisted": "is there, but not listed",
    "unfit": "is no plain file; links, pipes and devices are never published",
    "unreadable": "cannot be read",
    "line": "no line of a hash and a path, or a path that an earlier line names",
}
"""What `verify` says of a file."""


@main.command()
@click.argument("paths", nargs=-1, required=True, type=PATH)
@format_option("text", "json")
@speaks
def catalogue(paths: tuple[Path, ...], form: str) -> int:
    """Show what the archive finds in texts; a folder stands for the seeds in it. JSON: one object a line."""
    from generator.curated import load
    from generator.explain import summary
    from generator.export.catalogue import record_line
    from generator.pipeline import catalogue as catalogue_all

    curated = load()
    refused: list[Doubt] = []
    for outcome in catalogue_all(seeds_of(paths), settings_of(), curated):
        if outcome.record is None:
            refused += outcome.doubts
        elif form == "json":
            click.echo(record_line(outcome.record, curated.events))
        else:
            lines(summary(outcome.record.entry))
    tell(refused)
    return FAULTS if refused else DONE


@main.command()
@click.argument("seed", type=PATH)
@speaks
def explain(seed: Path) -> int:
    """Tell the story of one text: each value with its rule and words, removed lines, doubts."""
    from generator.check import word
    from generator.explain import explain as story
    from generator.pipeline import catalogue as catalogue_all

    if seed.is_dir():
        raise UsageError(f"{seed} is a folder; name one of the seeds in it")
    outcome = next(catalogue_all(seeds_of((seed,)), settings_of()))
    if outcome.record is None:
        tell(outcome.doubts)
        return FAULTS
    lines(story(outcome.record, word))
    return DONE


@main.command()
@click.argument("folder", type=FOLDER)
@format_option("text", "json")
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False), help="an earlier result as JSON: print what was found and lost since"
)
@click.option("--floors", type=click.Path(path_type=Path, dir_okay=False), help="scores that must hold, as JSON: exit 1 below them")
@click.option("--write-floors", is_flag=True, help="write the file of --floors anew from these scores, lower ones too")
@speaks
def evaluate(folder: Path, form: str, baseline: Path | None, floors: Path | None, write_floors: bool) -> int:
    """Score the cataloguing against labelled texts: FOLDER holds labels.jsonl and texts/."""
    from generator import floors as floor
    from generator.evaluate import as_json, as_table, compare, read_text, summarise
    from generator.evaluate import evaluate as score_folder

    earlier = read_text(baseline) if baseline else None
    scored = score_folder(folder, settings_of())
    if earlier is not None:
        lines(compare(scored, earlier))
    elif form == "json":
        click.echo(as_json(scored))
    else:
        lines(as_table(scored))
    if floors and write_floors:
        floor.write_floors(summarise(scored), floors, folder)
    fallen = tuple(floor.below(summarise(scored), floors, folder)) if floors else ()
    for each in fallen:
        click.echo(each, err=True)
    return FAULTS if fallen else DONE


for _command in cli_seeds.COMMANDS:
    main.add_command(_command)
