"""The archive for harvesters: OAI-PMH static repositories (2004 specification), each record as Dublin Core.

Written only where the site has an address, which the identifiers need. No gateway is known to the archive: `baseURL`
is the file's own address, which a gateway prefixes with its own. A static repository is meant for at most 5,000 records;
a larger archive is split by year.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from generator.export.outlet import Outlet, record_path, xml_around, xml_part
from generator.model import Entries, Entry
from generator.text.citing import last_change, shown_title
from generator.text.escape import one_line

STATIC = "http://www.openarchives.org/OAI/2.0/static-repository"
OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
NOBODY = "nobody@archive.invalid"
"""Stands for an address that `mkdocs.yml` does not state; the format demands one, and `.invalid` reaches no one."""


def repository(outlet: Outlet, path: str, entries: Entries) -> bytes:
    """One static repository that stands at `path`."""
    root = Element(
        "Repository",
        {
            "xmlns": STATIC,
            "xmlns:oai": OAI,
            "xmlns:xsi": XSI,
            "xsi:schemaLocation": f"{STATIC} http://www.openarchives.org/OAI/2.0/static-repository.xsd",
        },
    )
    _identify(SubElement(root, "Identify"), outlet, path, entries)
    formats = SubElement(SubElement(root, "ListMetadataFormats"), "oai:metadataFormat")
    for tag, text in (
        ("metadataPrefix", "oai_dc"),
        ("schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
        ("metadataNamespace", OAI_DC),
    ):
        _text(formats, f"oai:{tag}", text)
    head, tail = b'  <ListRecords metadataPrefix="oai_dc">\n', b"  </ListRecords>\n"
    return xml_around(root, (head, *(record_part(entry, outlet) for entry in entries), tail))


def _identify(element: Element, outlet: Outlet, path: str, entries: Entries) -> None:
    days = (last_change(entry, outlet.fixed_day) or "" for entry in entries)
    for tag, text in (
        ("repositoryName", outlet.settings.site_name),
        ("baseURL", outlet.address(path)),
        ("protocolVersion", "2.0"),
        ("adminEmail", outlet.settings.email or NOBODY),
        ("earliestDatestamp", min((outlet.fixed_day, *days))),
        ("deletedRecord", "no"),
        ("granularity", "YYYY-MM-DD"),
    ):
        _text(element, f"oai:{tag}", text)


def record_part(entry: Entry, outlet: Outlet) -> bytes:
    """A record as the repository has it, with its header."""
    element = Element("oai:record")
    header = SubElement(element, "oai:header")
    _text(header, "oai:identifier", f"oai:{outlet.domain}:{entry.slug}")
    _text(header, "oai:datestamp", last_change(entry, outlet.fixed_day) or outlet.fixed_day)
    metadata = SubElement(element, "oai:metadata")
    attributes = {
        "xmlns:oai_dc": OAI_DC,
        "xmlns:dc": DC,
        "xsi:schemaLocation": f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
    }
    dublin = SubElement(metadata, "oai_dc:dc", attributes)
    for tag, text, language in _dublin_core(entry, outlet):
        found = _text(dublin, f"dc:{tag}", text)
        if language:
            found.set("xml:lang", language)
    return xml_part(element)


def _dublin_core(entry: Entry, outlet: Outlet) -> Iterator[tuple[str, str, str]]:
    """Element, text and language of the text (empty for what has none)."""
    own, default = entry.language.value, outlet.settings.default_language
    yield "title", shown_title(entry.title), own
    yield from (("subject", outlet.name(f"t:{topic.value}", default), default) for topic in entry.topics)
    if entry.source:
        yield "publisher", entry.source.value.name, own
    yield from (("date", found.value, "") for found in (entry.published, entry.date) if found)
    yield "type", "Text", ""
    yield "identifier", outlet.address(record_path(entry)), ""
    if entry.source and entry.source.value.url:
        yield "source", entry.source.value.url, ""
    yield "language", own, ""
    yield from (("coverage", outlet.party(party.value, default), default) for party in entry.parties)
    yield "rights", entry.rights, ""


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = one_line(text)
    return element
