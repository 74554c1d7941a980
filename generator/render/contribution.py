"""What the contribute page's form says and knows: its words in an interface language, and where a new file is written.

The theme prints the form (`partials/contribute.html`), `assets/contribute.js` fills in what it says. Each home page
carries both mappings in its front matter, as it carries the words of the frame.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.doubts import N_
from generator.render.frame import Frame
from generator.render.labels import RIGHTS
from generator.text.repository import new_file

WORDS: Mapping[str, str] = {
    "text": N_("The text"),
    "text_hint": N_("As it came, in its own language, the title first. Rests of the page may stay; they are taken off later."),
    "title": N_("Title"),
    "title_hint": N_("Only where the text does not begin with it."),
    "date": N_("Day of the event"),
    "date_hint": N_("As 2023-11-01; where less is known 2023-11, 2023, or XXXX-11-01 without a year. Leave empty what you do not know."),
    "published": N_("Day of publication"),
    "published_hint": N_("Where the text itself or its page says it."),
    "source": N_("Published by"),
    "source_hint": N_("The newspaper, agency or ministry."),
    "url": N_("Its address on the web"),
    "url_hint": N_("The page it was taken from."),
    "rights": N_("Rights"),
    "rights_hint": N_("What the archive may publish of it."),
    "rights_unstated": N_("I do not know"),
    "name": N_("File name"),
    "name_hint": N_("Small letters a to z, digits and hyphens. It becomes the address of the record."),
    "seen": N_("What your browser sees"),
    "length": N_("Characters"),
    "direction": N_("Direction"),
    "invisible": N_("Invisible characters"),
    "file": N_("The file"),
    "open": N_("Continue on GitHub"),
    "copy": N_("Copy the file"),
    "without_script": N_("The form needs JavaScript. Without it, write the file by hand, as told below."),
    "no_repository": N_(
        "This archive does not say where its files are kept, so nothing can be opened from here. Copy the file, save it in the folder "
        "seeds/ of the archive, and check it on the command line, as told below."
    ),
}
"""What stands in the form."""

SAYS: Mapping[str, str] = {
    "none": N_("none"),
    "ltr": N_("left to right"),
    "rtl": N_("right to left"),
    "taken": N_("%(name)s (%(character)s), line %(line)s: taken out"),
    "lost": N_("%(name)s (%(character)s), line %(line)s: a character was lost here; put it in from the original"),
    "more": N_("and %(count)s more"),
    "needed": N_("Paste the text here."),
    "large": N_("The text is larger than a file may be (1,000,000 bytes)."),
    "day": N_("This is no date; write 2023-11-01, 2023-11, 2023 or, without a year, XXXX-11-01."),
    "address": N_("This is no address of the web; write it as https://example.org/page."),
    "publisher": N_("Say who published it, too."),
    "portable": N_("Write small letters a to z, digits and single hyphens, and no word that systems keep for themselves."),
    "mend": N_("Mend what is marked, then try again."),
    "opened": N_(
        "GitHub opens in a new window with the file filled in (sign in first). Press “Commit changes”, then “Propose changes”: a copy "
        "of the archive and a pull request follow by themselves."
    ),
    "again": N_("Open it again"),
    "long": N_("The text is too long to go along with an address. Copy the file, open GitHub, and paste it there."),
    "blank": N_("Open GitHub with the file name filled in"),
    "copied": N_("Copied."),
    "select": N_("The file is marked; copy it with your keyboard or its menu."),
}
"""What the script says; `%(…)s` are filled in by it."""


def contribution(frame: Frame) -> Mapping[str, object]:
    """All that the form needs, as a value of a page's front matter."""
    return {
        "words": {key: frame.gettext(message) for key, message in WORDS.items()},
        "says": {key: frame.gettext(message) for key, message in SAYS.items()},
        "rights": {key: frame.gettext(message) for key, message in RIGHTS.items()},
        "new": new_file(frame.settings),
    }
