"""The data page of a language: the files under `/data/`, and what each of their columns means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.curated.licences import carried
from generator.doubts import N_
from generator.model import Page
from generator.render.frame import Frame, file_way
from generator.render.linked import dataset_node, script_json
from generator.render.shell import feed_path, index_page
from generator.render.template import fill
from generator.text.parts import parts

FILES: Mapping[str, tuple[str, str]] = {
    "records.jsonl": (
        "application/jsonl",
        N_("The whole catalogue, a record a line: each value with its rule and its words, the text, and what was removed from it"),
    ),
    "records.csv": ("text/csv", N_("The catalogue as a table, a record a row")),
    "relations.csv": ("text/csv", N_("How many records each relation has in each year")),
    "events.jsonl": (
        "application/jsonl",
        N_("The records that tell an event of a known day, as event data in the form of PLOVER, with CAMEO codes"),
    ),
    "events-left-out.csv": ("text/csv", N_("How many records are no line of the events, by reason")),
    "authority.json": ("application/json", N_("The names behind the codes, in many languages")),
    "oai.xml": ("application/xml", N_("The archive for harvesters: an OAI-PMH static repository in Dublin Core")),
    "catalogue.schema.json": ("application/schema+json", N_("What a line of the catalogue may hold (JSON Schema)")),
    "front-matter.schema.json": (
        "application/schema+json",
        N_("What the front matter of a seed may hold (JSON Schema); editors complete keys and codes from it"),
    ),
    "datapackage.json": ("application/json", N_("A description of all these files (Frictionless data package)")),
    "SHA256SUMS": ("text/plain", N_("Checksums of all these files")),
}
"""The files by name: their media type, and what they hold."""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "records.csv": {
        "id": N_("Identifier of the record"),
        "address": N_("Address of its page"),
        "title": N_("Title, in brackets where the archive devised it"),
        "title_basis": N_("Whether the title is stated, inferred or devised"),
        "language": N_("Language of the text (BCP 47)"),
        "direction": N_("Direction in which the text reads"),
        "date": N_("Day of the event (EDTF)"),
        "published": N_("Day of publication (EDTF)"),
        "parties": N_("Codes of the sides of the relation"),
        "event": N_("Kind of event"),
        "cameo": N_("CAMEO code of the kind of event"),
        "topics": N_("Topics: domains of the UNBIS thesaurus"),
        "people": N_("People: their identifiers, or their names as written"),
        "organisations": N_("Organisations that the text names"),
        "mentions": N_("Countries and organisations that are mentioned and no side"),
        "source": N_("Who published the text"),
        "source_url": N_("Address of the source"),
        "rights": N_("Rights"),
        "added": N_("Day on which the record was added"),
        "changed": N_("Day of its last change"),
    },
    "relations.csv": {
        "pair": N_("The relation: two codes in alphabetical order"),
        "one": N_("The first of the two"),
        "other": N_("The second of the two"),
        "year": N_("Year; empty where nobody found it"),
        "records": N_("Number of records"),
    },
    "events.jsonl": {
        "id": N_("Identifier of the record"),
        "date": N_("Day of the event (EDTF)"),
        "enddate": N_("Last day of the event, where it took several"),
        "actor": N_("Codes of the sides of the relation"),
        "recipient": N_("Always empty: who acted upon whom is not told apart"),
        "event": N_("Category of PLOVER"),
        "mode": N_("How the sides consulted: visit, phone, third-party, multilateral"),
        "context": N_("Subject in PLOVER's terms, where a topic plainly answers one"),
        "quad_code": N_("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
        "event_scale": N_("Score of the category in PLOVER's manual"),
        "event_text": N_("The words that tell the event"),
        "cameo": N_("CAMEO code of the kind of event"),
        "text_info": N_("Title and language of the record"),
        "cite_info": N_("Address of its page, and who published the text"),
    },
    "events-left-out.csv": {
        "no day": N_("The day of the event is not wholly known"),
        "no event": N_("No kind of event was found"),
        "no code": N_("The kind of event has no CAMEO code"),
        "no category": N_("The code has no category in PLOVER, as statements have none"),
        "no party": N_("No side was found"),
    },
}
"""What each column means; of `events-left-out.csv` what each reason does. tests/export compares them with the files."""

LEAD = N_("Everything that the archive knows, to take along: as tables, as lines of JSON, as feeds.")
REMARKS = (
    N_(
        "A cell that a spreadsheet would take for a formula begins with an apostrophe. Several values of one cell are parted by semicolons."
    ),
    N_("Each page that lists records leads to that list alone, in the columns of records.csv; in JSON several values are a list."),
    N_("Of a record that may only be cited, no file holds the text."),
    N_("Dates are written in EDTF: X stands for a digit that nobody found."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file on the page: where it lies, what it is called, what it holds."""

    href: str
    name: str
    told: str


def data_page(frame: Frame) -> Page:
    """`/LANG/data/`."""
    here, title, lead = f"{frame.language}/data/", frame.word("data"), frame.gettext(LEAD)
    names = tuple(_names(frame))
    body = fill(
        "data.jinja",
        frame,
        here,
        heading=title,
        lead=lead,
        files=[Offer(href=file_way(here, f"data/{name}"), name=name, told=frame.gettext(FILES[kind][1])) for name, kind in names],
        remarks=[frame.gettext(remark) for remark in REMARKS],
        works=[Offer(href=file_way(here, work.uri), name=work.name, told=work.licence) for work in carried()],
        tables={name: {column: frame.gettext(told) for column, told in columns.items()} for name, columns in COLUMNS.items()},
        feed=file_way(here, feed_path(frame, "all")),
    )
    linked = script_json(dataset_node(frame, lead, ((f"data/{name}", FILES[kind][0]) for name, kind in names)))
    return index_page(frame, "data/", kind="data", title=title, body=body, description=lead, more={"linked": linked}, feed="all")


def _names(frame: Frame) -> Iterator[tuple[str, str]]:
    """The files that there are, each with the kind of file it is: some are divided, some need a site with an address."""
    divided = {f"{stem}.{ending}" for stem, ending in (("records", "jsonl"), ("oai", "xml"))}
    for kind in FILES:
        if kind == "oai.xml" and not frame.settings.site_url:
            continue
        stem, _, ending = kind.rpartition(".")
        for part, _ in parts(frame.archive.entries) if kind in divided else (("", ()),):
            yield (f"{stem}{part}.{ending}" if part else kind), kind
