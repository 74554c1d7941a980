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
    "D112": N_("the file name %(name)s is the name of a page; rename the file"),
    "D113": N_("this is not read: only files whose names end in .txt, directly in the folder, are seeds"),
    "D114": N_("the file is no text in any known encoding; save it as UTF-8"),
    "D115": N_("the file name %(name)s differs from %(other)s only in capitals or accents; some systems keep only one of them"),
    "D116": N_("the file name %(name)s is kept for a device on Windows; rename the file"),
    "D117": N_("the file name is longer than the %(longest)s characters of an address, which is cut; shorten it"),
    "D120": N_("the invisible character %(character)s (%(name)s) turns text round; it is taken out"),
    "D121": N_("the invisible character %(character)s (%(name)s) has no counterpart on its line; it is balanced"),
    "D122": N_("the invisible character %(character)s (%(name)s) stands in the text; delete it"),
    "D123": N_("the control character %(character)s (%(name)s) is taken out"),
    "D124": N_("%(character)s (%(name)s) stands where a character was lost; put it in from the original"),
    # D2 the front matter
    "D201": N_("the date %(because)s"),
    "D202": N_("the front matter is not closed; write a line of --- after its last key"),
    "D203": N_('this is no YAML (%(problem)s); write key: value, and put values with : # or quotation marks into "…"'),
    "D204": N_("there is no key %(key)s; did you mean %(write)s?"),
    "D205": N_("there is no key %(key)s; write one of %(known)s, or leave the line out"),
    "D206": N_("the key %(key)s stands already on line %(line)s; leave one of the two out"),
    "D207": N_("anchors, aliases and tags (%(kind)s) are not read; write the value itself, in quotation marks if it begins so"),
    "D208": N_("the front matter is longer than the %(size)s characters allowed; shorten it"),
    "D209": N_("the character %(character)s cannot be shown; leave it out"),
    # D21 dates as EDTF
    "D210": N_("is empty; write 2023-11-01, 2023-11 or 2023, or leave the line out"),
    "D211": N_("%(value)s has no month %(month)s; write %(write)s or %(or)s"),
    "D212": N_("%(value)s has no such day, the month has %(days)s; write %(write)s or %(or)s"),
    "D213": N_("%(value)s ends before it begins; write %(write)s"),
    "D214": N_("%(value)s is not written as EDTF; write %(write)s"),
    "D215": N_("%(value)s is no EDTF date; write 2023-11-01, 2023-11, 2023 or, without a year, XXXX-11-01"),
    "D216": N_("lists and mappings are nested too deeply here; write key: value, or key: [value, value]"),
    "D217": N_("%(key)s takes one text; write %(key)s: value"),
    "D218": N_("%(key)s takes a list; write %(key)s: %(write)s"),
    "D219": N_("%(key)s takes a list; write %(key)s: and below it, for each, - {name: …, url: …}"),
    "D220": N_("%(value)s is no day of the calendar; write it as 2023-11-01"),
    "D221": N_("%(value)s is no language code of BCP 47; write %(write)s"),
    "D222": N_("%(value)s is no degree of rights; write one of %(write)s"),
    "D223": N_("%(value)s is no address of the web; write it as https://example.org/page"),
    "D224": N_("%(value)s cannot be an id under %(key)s; write it as %(write)s"),
    "D225": N_("%(key)s is empty; write a value or leave the line out"),
    "D226": N_("%(value)s stands twice under %(key)s; leave one out"),
    "D227": N_("%(key)s takes a name and an address; write {name: …, url: …}"),
    "D228": N_("%(key)s needs a name; write {name: …, url: …}"),
    "D229": N_("%(key)s takes a list; write for each correction - {key: date, was: what stood there, on: 2023-11-01}"),
    "D230": N_("%(value)s under %(key)s is not known; did you mean %(write)s?"),
    "D231": N_("%(value)s under %(key)s is not known; write an id of the archive's data, or leave it out"),
    "D232": N_("%(value)s is written as a language code, but no language is known by it"),
    "D233": N_("%(value)s is no fact that can be corrected; write one of %(write)s"),
    "D240": N_("no side of the relation was found; write parties: with two ids, as in parties: [FRA, KAZ]"),
    "D241": N_("only %(party)s was found as a side of the relation; write parties: with two ids, as in parties: [FRA, KAZ]"),
    "D242": N_("nobody says who published this text; write source: {name: …, url: …}"),
    "D243": N_("neither the day of the event nor that of publication is known; write date: or published:"),
    "D244": N_("the day of the event is not known, only that of publication; write date: if you know it"),
    "D245": N_("nobody says what may be published; it is taken for %(rights)s; write rights: open, permission or citation-only"),
    "D246": N_("%(key)s %(value)s lies in the future (today is %(today)s); correct the year"),
    "D247": N_("the seed was changed on %(changed)s, before it was added on %(added)s; correct one of the two"),
    "D251": N_("nobody says why the record was withdrawn; write reason: and one of %(write)s"),
    "D252": N_("%(value)s is no reason for a withdrawal; write %(write)s"),
    # D3 the text
    "D301": N_("“%(text)s” may be a rest of the web page; delete the line if it is no part of the article"),
    "D302": N_("“%(text)s” stands in %(count)s other seeds too; delete the line if it is no part of the article"),
    "D303": N_(
        "“%(text)s” stands in %(count)s seeds of %(source)s; if it is no part of the articles, add it to the lines of this outlet "
        "in generator/data/sources.yml"
    ),
    # D4 the facts
    "D400": N_("%(value)s may also be read as %(other)s; state the date"),
    "D401": N_("%(value)s is not a %(weekday)s; one of them is wrong"),
    "D402": N_("%(value)s was taken for the day of the event, but the text also names %(others)s"),
    "D403": N_("the text names no year for %(value)s; state the date if you know it"),
    "D404": N_("%(value)s stands on the page, but the text calls another weekday today; it was not taken for the day of publication"),
    # D43 names and sides
    "D430": N_("%(name)s may also mean %(other)s; it was taken for %(taken)s"),
    "D431": N_("%(key)s is stated as %(stated)s, but the text speaks for %(found)s; the statement stands"),
    "D432": N_("it is not sure that %(party)s is a side of the relation; state parties: if you know"),
    "D433": N_("%(party)s is stated as a side, but the text does not name it"),
    # D5 the archive
    "D500": N_("%(other)s has the same address, /records/%(address)s/; neither is published until one is renamed"),
    "D501": N_("the former name %(alias)s is the address of another record, %(other)s; it does not redirect"),
    "D505": N_("%(other)s has had the address /records/%(address)s/ since it was published; this seed is published when it is renamed"),
    "D502": N_("the former name %(alias)s is claimed by %(other)s too; leave it to one of them"),
    "D503": N_("there is no record %(value)s under same_event; write the name of a seed without .txt"),
    "D504": N_("same_event names this very record, %(value)s; write the other one, or leave the line out"),
    "D506": N_("the former name %(alias)s is the address of this very record; leave it out"),
    "D510": N_("%(share)s%% of this text and of %(other)s are the same; keep one of them, or write same_event: if both should stay"),
    "D511": N_("this seems to tell of the same event as %(other)s; if it does, write same_event: %(id)s"),
    "D512": N_("%(url)s is the source of %(other)s too; is this the same text?"),
    "D513": N_("this text is that of %(other)s, letter by letter; keep one of them, and write the name of the other under aliases:"),
    "D520": N_(
        "the published address /records/%(address)s/ leads nowhere; restore %(name)s.txt, name %(name)s under aliases: of the record "
        "that took its place, or write %(name)s.gone.yml with the reason"
    ),
    "D521": N_("%(name)s says that this record was withdrawn; it is not published until one of the two files is deleted"),
}
