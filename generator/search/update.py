"""The route of the index: what changed since the last run, and from there to files that are those of a run from nothing."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.curated import Curated
from generator.search.analyse import analyse
from generator.search.analysed import Analysed
from generator.search.concepts import labels
from generator.search.cuts import shelves
from generator.search.edits import Edits, apply
from generator.search.holding import Holding, Member
from generator.search.manifest import VERSION, Shown, fragment_file, write_columns, write_manifest, write_names
from generator.search.numbers import Numbering, numbering
from generator.search.shards import Outbox
from generator.search.state import Known, LostError, State, opened
from generator.search.tongues import Tongues
from generator.search.whole import Gathered, write_whole

KEPT = ".search"
"""The folder in `docs` that the index waits in; MkDocs passes over names that begin with a dot."""
FOLDER = "search"
_STATE = ".db"
"""What the state is called behind the name of the index's folder; it stands beside it, for the folder is published."""
_FEW, _SHARE = 20, 50
"""So many records, and one in so many more, are brought in one by one; of more the shelves are made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Addresses of files written and removed, from the folder of the index."""

    written: frozenset[str]
    removed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What is to be done: `stale` records are new or other than they were, `moved` ones have only another number."""

    members: Mapping[str, Member]
    numbering: Numbering
    known: Mapping[str, Known]
    stale: tuple[str, ...]
    moved: tuple[str, ...]
    gone: tuple[str, ...]


def _planned(members: Mapping[str, Member], placed: Numbering, known: Mapping[str, Known]) -> _Plan:
    """What lies between the records that the index has and those that it shall have."""
    stale = {name for name, member in members.items() if name not in known or known[name].digest != member.digest}
    numbers = placed.numbers
    return _Plan(
        members=members,
        numbering=placed,
        known=known,
        stale=tuple(name for name in numbers if name in stale),
        moved=tuple(name for name, each in known.items() if name in numbers and name not in stale and each.number != numbers[name]),
        gone=tuple(name for name in known if name not in members),
    )


def update_index(
    members: Mapping[str, Member],
    holding: Callable[[str], Holding],
    curated: Curated,
    shown: Shown,
    folder: Path,
    fingerprint: str = "",
) -> Changed:
    """Bring the index under `folder` (in its `search/`) to what the members say.

    `holding` gives a record by its id; it is asked only for records whose digest is not that of the last run.
    `fingerprint` stands for curated tables and code: with another one everything is made anew.
    """
    outbox = Outbox(folder / FOLDER)
    with opened(folder.with_name(folder.name + _STATE)) as state:
        fingerprint = f"{VERSION} {fingerprint} {' '.join(shown.languages)}"
        placed = numbering({name: member.date for name, member in members.items()})
        anew = _planned(members, placed, {})
        plan = _planned(members, placed, dict(state.known))
        if not (state.is_of(fingerprint) and _is_there(plan.known, outbox)):
            plan = anew
        elif not (plan.stale or plan.moved or plan.gone):
            return Changed(written=frozenset(), removed=frozenset())
        state.begin()
        try:
            _carry_out(plan, holding, Tongues(curated, state), shown, outbox)
        except (FileNotFoundError, zlib.error, LostError):  # somebody else was at the files
            _carry_out(anew, holding, Tongues(curated, state), shown, outbox)
        state.finish(fingerprint)
    return Changed(written=frozenset(outbox.written), removed=frozenset(outbox.removed))


def _is_there(known: Mapping[str, Known], outbox: Outbox) -> bool:
    """Whether the folder has as many fragments as it should."""
    found = outbox.folder / "f"
    return found.is_dir() and sum(1 for _ in found.iterdir()) == len(known)


def _carry_out(plan: _Plan, holding: Callable[[str], Holding], tongues: Tongues, shown: Shown, outbox: Outbox) -> None:
    """The shelves, by edits where few records changed and they stand as they would now, then what is about all records."""
    state = tongues.state
    few = len(plan.stale) + len(plan.moved) + len(plan.gone) <= _FEW + len(plan.members) // _SHARE
    layout = shelves(len(plan.members))
    if plan.known and few and layout == shelves(len(plan.known)):
        named = _edit(plan, holding, tongues, outbox)
    else:
        named = True
        _make(plan, holding, tongues, outbox)
    write_manifest(plan.numbering, state, tongues, outbox)
    write_columns(state, outbox)
    if named:
        write_names(state.held(), shown, outbox)


def _make(plan: _Plan, holding: Callable[[str], Holding], tongues: Tongues, outbox: Outbox) -> None:
    """Everything anew; of records that are what they were the analysis is still good."""
    state = tongues.state
    if not plan.known:
        state.forget_all(labels(tongues.curated))
    gathered, stale = Gathered(), set(plan.stale)
    _let_go(plan, state, outbox)
    _move(plan, state, outbox)
    for name, number in plan.numbering.numbers.items():
        gathered.add(number, _take(plan, name, holding, tongues, outbox) if name in stale else state.analysed(name))
    write_whole(gathered, state, tongues, shelves(len(plan.members)), outbox)
    _sweep(plan.numbering.numbers.values(), state, outbox)


def _edit(plan: _Plan, holding: Callable[[str], Holding], tongues: Tongues, outbox: Outbox) -> bool:
    """Few records: what they change and nothing else. Returns whether names must be written anew."""
    state, edits, numbers = tongues.state, Edits(), plan.numbering.numbers
    stale, moved = plan.stale, plan.moved
    before = {name: state.analysed(name) for name in (*plan.gone, *moved, *stale) if name in plan.known}
    for name, analysed in before.items():
        edits.take_out(plan.known[name].number, analysed)
    _let_go(plan, state, outbox)
    _move(plan, state, outbox)
    for name in moved:
        edits.put_in(numbers[name], before[name])
    for name in stale:
        edits.put_in(numbers[name], _take(plan, name, holding, tongues, outbox))
    return apply(edits, state, tongues, shelves(len(plan.members)), outbox)


def _take(plan: _Plan, name: str, holding: Callable[[str], Holding], tongues: Tongues, outbox: Outbox) -> Analysed:
    """Analyse a record, keep what was found, write its fragment."""
    record, number = holding(name), plan.numbering.numbers[name]
    analysed = analyse(record, tongues.tongue(record.language))
    outbox.write(fragment_file(number), analysed.fragment)
    tongues.state.keep(name, number, plan.members[name].digest, analysed)
    return analysed


def _let_go(plan: _Plan, state: State, outbox: Outbox) -> None:
    """Remove the fragments of records that are no more, or are other than they were at another number."""
    numbers = plan.numbering.numbers
    for name in (*plan.gone, *plan.stale):
        if name in plan.known and plan.known[name].number != numbers.get(name):
            outbox.remove(fragment_file(plan.known[name].number))
    for name in plan.gone:
        state.forget(name)


def _move(plan: _Plan, state: State, outbox: Outbox) -> None:
    """Fragments of records under another number; all are taken up before any is set down."""
    names = {name: (outbox.folder / fragment_file(plan.known[name].number)) for name in plan.moved}
    for path in names.values():
        path.rename(path.with_suffix(".moving"))
    for name, path in names.items():
        number = plan.numbering.numbers[name]
        content = path.with_suffix(".moving").read_bytes()
        outbox.write(fragment_file(number), content)
        path.with_suffix(".moving").unlink()
        state.renumber(name, number)
        if path.name not in {fragment_file(number).partition("/")[2]} and not path.exists():
            outbox.removed.add(fragment_file(plan.known[name].number))
    outbox.removed -= outbox.written


def _sweep(numbers: Iterable[int], state: State, outbox: Outbox) -> None:
    """Remove fragments and shards that no record and no shelf has."""
    layout = shelves(1)
    wanted = {fragment_file(number) for number in numbers}
    wanted |= {shelf.file(shard.start) for name, shelf in layout.items() for shard in state.shards(name)}
    for path in [path for part in ("f", *layout) for path in (outbox.folder / part).glob("*")]:
        uri = path.relative_to(outbox.folder).as_posix()
        if uri not in wanted:
            outbox.remove(uri)


def copy_index(docs: Path, site: Path) -> None:
    """Publish the index that waits in `docs`, if there is one."""
    if (docs / KEPT).is_dir():
        shutil.copytree(docs / KEPT, site, dirs_exist_ok=True)


__all__ = ["KEPT", "Changed", "Shown", "copy_index", "update_index"]
