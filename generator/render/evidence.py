"""The numbers that tie a value to its words: each pair of a place in the text and a field has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Block, Entry, Evidence, Found, Span

FIELDS = ("date", "published", "parties", "event", "people", "topics", "figures", "mentions", "organisations", "source")
"""The fields whose words are marked in the text; the title's and the language's words are the text itself."""
PER_VALUE = {"date": 2, "published": 2, "parties": 2, "event": 2, "people": 2, "source": 2}
"""How many places of the text are marked for one value (else one): the first ones; the card tells how many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words marked in the text: the span, and the number of each field that they speak for."""

    start: int
    end: int
    numbers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All marks of a text in its order; `numbers` finds the number of an evidence by its span and field."""

    marks: tuple[Mark, ...]
    numbers: Mapping[tuple[Span, str], int]


NONE = Marks(marks=(), numbers={})


def values_of(entry: Entry, field: str) -> tuple[Found[object], ...]:
    """The values of a field, one or several, as a tuple."""
    value = getattr(entry, field)
    return value if isinstance(value, tuple) else (value,) if value is not None else ()


def shown_evidence(value: Found[object], field: str) -> tuple[Evidence, ...]:
    """The evidence of a field's value that its page marks and quotes."""
    return value.evidence[: PER_VALUE.get(field, 1)]


def number_marks(entry: Entry, blocks: Iterable[Block]) -> Marks:
    """Number the evidence that stands in `blocks`, in the order of the text; overlapping words are marked as one."""
    spans = sorted(span for block in blocks for span in block.all_spans())
    wanted = {
        ((evidence.start, evidence.end), field)
        for field in FIELDS
        for value in values_of(entry, field)
        for evidence in shown_evidence(value, field)
        if evidence.start < evidence.end and _stands_in(evidence, spans)
    }
    marks: list[Mark] = []
    numbers: dict[tuple[Span, str], int] = {}
    count = 0
    for start, end, members in _clusters(sorted(wanted)):
        fields = sorted({field for _, field in members}, key=FIELDS.index)
        numbered = tuple((count + place, field) for place, field in enumerate(fields, 1))
        count += len(fields)
        by_field = {field: number for number, field in numbered}
        numbers.update({member: by_field[member[1]] for member in members})
        marks.append(Mark(start=start, end=end, numbers=numbered))
    return Marks(marks=tuple(marks), numbers=numbers)


def _stands_in(evidence: Evidence, spans: Iterable[Span]) -> bool:
    return any(start <= evidence.start and evidence.end <= end for start, end in spans)


def _clusters(wanted: Iterable[tuple[Span, str]]) -> Iterator[tuple[int, int, list[tuple[Span, str]]]]:
    """Evidence in the order of the text, what overlaps together."""
    start = end = -1
    members: list[tuple[Span, str]] = []
    for member in wanted:
        (first, last), _ = member
        if members and first < end:
            end = max(end, last)
            members.append(member)
            continue
        if members:
            yield start, end, members
        start, end, members = first, last, [member]
    if members:
        yield start, end, members
