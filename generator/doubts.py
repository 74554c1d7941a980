"""Every code a doubt may carry, worded in English; the catalogues translate the wording.

D1 the file · D2 the front matter · D3 the text · D4 the facts · D5 the archive. `%(name)s` are filled
from `Doubt.values`.
"""

from __future__ import annotations

from collections.abc import Mapping


def N_(message: str) -> str:
    """Mark a message for extraction; it is translated where it is shown."""
    return message


CODES: Mapping[str, str] = {
    # D1 the file
    "D101": N_("a symbolic link is never followed; put the file itself into the seeds folder"),
    "D102": N_("this is no plain file; only text files can be seeds"),
    "D103": N_("the file is empty"),
    "D104": N_("the file has %(size)s bytes, more than the 1,000,000 allowed; divide it or cut it"),
    "D105": N_("the file is binary (it holds NUL characters), not text"),
    "D106": N_("the text cannot be decoded as %(encoding)s; save it as UTF-8"),
    "D107": N_("the text is in %(encoding)s; save it as UTF-8"),
    "D108": N_("the file name %(name)s is not portable; use a-z, 0-9 and hyphens"),
    "D109": N_("the file name %(name)s gives no address; rename the file to letters and digits"),
    "D110": N_("the file cannot be read: %(reason)s"),
    "D111": N_("the file has front matter but no text"),
    # D21 dates as EDTF
    "D210": N_("the date is empty; write 2023-11-01, 2023-11 or 2023, or leave the line out"),
    "D211": N_("%(value)s has no month %(month)s; write %(write)s or %(or)s"),
    "D212": N_("%(value)s has no such day, the month has %(days)s; write %(write)s or %(or)s"),
    "D213": N_("%(value)s ends before it begins; write %(write)s"),
    "D214": N_("%(value)s is not written as EDTF; write %(write)s"),
    "D215": N_("%(value)s is no EDTF date; write 2023-11-01, 2023-11, 2023 or, without a year, XXXX-11-01"),
}
