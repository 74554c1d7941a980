"""Tables of counts over time, with silence drawn: pairs by year, and the calendar of months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Archive, Entries
from generator.render.buckets import anchor
from generator.render.frame import Frame
from generator.text.locale import month_name
from generator.text.standing import standing

YEARS = 14
"""How many years a table of pairs shows: the last ones."""
_LIMITS = (3, 8, 15)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NO_ROMAN = frozenset({"ar", "fa", "ur", "he", "zh", "ja", "ko"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A count with its tone (1 to 4) and link, or a silence `width` columns wide."""

    count: int = 0
    density: int = 0
    tail: str = ""
    label: str = ""
    width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column; `title` is the long form where `text` is short."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: its name, where that leads, and its cells."""

    name: str
    tail: str
    cells: tuple[Cell, ...]
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A whole table, ready to be drawn."""

    label: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    legend: tuple[str, ...]
    remark: str
    calendar: bool = False


def years_of(archive: Archive, coverage_from: int | None) -> tuple[int, ...]:
    """The years that the archive covers: from where it collects, else its first record, to its last."""
    if not archive.years:
        return ()
    last = max(archive.years)
    first = min(coverage_from or min(archive.years), last)
    return tuple(range(max(first, last - YEARS + 1), last + 1))


def pair_grid(frame: Frame, pairs: Sequence[str], here: str | None = None) -> Grid | None:
    """Pairs by year, those without a record in these years left out but for `here`; `None` where nothing is dated."""
    years = years_of(frame.archive, frame.settings.coverage_from)
    rows = tuple(_pair_row(frame, pair, years, here) for pair in pairs)
    rows = tuple(row for row in rows if row.here or any(cell.count for cell in row.cells))
    if not years or not rows:
        return None
    return Grid(
        label=frame.gettext("Records by relation and year"),
        heads=tuple(Head(text=str(year)) for year in years),
        rows=rows,
        legend=legend(frame),
        remark=frame.gettext("A silence is a year for which the archive holds no text. It does not prove that nothing happened."),
    )


def _pair_row(frame: Frame, pair: str, years: Sequence[int], here: str | None) -> Row:
    entries = frame.archive.pairs[pair]
    counts = Counter(standing(entry).year for entry in entries)
    tail = f"relations/{pair.lower()}/"
    cells = _cells(frame, ((counts[year], str(year), anchor(entries, tail, year)) for year in years))
    return Row(name=frame.pair_plain(pair), tail=tail, cells=tuple(cells), here=pair == here)


def calendar_grid(frame: Frame, limit: int = 40) -> Grid | None:
    """Years by month, the newest first, with a column for unknown months and a row for unknown years."""
    archive = frame.archive
    if not archive.entries:
        return None
    roman = frame.language.split("-")[0] not in _NO_ROMAN
    heads = [Head(text=_ROMAN[month - 1] if roman else str(month), title=month_name(month, frame.language)) for month in range(1, 13)]
    rows = [
        Row(name=str(year), tail=f"dates/{year}/", cells=tuple(_month_cells(frame, str(year), f"dates/{year}/", archive.years[year].get)))
        for year in sorted(archive.years, reverse=True)[:limit]
    ]
    if archive.undated:
        cells = tuple(_month_cells(frame, frame.gettext("No year"), "dates/undated/", archive.undated.get))
        rows.append(Row(name=frame.gettext("No year"), tail="dates/undated/", cells=cells))
    return Grid(
        label=frame.gettext("Records by year and month"),
        heads=(*heads, Head(text="?", title=frame.gettext("month unknown"))),
        rows=tuple(rows),
        legend=legend(frame),
        remark=frame.gettext("Under ? the month is unknown; in the last row the text tells no year."),
        calendar=True,
    )


def _month_cells(frame: Frame, period: str, tail: str, months: Callable[[int | None], Entries | None]) -> Iterator[Cell]:
    def columns() -> Iterator[tuple[int, str, str]]:
        for month in (*range(1, 13), None):
            name = month_name(month, frame.language) if month else frame.gettext("month unknown")
            inside = f"{tail}#m{month or 0:02}" if tail == "dates/undated/" or month is None else f"{tail}{month:02}/"
            yield len(months(month) or ()), f"{name}, {period}", inside

    for cell in _cells(frame, columns()):
        yield from (Cell() for _ in range(cell.width)) if not cell.count else (cell,)


def _cells(frame: Frame, columns: Iterable[tuple[int, str, str]]) -> Iterator[Cell]:
    """Counts as cells; columns without any, side by side, as one silence."""
    silent = 0
    for count, period, tail in columns:
        if not count:
            silent += 1
            continue
        if silent:
            yield Cell(width=silent)
        silent = 0
        label = f"{frame.records(count)}, {period}"
        yield Cell(count=count, density=density(count), tail=tail, label=label)
    if silent:
        yield Cell(width=silent)


def density(count: int) -> int:
    """The tone, 1 to 4, of a number of records."""
    return 1 + sum(count > limit for limit in _LIMITS)


def legend(frame: Frame) -> tuple[str, ...]:
    """What the four tones of a cell or tile say."""
    return (frame.gettext("1 to 3 records"), frame.gettext("4 to 8"), frame.gettext("9 to 15"), frame.gettext("16 or more"))
