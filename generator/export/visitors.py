"""Files for machines that come by: `robots.txt`, and the search box as browsers add it (OpenSearch)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from generator.export.outlet import File, Outlet, xml_bytes
from generator.text.escape import one_line

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_NAME_LENGTH = 16
"""The longest `ShortName` that OpenSearch allows."""


def visitor_files(outlet: Outlet) -> Iterator[File]:
    """Everything may be read by anyone; addresses of the sitemap and the search need a site that has one."""
    sitemap = f"\nSitemap: {outlet.address('sitemap.xml')}\n" if outlet.root else ""
    yield "robots.txt", f"User-agent: *\nDisallow:\n{sitemap}".encode()
    for language in outlet.settings.languages if outlet.root else ():
        yield f"{language}/opensearch.xml", _opensearch(outlet, language)


def _opensearch(outlet: Outlet, language: str) -> bytes:
    root = Element("OpenSearchDescription", {"xmlns": NAMESPACE})
    name = one_line(outlet.settings.site_name)
    for tag, text in (("ShortName", name[:_NAME_LENGTH]), ("LongName", name[:48]), ("Description", name)):
        SubElement(root, tag).text = text
    SubElement(root, "Url", type="text/html", template=f"{outlet.address(f'{language}/search/')}?q={{searchTerms}}")
    for tag, text in (("Language", language), ("InputEncoding", "UTF-8"), ("OutputEncoding", "UTF-8")):
        SubElement(root, tag).text = text
    return xml_bytes(root)
