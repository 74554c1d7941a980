"""Seed text made harmless: the same words, whatever Markdown, HTML or YAML would have read into them.

Numeric references, not backslashes: they hold in Markdown, inside raw HTML and inside attributes alike, and
every extension of Python-Markdown leaves them alone. What stands beside letters without a meaning stays as it is.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence

from generator.text.bidi import EMBEDDINGS, ISOLATE_CLOSER, ISOLATE_OPENERS

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_BLANKS = re.compile("  +")

# One alternative a reason; the rest of ASCII punctuation (`, ; %` and most `. - ( ) : ! ?`) stays readable.
_LIVE = re.compile(
    r"""
      [&<>"'`*_\[\]{}\\|~^$+=\#@/]   # markup of Markdown, HTML, attribute lists, macros, mathematics, links
    | ^[-:!?.(),;%]                  # the first character of a line may open a block
    | (?<=-)- | -(?=-)               # dashes of typography, rules, arrows
    | (?<=\.)\. | \.(?=\.)           # dots of typography
    | (?<=!)! | !(?=[!\w]) | (?<=\?)\? | \?(?=[?\w])   # boxes, references to issues
    | :(?=\S) | (?<=^:):             # symbols by name, addresses
    | \((?=[A-Za-z]{1,2}\))          # marks such as those of copyright
    """,
    re.VERBOSE,
)
_LIVE_HEAD = re.compile(r"\(?[\w-]+[.):]")  # `1.`, `a)`, `(2)`, `key:`: a list or metadata at the start of a line
_WORLD_WIDE = re.compile(r"(?<=www)\.", re.IGNORECASE)
_LIVE_IN_ATTRIBUTE = re.compile(r"""[&<>"'`*_\[\]{}\\|~^$+]""")
_TURNING = re.compile(f"[{''.join(sorted({*EMBEDDINGS, *ISOLATE_OPENERS, ISOLATE_CLOSER}))}]")
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _reference(match: re.Match[str]) -> str:
    """The numeric reference of one character."""
    return f"&#{ord(match[0])};"


def printable(text: str) -> str:
    """`text` with the characters that XML 1.0 does not allow (controls, lone surrogates) as U+FFFD."""
    return text if text.isprintable() else _NOT_XML.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` on one line: every break or tabulator is a space, runs of spaces are one."""
    if text.isprintable() and "  " not in text:  # most are, and need no search
        return text
    return _BLANKS.sub(" ", printable(_BREAKS.sub(" ", text)))


def literal(text: str, *, inside: bool = False) -> str:
    """Markdown on one line that renders as the same literal text, with white space folded.

    `inside` keeps a space at either end, for a piece in the midst of a line (between two marks).
    """
    line = one_line(text)
    words = line.strip(" ")
    if not words:
        return line if inside else ""
    head = _LIVE_HEAD.match(words)
    cut = head.end() if head else 0
    start = "".join(character if character.isalnum() else f"&#{ord(character)};" for character in words[:cut])
    shown = start + _rest(words, cut)
    return line.replace(words, shown, 1) if inside else shown


def _rest(line: str, cut: int) -> str:
    """The line from `cut` on, escaped in its surroundings."""
    parts, last = [], cut
    for match in _LIVE.finditer(line, cut):
        parts += [line[last : match.start()], _reference(match)]
        last = match.end()
    return _WORLD_WIDE.sub("&#46;", "".join(parts) + line[last:])


def attribute(text: str) -> str:
    """The value of an HTML attribute to be written between double quotes, in HTML or in Markdown; one line."""
    return _LIVE_IN_ATTRIBUTE.sub(_reference, one_line(text))


def read_back(mapping: Mapping[str, object]) -> dict[str, object]:
    """Front matter as whoever reads the page's file has it: every string escaped as HTML."""
    return {str(_escaped(key)): _escaped(value) for key, value in mapping.items()}


def front_value(value: object) -> str:
    """A value of a page's front matter: JSON (which YAML reads) with HTML escaped inside every string.

    MkDocs prints titles and descriptions unescaped, hence the HTML. Takes `None`, booleans, numbers,
    strings, sequences and mappings of these.

    Raises:
        TypeError: for anything else.
        ValueError: for a number that JSON does not have.
    """
    shown = _JSON.encode(_escaped(value))
    return _NOT_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", shown)


def _escaped(value: object) -> object:
    """The value with every string in it printable and HTML-escaped."""
    if isinstance(value, str):
        return html.escape(printable(value))
    if isinstance(value, Mapping):
        return {_escaped(str(key)): _escaped(each) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [_escaped(each) for each in value]
    return value


def front_matter(mapping: Mapping[str, object]) -> str:
    """The whole block between `---` lines, one key a line, with the line break after it."""
    lines = (f"{front_value(key)}: {front_value(value)}\n" for key, value in mapping.items())
    return f"---\n{''.join(lines)}---\n"


def safe_text(text: str) -> str:
    """`text` that cannot turn its neighbours round: no embeddings or overrides, isolates balanced on each line.

    Joiners and the invisible direction marks stay: languages are written with them.
    """
    if not _TURNING.search(text):
        return text
    return "\n".join(_balanced(line) for line in text.split("\n"))


def _balanced(line: str) -> str:
    """One line without embeddings, without closers that close nothing, and with every isolate closed."""
    kept, depth = [], 0
    for character in line:
        if character in EMBEDDINGS:
            continue
        if character in ISOLATE_OPENERS:
            depth += 1
        elif character == ISOLATE_CLOSER:
            if not depth:
                continue
            depth -= 1
        kept.append(character)
    return "".join(kept) + ISOLATE_CLOSER * depth
