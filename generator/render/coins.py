"""Records of a list as reference managers find them there: COinS (OpenURL context objects in `span` elements, Z39.88-2004)."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from markupsafe import Markup

from generator.model import Entry
from generator.render.html import html
from generator.text.citing import cited_date, paired, shown_title
from generator.text.escape import one_line, safe_text

_HEAD = (("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"), ("rft.type", "newspaperArticle"))


def coins(entry: Entry, address: str | None) -> Markup:
    """A record as an empty `span`; `address` is its permanent one, where the site has any."""
    fields = (
        ("rft.title", shown_title(entry.title)),
        ("rft.source", entry.source.value.name if entry.source else None),
        ("rft.date", cited_date(entry)),
        ("rft.language", entry.language.value),
        ("rft.identifier", address),
    )
    said = [(key, paired(one_line(safe_text(value)))) for key, value in fields if value]
    return html('<span class="Z3988" title="{}"></span>', urlencode([*_HEAD, *said], quote_via=quote, safe=":/"))
