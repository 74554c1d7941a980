"""Names of states, organisations and people in a text, each with the cues for what it does there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.curated import Curated
from generator.curated.authority import Person
from generator.extract.cues import cues_of, is_venue
from generator.extract.naming.forms import Form
from generator.extract.naming.match import Hit, find_hits
from generator.extract.naming.scene import Scene, scene_of
from generator.extract.naming.shorts import find_shorts, split_pairs
from generator.extract.naming.table import table_of
from generator.extract.naming.tokens import read_words
from generator.extract.naming.unknown import find_unknown
from generator.model import CleanText, Language, Mention

_OPENING_WORDS = 60
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def find_mentions(clean: CleanText, title: int | None, language: Language, curated: Curated) -> tuple[Mention, ...]:
    """Every name in the blocks of a text, in order; `title` is the index of the title's block.

    A person in office gives two mentions of one span: the person, and the state as kind `leader`.
    """
    table = table_of(language.code, curated)
    reading = split_pairs(read_words(clean, table.known), table)
    looks = table.looks(reading.words)
    hits = find_shorts(reading, table, find_hits(reading, table, looks), title)
    scene = scene_of(reading, table, looks, hits, title)
    homes = home_states(clean.text, curated) if any(hit.forms[0].id == "" for hit in hits) else ()
    mentions = (each for hit, cues in zip(hits, cues_of(scene), strict=True) for each in _mentions(scene, hit, cues, homes, curated))
    return tuple(sorted((*mentions, *find_unknown(scene), *_own_offices(scene)), key=lambda mention: mention.span))


def _own_offices(scene: Scene) -> Iterator[Mention]:
    """Offices without a state in a language of one state: the first of the title and lead that names none."""
    state = scene.table.grammar.state
    for index, kinds in enumerate(scene.kinds[: scene.opening + _OPENING_WORDS] if state else ()):
        if "own" in kinds and index not in scene.taken and not _state_near(scene, index):
            start, end = scene.reading.span(index, index)
            surface = scene.reading.text[start:end]
            yield Mention(
                entity="country",
                kind="leader",
                surface=surface,
                span=(start, end),
                candidates=(state or "",),
                strong=False,
                cues=("home-language",),
            )
            return


def _state_near(scene: Scene, index: int) -> bool:
    """Whether a state or body is named within four words in the same clause, and not only as the place."""
    here = Hit(index, index, ())
    near = (number for side in (scene.before(here), scene.after(here)) for number, _ in zip(side, range(4), strict=False))
    return any(not is_venue(scene, scene.around(scene.taken[number])) for number in near if number in scene.taken)


def home_states(text: str, curated: Curated) -> tuple[str, ...]:
    """Where the outlets write from whose sites a text names."""
    hosts = set(_HOST.findall(text.lower()))
    found = (source.home for source in curated.sources if source.home and any(_names_site(hosts, host) for host in source.hosts))
    return tuple(dict.fromkeys(found))


def _names_site(hosts: set[str], host: str) -> bool:
    return any(each == host or each.endswith(f".{host}") for each in hosts)


def _mentions(scene: Scene, hit: Hit, cues: tuple[str, ...], homes: tuple[str, ...], curated: Curated) -> Iterator[Mention]:
    first = hit.forms[0]
    if first.id == "":
        if homes and not _names_its_state(scene, hit):
            yield _mention(scene, hit, (first,), (*cues, "home-state"), homes)
        return
    for entity in ("country", "organisation", "person"):
        forms = tuple(form for form in hit.forms if form.entity == entity)
        if forms:
            yield _mention(scene, hit, forms, cues, tuple(dict.fromkeys(form.id for form in forms)))
        if forms and entity == "person":
            yield from _led_by(scene, hit, forms, cues, curated)


def _mention(scene: Scene, hit: Hit, forms: tuple[Form, ...], cues: tuple[str, ...], candidates: tuple[str, ...]) -> Mention:
    span = scene.reading.span(hit.first, hit.last)
    return Mention(
        entity=forms[0].entity,
        kind=forms[0].kind,
        surface=scene.reading.text[span[0] : span[1]],
        span=span,
        candidates=candidates,
        strong=forms[0].strong,
        cues=cues,
    )


def _names_its_state(scene: Scene, hit: Hit) -> bool:
    """A phrase such as "head of state" that says itself of which state."""
    return scene.near(scene.after(hit), lambda index: _is_state(scene, index), 2) or (
        hit.first > 0 and _is_state(scene, hit.first - 1) and not scene.reading.apart[hit.first - 1]
    )


def _is_state(scene: Scene, index: int) -> bool:
    number = scene.taken.get(index)
    return number is not None and scene.hits[number].forms[0].entity == "country" and scene.hits[number].forms[0].id != ""


def _led_by(scene: Scene, hit: Hit, forms: tuple[Form, ...], cues: tuple[str, ...], curated: Curated) -> Iterator[Mention]:
    """The state or body for which a known person speaks."""
    states = tuple(dict.fromkeys(state for form in forms for state in _states(curated.people[form.id])))
    for entity, ids in (("country", curated.countries), ("organisation", curated.organisations)):
        candidates = tuple(state for state in states if state in ids)
        if candidates:
            strong = forms[0].strong or "official" in cues
            led = Form(forms[0].text, "organisation" if entity == "organisation" else "country", "leader", candidates[0], strong)
            yield _mention(scene, hit, (led,), cues, candidates)


def _states(person: Person) -> Iterator[str]:
    """The states of a person's offices, the present office first."""
    yield from (office.state for office in sorted(person.offices, key=lambda office: (office.until is not None, office.until or "")))
