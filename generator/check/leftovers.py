"""What may be left of a web page: lines that the cleaning kept, though something about them is not an article's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import regex

from generator.clean.line import key_of, script_of, trimmed
from generator.clean.phrases import PhraseTable, of_script, table_of
from generator.curated import Curated
from generator.curated.boilerplate import Boilerplate
from generator.errors import Doubt
from generator.model import Block, Record, Seed, Spans
from generator.text.spans import span_text

MOST = 5
"""How many lines of one text are told of."""
REPEATED = 3
"""In how many other seeds a line stands that is no sentence of this one."""
SHORTEST = 12
"""Characters of a line whose return in other seeds tells something."""
_SIGN = regex.compile(
    r"""
      https?://\S+ | \bwww\.\S+            # an address
    | [\w.+-]+@[\w-]+\.\w{2,}               # a mailbox
    | [©®] | ^\s*[|»›▶►→]                   # rights, arrows of menus
    | (?<!\w)[\#@]\w{3,}                    # a tag, an account
    """,
    regex.VERBOSE,
)


def leftovers(seed: Seed, record: Record, curated: Curated, repeated: Mapping[str, int]) -> Iterator[Doubt]:
    """Notes about lines of the published text; `repeated` says in how many seeds a line stands (`line_counts`)."""
    told = 0
    for start, text in _short_lines(record):
        others = repeated.get(key_of(text), 1) - 1 if len(text) >= SHORTEST else 0
        if told == MOST:
            return
        if others >= REPEATED:
            yield seed.doubt("D302", "note", start, text=text, count=str(others))
        elif _looks_left(text, curated):
            yield seed.doubt("D301", "note", start, text=text)
        else:
            continue
        told += 1


def line_counts(texts: Iterable[str]) -> Mapping[str, int]:
    """In how many texts each line stands, by its key."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({key_of(line) for line in text.split("\n") if SHORTEST <= len(line) <= 300})
    return counts


def _short_lines(record: Record) -> Iterator[tuple[int, str]]:
    """The lines before and after the running text that are no sentences themselves: offset and words."""
    lines = [(min(spans)[0], span_text(record.text, spans), _is_prose(record.text, spans)) for spans in _lines(record.body)]
    running = [place for place, (_, _, prose) in enumerate(lines) if prose]
    first, last = (running[0], running[-1]) if running else (len(lines), len(lines))
    for place, (start, text, prose) in enumerate(lines):
        if not prose and not first < place < last:
            yield start, text


def _lines(body: Iterable[Block]) -> Iterator[Spans]:
    """The spans of paragraphs, headings and items, one after the other, without the title."""
    for block in body:
        if block.role is None:
            yield from (spans for spans in (block.spans, *block.items) if spans)


def _is_prose(text: str, spans: Spans) -> bool:
    line = trimmed(span_text(text, spans), 0, False)
    return line is not None and line.prose


def _looks_left(text: str, curated: Curated) -> bool:
    """Whether a line is a phrase of page rests in any language of its script, or carries what articles do not."""
    if _SIGN.search(text):
        return True
    line = trimmed(text, 0, False)
    return line is not None and _table(script_of(text), _everywhere(curated)).match_line(line.key, line.ends) is not None


def _everywhere(curated: Curated) -> tuple[Boilerplate, ...]:
    return tuple(data.boilerplate for data in curated.languages.values())


@lru_cache(maxsize=16)
def _table(script: str, everywhere: tuple[Boilerplate, ...]) -> PhraseTable:
    """The phrases of all languages of a script."""
    return table_of(of_script(script, everywhere))
