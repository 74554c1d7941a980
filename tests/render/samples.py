"""A small archive made up for the tests: texts of our own, and entries as the rooms before would hand them over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.archive import assemble
from generator.curated import Curated
from generator.curated.authority import Office, Organisation, Person
from generator.model import (
    Archive,
    Block,
    Direction,
    Entry,
    Evidence,
    Figure,
    Found,
    PersonInText,
    Record,
    Removal,
    Settings,
    Source,
)

CURATED = Curated(
    countries={},
    organisations={
        "EU": Organisation(id="EU", names={"en": ("European Union",), "fr": ("Union européenne",), "ar": ("الاتحاد الأوروبي",)})
    },
    people={
        "macron-emmanuel": Person(
            id="macron-emmanuel",
            names={"en": ("Emmanuel Macron",), "fr": ("Emmanuel Macron",), "ar": ("إيمانويل ماكرون",)},
            offices=(Office(role="president", state="FRA", since="2017-05-14"),),
        )
    },
    languages={},
    events={},
    topics={},
    sources=(),
)


def settings(folder: Path) -> Settings:
    """Settings of an archive in `folder`."""
    return Settings(
        project=folder,
        seeds=folder / "seeds",
        docs=folder / "docs",
        site=folder / "site",
        site_name="Chancery & Co",
        default_language="en",
        languages=("ar", "fr", "en"),
    )


def found(text: str, quote: str, value: object, *, rule: str = "test", confidence: float = 0.9) -> Found:  # type: ignore[type-arg]
    """An inferred value with the place of its words."""
    start = text.index(quote)
    return Found(
        value=value,
        basis="inferred",
        rule=rule,
        confidence=confidence,
        evidence=(Evidence(start=start, end=start + len(quote), quote=quote),),
    )


def stated(value: object) -> Found:  # type: ignore[type-arg]
    """A stated value without evidence."""
    return Found(value=value, basis="stated", rule="front-matter", confidence=1.0)


def entry(name: str, language: str, title: Found[str] | str, direction: Direction = "ltr", **more: object) -> Entry:
    """An entry with what a test does not care about left empty."""
    values: dict[str, object] = {
        "id": name,
        "path": f"seeds/{name}.txt",
        "slug": name.replace("_", "-"),
        "direction": direction,
        "language": Found(value=language, basis="inferred", rule="pycld2", confidence=0.99),
        "title": Found(value=title, basis="inferred", rule="first-line", confidence=0.9) if isinstance(title, str) else title,
        "date": None,
        "published": None,
        "parties": (),
        "mentions": (),
        "organisations": (),
        "event": None,
        "topics": (),
        "people": (),
        "figures": (),
        "source": None,
        "rights": "open",
    }
    return Entry(**{**values, **more})  # type: ignore[arg-type]


ENGLISH = (
    "The President of France spoke by telephone with Kazakhstan's leader on 1 November 2023.\n"
    "Trade came to $1.9 billion * a record_high_ [so <far>] | they said.\n"
    "# Sector | Value\nEnergy | 12\nShare this\n"
    "قال مسؤول فرنسي إن المشاورات مستمرة."
)
ARABIC = (
    "مباحثات بين المغرب وكازاخستان حول المياه\n"
    "استضافت الرباط يوم 25 أغسطس جولة مشاورات بين الوفدين. وحضرها ممثل عن C++ وشركة EDF.\n"
    "اترك تعليقا"
)
FRENCH = "L’Union européenne et le Kazakhstan parlent de rails\nLes deux parties ont ouvert une négociation."


def _spans(text: str, *parts: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(part), text.index(part) + len(part)) for part in parts)


def _english() -> Record:
    one, two, *_ = ENGLISH.split("\n")
    made = entry(
        "000_call",
        "en",
        Found(value="France and Kazakhstan: phone call", basis="devised", rule="devised", confidence=0.5),
        date=found(ENGLISH, "1 November 2023", "2023-11-01", rule="date.full"),
        parties=(found(ENGLISH, "France", "FRA"), found(ENGLISH, "Kazakhstan's", "KAZ", confidence=0.5)),
        event=found(ENGLISH, "spoke by telephone", "phone-call"),
        people=(found(ENGLISH, "President of France", PersonInText(id="macron-emmanuel", name="Macron", role="president", state="FRA")),),
        topics=(found(ENGLISH, "Trade", "07"),),
        figures=(found(ENGLISH, "Trade came to $1.9 billion", Figure(value=1_900_000_000, unit="USD", what="trade")),),
        source=stated(Source(name="Press <office>", url="https://office.example/a?b=1&c=2")),
        added="2026-01-01",
    )
    blocks = (
        Block(kind="paragraph", direction="ltr", spans=_spans(ENGLISH, one)),
        Block(kind="paragraph", direction="ltr", spans=_spans(ENGLISH, two)),
        Block(
            kind="table",
            direction="ltr",
            rows=((_spans(ENGLISH, "Sector"), _spans(ENGLISH, "Value")), (_spans(ENGLISH, "Energy"), _spans(ENGLISH, "12"))),
        ),
        Block(kind="quote", direction="rtl", spans=_spans(ENGLISH, "قال مسؤول فرنسي إن المشاورات مستمرة.")),
    )
    start = ENGLISH.index("Share this")
    removed = (Removal(start=start, end=start + 10, text="Share this", rule="share"),)
    return Record(entry=made, text=ENGLISH, body=blocks, removed=removed)


def _arabic() -> Record:
    title, body, rest = ARABIC.split("\n")
    made = entry(
        "001_rabat",
        "ar",
        found(ARABIC, title, title, rule="first-line"),
        "rtl",
        date=found(ARABIC, "يوم 25 أغسطس", "XXXX-08-25", rule="date.day-month"),
        published=stated("2022-08-26"),
        parties=(found(ARABIC, "المغرب", "MAR"), found(ARABIC, "كازاخستان", "KAZ")),
        event=found(ARABIC, "مشاورات", "consultations"),
        topics=(found(ARABIC, "المياه", "03"),),
        mentions=(stated("BEL"),),
    )
    blocks = (
        Block(kind="heading", direction="rtl", spans=_spans(ARABIC, title), role="title"),
        Block(kind="paragraph", direction="rtl", spans=_spans(ARABIC, body)),
        Block(kind="list", direction="rtl", items=(_spans(ARABIC, "C++"), _spans(ARABIC, "EDF"))),
    )
    start = ARABIC.index(rest)
    return Record(entry=made, text=ARABIC, body=blocks, removed=(Removal(start=start, end=len(ARABIC), text=rest, rule="comments"),))


def _french() -> Record:
    title, body = FRENCH.split("\n")
    made = entry(
        "002_rails",
        "fr",
        found(FRENCH, title, title),
        published=stated("2021-02"),
        parties=(stated("EU"), stated("KAZ")),
        event=found(FRENCH, "négociation", "negotiation"),
        rights="citation-only",
        aliases=("old name",),
    )
    blocks = (
        Block(kind="heading", direction="ltr", spans=_spans(FRENCH, title), role="title"),
        Block(kind="paragraph", direction="ltr", spans=_spans(FRENCH, body)),
    )
    return Record(entry=made, text=FRENCH, body=blocks, removed=())


def records() -> tuple[Record, ...]:
    """One record in each interface language, and a second English one without date or parties."""
    bare = Record(entry=entry("003_bare", "en", "A note without a date"), text="A note.", body=(), removed=())
    return _english(), _arabic(), _french(), bare


def archive(folder: Path) -> Archive:
    """The archive of these records."""
    return assemble((record.entry for record in records()), settings(folder))


def many(count: int) -> tuple[Entry, ...]:
    """Many entries of one pair over several years, for long lists."""
    base = entry("x", "en", "A meeting", parties=(stated("FRA"), stated("DEU")))
    return tuple(
        replace(
            base,
            id=f"m{number:04}",
            slug=f"m{number:04}",
            path=f"seeds/m{number:04}.txt",
            date=stated(f"{2015 + number % 7}-0{1 + number % 9}-11"),
        )
        for number in range(count)
    )
