"""From lines to blocks: headings, paragraphs, lists, tables and quotations, and the markup they replace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.clean.line import Line
from generator.clean.lists import bullet_run, item_of, quote_of
from generator.clean.tables import Row, table_run
from generator.clean.view import Cut
from generator.clean.wrapping import wrapped_run
from generator.model import BlockKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before cuts are taken off: `parts` are stretches of the seed, one an item; `rows` of a table's cells."""

    kind: BlockKind
    parts: tuple[tuple[int, int], ...] = ()
    rows: tuple[Row, ...] = ()
    level: int = 2
    cuts: tuple[Cut, ...] = field(default=())


def lay_out(lines: Sequence[Line]) -> Iterator[Draft]:
    """The blocks of the lines that are left."""
    at = 0
    while at < len(lines):
        found = _table(lines, at) or _list(lines, at) or _quote(lines, at)
        wrapped = 1 if found else wrapped_run(lines, at)
        draft, taken = found or (_heading(lines, at) if wrapped == 1 else None) or _paragraph(lines, at, wrapped)
        yield draft
        at += taken


def _table(lines: Sequence[Line], at: int) -> tuple[Draft, int] | None:
    found = table_run(lines, at)
    if not found:
        return None
    rows, cuts, taken = found
    return Draft("table", rows=rows, cuts=cuts), taken


def _list(lines: Sequence[Line], at: int) -> tuple[Draft, int] | None:
    taken = bullet_run(lines, at)
    if not taken:
        return None
    items = [item_of(line) for line in lines[at : at + taken]]
    return Draft("list", tuple(body for _, body in items), cuts=tuple(cut for cut, _ in items)), taken


def _quote(lines: Sequence[Line], at: int) -> tuple[Draft, int] | None:
    """Neighbouring lines that begin with `>`, as one quotation."""
    found = [quote_of(lines[at])]
    while found[-1] and at + len(found) < len(lines) and not lines[at + len(found)].gap:
        found.append(quote_of(lines[at + len(found)]))
    quoted = [each for each in found if each]
    if not quoted:
        return None
    whole = (quoted[0][1][0], quoted[-1][1][1])
    return Draft("quote", (whole,), cuts=tuple(cut for cut, _ in quoted)), len(quoted)


def _heading(lines: Sequence[Line], at: int) -> tuple[Draft, int] | None:
    line = lines[at]
    sharp = len(line.text) - len(line.text.lstrip("#"))
    body = line.part(line.start + sharp, line.end) if 1 <= sharp <= 6 and line.text[sharp : sharp + 1].isspace() else None
    if body:
        cuts = (Cut(line.start, body.start, "markup"),)
        return Draft("heading", ((body.start, _unsharp(body)),), level=max(2, sharp), cuts=cuts), 1
    if (at == 0 and _is_first_heading(lines)) or (at and _is_heading(lines, at)):
        return Draft("heading", ((line.start, line.end),)), 1
    return None


def _unsharp(body: Line) -> int:
    """Where a Markdown heading ends without the signs that may close it."""
    return body.start + (len(body.text.rstrip("# \t")) or len(body.text))


def _is_first_heading(lines: Sequence[Line]) -> bool:
    """Whether the first line looks like a title: no full stop, or short before a longer paragraph."""
    line = lines[0]
    if len(lines) < 2 or line.weight > 260 or line.words > 34 or line.sentences > 2 or line.text[-1] in ":;,،؛：，；":
        return False
    return not _stops(line) or (line.weight <= 90 and line.sentences == 1 and 2 * lines[1].weight >= 3 * line.weight)


def _stops(line: Line) -> bool:
    """Whether the line ends with a full stop (a title may ask or exclaim)."""
    return line.ends and line.text.rstrip("\"'»”’)")[-1:] not in "?!؟！？…"


def _is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a later line is a heading: short, without end, before a paragraph, list or table."""
    line = lines[at]
    if line.weight > 160 or line.words > 18 or line.ends or line.text[-1] in ":;,،؛：，；" or at + 1 >= len(lines):
        return False
    if line.text[0].islower() or line.text[0] in "«»“\"„'([{—–-":
        return False
    following = lines[at + 1]
    return following.prose or bool(bullet_run(lines, at + 1)) or table_run(lines, at + 1) is not None


def _paragraph(lines: Sequence[Line], at: int, taken: int) -> tuple[Draft, int]:
    return Draft("paragraph", ((lines[at].start, lines[at + taken - 1].end),)), taken
