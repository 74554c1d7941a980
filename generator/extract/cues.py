"""What speaks for or against a name being a side: its place, its neighbours, the words of office beside it.

Each cue is one small rule with a name; the words it looks for are data (`grammar` of the language).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import regex

from generator.extract.naming.match import Hit
from generator.extract.naming.scene import WINDOW, Around, Scene

_HYPHEN = regex.compile(r"\s?[-/·・~]\s?|")
_DATELINE = regex.compile(r"\s*[-:/(（]|\s*,\s*\d|\s*\.\s*[-(]")
_COLON = regex.compile(r"\s*[:：]\s*")
_LEAD_WORDS = 60
# Stops among the first words of a lead belong to datelines and abbreviations.
_OPENING = 6
_LIST = 4


def cues_of(scene: Scene) -> tuple[tuple[str, ...], ...]:
    """The cues of each hit, in the order of the hits."""
    places = [scene.around(number) for number in range(len(scene.hits))]
    found: list[dict[str, None]] = [dict.fromkeys(_own_cues(scene, here)) for here in places]
    for number, cue in (*_pair_cues(scene, places), *_list_cues(scene), *_topic_cues(scene)):
        found[number][cue] = None
    return tuple(tuple(each) for each in found)


def _own_cues(scene: Scene, here: Around) -> Iterator[str]:
    yield from _place(scene, here)
    for cue, kind, rule in _RULES:
        if (not kind or kind in here.before or kind in here.after) and rule(scene, here):
            yield cue


def _place(scene: Scene, here: Around) -> Iterator[str]:
    first = here.hit.first
    if here.block == scene.title:
        yield "title"
    elif here.block == scene.lead and first - scene.opening < _LEAD_WORDS:
        yield "lead"
        if True not in scene.reading.apart[scene.opening + _OPENING : first]:
            yield "opening"


def is_official(scene: Scene, here: Around) -> bool:
    """A word of office belongs to the name: "French President", "ministre … du Kazakhstan", 法国总统."""
    window = 2 if here.hit.forms[0].kind in ("adjective", "inhabitant") else WINDOW
    return here.followed("role", window) or here.preceded("role", window)


def is_currency(scene: Scene, here: Around) -> bool:
    """The name belongs to money: "US dollars", دولار أمريكي."""
    return _beside(here, "currency", 1)


def is_tongue(scene: Scene, here: Around) -> bool:
    """The name is that of a language: "langue française", باللغة الفرنسية."""
    return _beside(here, "tongue", 1)


def is_outlet(scene: Scene, here: Around) -> bool:
    """The name belongs to an agency, a newspaper or a channel."""
    return _beside(here, "outlet", 2)


def _beside(here: Around, kind: str, window: int) -> bool:
    return here.preceded(kind, window - 1) or here.followed(kind, window - 1)


def is_posted(scene: Scene, here: Around) -> bool:
    """An envoy serves there: "the ambassador in Vienna" speaks to Austria."""
    return (here.preceded("envoy", 2) or here.followed("envoy", 1)) and _is_place(scene, here.hit)


def is_venue(scene: Scene, here: Around) -> bool:
    """The name is where something happened: "in Brussels", في أستانا; not where an envoy is posted."""
    if _beside(here, "capital", 1) and here.hit.forms[0].kind in ("name", "adjective"):
        return True  # "the Rwandan capital", "capitale du Togo"
    return _heads_title(scene, here) or (_is_place(scene, here.hit) and not is_posted(scene, here)) or _explains_place(scene, here.hit)


def _heads_title(scene: Scene, here: Around) -> bool:
    """A capital opens the title before a colon and two others are joined behind it: "Kigali : Africains et Européens …".

    Before a colon alone it may be who speaks: "Moscow: sanctions on Iran are illegal".
    """
    hit = here.hit
    if here.block != scene.title or hit.forms[0].kind != "capital" or scene.begins[here.block] != hit.first:
        return False
    others = [each for each in scene.hits if scene.reading.blocks[each.first] == here.block and each.first > hit.last]
    return _COLON.match(scene.reading.gap(hit.last)) is not None and any(_enumerated(scene, *two) for two in pairwise(others))


def _explains_place(scene: Scene, hit: Hit) -> bool:
    """A state behind its own capital, which is a place: "in Kigali, Rwanda", "à Lomé, au Togo"."""
    number = scene.taken.get(hit.first)
    before = scene.hits[number - 1] if number else None
    if before is None or before.forms[0].kind != "capital" or hit.forms[0].kind != "name" or hit.first - before.last > 2:
        return False
    same = {form.id for form in before.forms} & {form.id for form in hit.forms}
    return bool(same) and "," in scene.reading.gap(before.last) and _is_place(scene, before)


def _is_place(scene: Scene, hit: Hit) -> bool:
    words, index = scene.table.words["venue"], hit.first
    if index and not scene.reading.apart[index - 1] and words.has((scene.reading.words[index - 1],)):
        return True
    word, grammar = scene.reading.words[hit.last], scene.table.grammar
    if hit.first == hit.last and word.startswith(grammar.venue_prefixes) and scene.table.stems.is_known(word[1:]):
        return True
    return word.endswith(grammar.venue_endings) and not scene.looks[hit.last].known


def is_dateline(scene: Scene, here: Around) -> bool:
    """A city that opens a paragraph, before a dash, a colon or a bracket."""
    if here.hit.forms[0].kind != "capital" or here.block == scene.title or here.hit.first - scene.begins[here.block] > 2:
        return False
    return _DATELINE.match(scene.reading.gap(here.hit.last)) is not None


def is_with(scene: Scene, here: Around) -> bool:
    """Somebody deals with the name: "talks with France"."""
    return here.preceded("with", 3 if here.preceded("role", 2) else 0)


def is_visited(scene: Scene, here: Around) -> bool:
    """The name is visited: "visit to France", زيارة إلى كازاخستان."""
    return here.preceded("visit", 2)


_RULES: tuple[tuple[str, str, Callable[[Scene, Around], bool]], ...] = (
    ("official", "role", is_official),
    ("currency", "currency", is_currency),
    ("language-name", "tongue", is_tongue),
    ("outlet", "outlet", is_outlet),
    ("posted", "envoy", is_posted),
    ("venue", "", is_venue),
    ("dateline", "", is_dateline),
    ("with", "with", is_with),
    ("visit", "visit", is_visited),
)
"""Each cue with the kind of word without which it cannot hold, and its rule."""


def _pair_cues(scene: Scene, places: Sequence[Around]) -> Iterator[tuple[int, str]]:
    for one, other in pairwise(places):
        if is_pair(scene, one.hit, other.hit):
            yield one.number, "paired"
            yield other.number, "paired"
        if _joined(scene, one, other):
            cue = "conflict" if is_conflict(one, other) else "between"
            yield one.number, cue
            yield other.number, cue


def is_pair(scene: Scene, one: Hit, other: Hit) -> bool:
    """Two states in one breath, "Jordan and Chad", which people or towns of those names seldom are."""
    states = one.forms[0].entity == other.forms[0].entity == "country" and one.forms[0].kind == other.forms[0].kind == "name"
    gap = range(one.last + 1, other.first)
    return states and any(scene.has("and", index) for index in gap) and _enumerated(scene, one, other)


def is_conflict(one: Around, other: Around) -> bool:
    """The two are at war, which a text about others often mentions: "the war between Russia and Ukraine"."""
    return one.preceded("conflict", 3) or other.followed("conflict", 1)


def _joined(scene: Scene, left: Around, right: Around) -> bool:
    """Whether two names stand as the two ends of a relation."""
    reading, one, other = scene.reading, left.hit, right.hit
    if left.block != right.block or other.first - one.last > 8 or other.first == one.last:
        return False
    if one.forms[0].entity == "person" or other.forms[0].entity == "person":
        return False
    if other.first == one.last + 1 and _HYPHEN.fullmatch(reading.gap(one.last)) is not None:
        return True
    if True in reading.apart[one.last : other.first] or not _linked(scene, one, other):
        return False
    return _relation_around(left, right)


def _linked(scene: Scene, one: Hit, other: Hit) -> bool:
    """Only filler words and an "and" stand between; or nothing, after a noun of relation."""
    gap = range(one.last + 1, other.first)
    joins = [index for index in gap if scene.has("and", index) or scene.has("with", index)]
    glued = not scene.looks[other.first].known and bool(scene.table.prefixes)
    filled = all(index in joins or scene.has("filler", index) or scene.has("role", index) for index in gap)
    return filled and (bool(joins) or glued or not gap)


def _relation_around(one: Around, other: Around) -> bool:
    """A word such as "between" before the two, or a noun of relation beside them."""
    return one.preceded("between", 3) or other.followed("relation", 2) or other.followed("between", 2) or one.preceded("relation", 1)


def _topic_cues(scene: Scene) -> Iterator[tuple[int, str]]:
    """Names before the colon of a title when two others follow it: the matter, not the sides.

    A name that stands alone before the colon is who speaks.
    """
    reading = scene.reading
    named = [number for number, hit in enumerate(scene.hits) if reading.blocks[hit.first] == scene.title]
    if len(named) < 3:
        return
    start = scene.begins[reading.blocks[scene.hits[named[0]].first]]
    colon = next((index for index in range(start, scene.hits[named[-1]].first) if _COLON.match(reading.gap(index))), start)
    before = [number for number in named if scene.hits[number].last <= colon]
    alone = before and scene.hits[before[0]].first == start and scene.hits[before[0]].last == colon
    if len(named) - len(before) >= 2 and not alone:
        yield from ((number, "topic") for number in before if scene.hits[number].forms[0].kind == "name")


def _list_cues(scene: Scene) -> Iterator[tuple[int, str]]:
    run: list[int] = []
    for number, hit in enumerate(scene.hits):
        if hit.forms[0].entity == "person":
            continue
        if run and not _enumerated(scene, scene.hits[run[-1]], hit):
            yield from ((each, "list") for each in run if len(run) >= _LIST)
            run = []
        run.append(number)
    yield from ((each, "list") for each in run if len(run) >= _LIST)


def _enumerated(scene: Scene, one: Hit, other: Hit) -> bool:
    reading = scene.reading
    return (
        reading.blocks[one.last] == reading.blocks[other.first]
        and other.first - one.last <= 4
        and not any(reading.apart[one.last : other.first])
        and all(scene.has("and", index) or scene.has("filler", index) for index in range(one.last + 1, other.first))
    )
