"""Tables of counts over time, with silence drawn: pairs by year, and the calendar of months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Archive, Entries
from generator.render.buckets import anchor
from generator.render.frame import Frame
from generator.text.locale import month_name
from generator.text.standing import standing

YEARS = 14
"""How many years a table of pairs shows one by one: the last ones; those before and after stand in a column each."""
GAP = 14
"""Years further than this from all others (a text on antiquity, a plan for 2100) are not shown one by one."""
_LIMITS = (3, 8, 15)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NO_ROMAN = frozenset({"ar", "fa", "ur", "he", "zh", "ja", "ko"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A count with its tone (1 to 4) and link, or a silence `width` columns wide; `before` says that the archive did not collect yet."""

    count: int = 0
    density: int = 0
    tail: str = ""
    label: str = ""
    width: int = 1
    before: bool = False


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
    before: str = ""
    """What the legend says of cells from before the archive's coverage, where there are any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The columns of a table of years: `years` one by one, all earlier ones as one, all `later` ones too; collected since `since`."""

    years: range
    since: int
    later: bool


def span_of(archive: Archive, coverage_from: int | None) -> Span | None:
    """The years around which most records stand, the last of them one by one; `None` where nothing is dated."""
    if not archive.years:
        return None
    block = main_years(archive)
    since = coverage_from if coverage_from is not None else block[0]
    last = block[-1]
    first = max(min(since, block[0], last), last - YEARS + 1)
    return Span(years=range(first, last + 1), since=since, later=max(archive.years) > last)


def main_years(archive: Archive) -> list[int]:
    """The years of the archive without those that stand far from all others: of the blocks between gaps, the longest, else the last."""
    blocks: list[list[int]] = []
    for year in sorted(archive.years):
        if blocks and year - blocks[-1][-1] <= GAP:
            blocks[-1].append(year)
        else:
            blocks.append([year])
    return max(blocks, key=lambda block: (len(block), block[-1]))


def pair_grid(frame: Frame, pairs: Sequence[str], here: str | None = None) -> Grid | None:
    """Pairs by year, those without a record in these years left out but for `here`; `None` where nothing is dated."""
    span = span_of(frame.archive, frame.settings.coverage_from)
    if span is None:
        return None
    rows = tuple(_pair_row(frame, pair, span, here) for pair in pairs)
    rows = tuple(row for row in rows if row.here or any(cell.count for cell in row.cells))
    if not rows:
        return None
    first, last = span.years[0], span.years[-1]
    before = Head(text=f"≤ {first - 1}", title=frame.gettext("%(year)s and before", year=first - 1))
    after = Head(text=f"≥ {last + 1}", title=frame.gettext("%(year)s and after", year=last + 1))
    return Grid(
        label=frame.gettext("Records by relation and year"),
        heads=(before, *(Head(text=str(year)) for year in span.years), *([after] if span.later else [])),
        rows=rows,
        legend=legend(frame),
        remark=frame.gettext("A silence is a year for which the archive holds no text. It does not prove that nothing happened."),
        before=frame.gettext("Before %(year)s: before the archive’s coverage", year=span.since)
        if any(cell.before for row in rows for cell in row.cells)
        else "",
    )


def _pair_row(frame: Frame, pair: str, span: Span, here: str | None) -> Row:
    entries = frame.archive.pairs[pair]
    counts = Counter(standing(entry).year for entry in entries)
    tail = f"relations/{pair.lower()}/"
    cells = _cells(frame, _pair_columns(entries, counts, tail, span), span.since)
    return Row(name=frame.pair_plain(pair), tail=tail, cells=tuple(cells), here=pair == here)


def _pair_columns(entries: Entries, counts: Mapping[int | None, int], tail: str, span: Span) -> Iterator[Column]:
    """The columns of a pair: all years before, each year, all years after."""
    first, last = span.years[0], span.years[-1]
    earlier = [year for year in counts if year is not None and year < first]
    yield Column(
        count=sum(counts[year] for year in earlier),
        period=f"≤ {first - 1}",
        tail=anchor(entries, tail, max(earlier)) if earlier else "",
        year=first - 1,
    )
    for year in span.years:
        yield Column(count=counts.get(year, 0), period=str(year), tail=anchor(entries, tail, year), year=year)
    later = [year for year in counts if year is not None and year > last]
    if span.later:
        tail = anchor(entries, tail, max(later)) if later else ""
        yield Column(count=sum(counts[year] for year in later), period=f"≥ {last + 1}", tail=tail, year=last + 1)


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
    def columns() -> Iterator[Column]:
        for month in (*range(1, 13), None):
            name = month_name(month, frame.language) if month else frame.gettext("month unknown")
            inside = f"{tail}#m{month or 0:02}" if tail == "dates/undated/" or month is None else f"{tail}{month:02}/"
            yield Column(count=len(months(month) or ()), period=f"{name}, {period}", tail=inside)

    for cell in _cells(frame, columns()):
        yield from (Cell() for _ in range(cell.width)) if not cell.count else (cell,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of one row: how many records, of which period (`year` where it is one), and where they stand."""

    count: int
    period: str
    tail: str
    year: int | None = None


def _cells(frame: Frame, columns: Iterable[Column], since: int | None = None) -> Iterator[Cell]:
    """Counts as cells; columns without any, side by side, as one silence, apart from those of years before `since`."""

    def kind(column: Column) -> tuple[bool, bool]:
        before = since is not None and column.year is not None and column.year < since
        return column.count > 0, before and not column.count

    for (held, before), found in groupby(columns, key=kind):
        inside = tuple(found)
        if not held:
            yield Cell(width=len(inside), before=before)
            continue
        for column in inside:
            label = f"{frame.records(column.count)}, {column.period}"
            yield Cell(count=column.count, density=density(column.count), tail=column.tail, label=label)


def density(count: int) -> int:
    """The tone, 1 to 4, of a number of records."""
    return 1 + sum(count > limit for limit in _LIMITS)


def legend(frame: Frame) -> tuple[str, ...]:
    """What the four tones of a cell or tile say."""
    return (frame.gettext("1 to 3 records"), frame.gettext("4 to 8"), frame.gettext("9 to 15"), frame.gettext("16 or more"))
