"""A summary that strangers' code wrote, made harmless: `preview.py SUMMARY RUN_URL` prints the comment for a pull request.

`chancery report` escapes what it writes, but on a pull request it is the pull request's own code that ran, so nothing
of the file is believed. A line passes when it is of the few shapes below and every character in it is inert;
any other line is shown as literal text. Uses the standard library alone: nothing is installed where a token may write.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import unicodedata
from pathlib import Path

MARK = "<!-- chancery summary -->"
LONGEST = 55_000  # characters; GitHub refuses a comment of more than 65,536
LARGEST = 1_000_000  # bytes that are read at all
JOINER = "\u2060"
ISOLATES, CLOSER = "\u2066\u2067\u2068", "\u2069"
KEPT = frozenset(ISOLATES + CLOSER + JOINER + "\u200c\u200d\u200e\u200f\u061c")

# ASCII punctuation that neither Markdown nor GitHub reads as anything where it stands alone.
PLAIN = r"[^\x00-\x1f\x7f&<>\"'`*_\[\]{}\\|~^$+=#@/:]|:(?=[ |\u2068\u2069]|$)"
# References of inert characters; of those that call or join (`#`, `-`, `.`, `@`, `:` before `/`) only with a word joiner.
REFERENCE = r"&#(?:3[346-9]|4[0-47]|58(?!;&#47;)|6[0-3]|9[1-6]|12[3-6]|8288);|&#(?:35|45|46|58|64);&#8288;"
PIECE = rf"(?:{PLAIN}|{REFERENCE}|<br>)*"
SHAPES = re.compile(rf"(?:#{{2,4}} )?{PIECE}|\|(?:---\|)+|\|(?:{PIECE}\|)+")
CALLING = re.compile(r"www\.|\bGH-\d|://", re.IGNORECASE)
LIVE = re.compile(r"""[!-,\-./:;<=>?@\[\\\]^_`{|}~]""")
RUN = re.compile(r"https://[\w.-]+(?:/[\w.-]+){2}/actions/runs/\d+(?:/attempts/\d+)?", re.ASCII)


def harmless(line: str) -> str:
    """One line that can call nobody, run or load nothing, and turn nothing round."""
    shown = "".join(each for each in line if each in KEPT or not unicodedata.category(each).startswith("C")).rstrip()
    if not SHAPES.fullmatch(shown) or CALLING.search(shown):
        shown = LIVE.sub(lambda found: f"&#{ord(found[0])};" + ("&#8288;" if found[0] in "#-.:@" else ""), shown)
    return shown if balanced(shown) else "".join(each for each in shown if each not in ISOLATES + CLOSER)


def balanced(line: str) -> bool:
    """Whether every isolate of a line is closed, and nothing else is."""
    depth = 0
    for each in line:
        depth += (each in ISOLATES) - (each == CLOSER)
        if depth < 0:
            return False
    return depth == 0


def comment(summary: bytes, run: str) -> str:
    """The whole comment: the summary as far as it fits, and where the built site is."""
    lines, length, cut = [], 0, False
    for line in map(harmless, summary.decode("utf-8", "replace").splitlines()):
        length += len(line) + 1
        cut = length > LONGEST
        if cut:
            break
        lines.append(line)
    told = ["The summary is longer; the rest stands on the page of the run.", ""] if cut else []
    if not RUN.fullmatch(run):
        raise SystemExit(f"no address of a run: {run!r}")
    way = f"[The whole run]({run}) offers the built site to download (artifact `site`: unpack it, open `index.html`)."
    warning = "The code of this pull request wrote the summary above; before merging, read the changed files themselves."
    return "\n".join((MARK, *lines, "", *told, "---", "", way, warning)) + "\n"


def read(path: Path) -> bytes:
    """The beginning of a plain file; a link or a device is not followed."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise SystemExit(f"{path} is no plain file")
        return file.read(LARGEST)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(comment(read(Path(sys.argv[1])), sys.argv[2]))
