"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their marks, else the most likely legacy encoding.

`charset-normalizer` says how much of a mess and how coherent a candidate's text is; it cannot tell code pages
of one family apart on a page of text (Polish in windows-1252 looks clean to it), so the candidates are ranked
first by what it does not weigh: symbols inside words, and letters that no single alphabet has together.
"""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

import regex
from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What text files of the covered languages are kept in, likeliest first; names as Python and the web know them.
_LEGACY = {
    "cp1252": "windows-1252", "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1256": "windows-1256",
    "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1253": "windows-1253", "cp1257": "windows-1257",
    "cp874": "windows-874", "koi8_r": "KOI8-R", "koi8_u": "KOI8-U", "iso8859_5": "ISO-8859-5", "iso8859_6": "ISO-8859-6",
    "iso8859_2": "ISO-8859-2", "cp866": "IBM866", "kz1048": "KZ-1048", "gb18030": "GB18030", "big5": "Big5",
    "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "cp949": "EUC-KR",
}  # fmt: skip

# Letters beyond a-z and а-я of written languages, lower case: enough to know which code page was meant.
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "àâæçéèêëîïôœùûüÿ", "äöüß", "áéíñóúüçª", "ãáàâçéêíóôõúüªº", "àèéìíîòóùú", "åäöæøéü", "áðéíóúýþæö",
        "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "çğıöşüâîûi̇",
        "ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž", "ёй", "іїєґй", "іўёй", "әғқңөұүһіёй", "ђјљњћџ", "ѓѕјљњќџ", "ғқҳҷӣӯёй",
    )
)  # fmt: skip

_ODD_JOINT = regex.compile(
    r"""
      \p{L}(?=[\p{S}\p{No}¡¿¶§]) | [\p{S}\p{No}¡¿¶§](?=\p{L})                  # symbols inside words
    | \p{Ll}(?=\p{Lu}) | \p{Latin}(?=\p{Cyrillic}|\p{Greek}|\p{Arabic}|\p{Hebrew}) # capitals and scripts inside words
    | \p{Thai}(?=[๏๚๛๐-๙ฯ]) | [๏๐-๙ฯๆ](?=\p{Thai}) | [เแโใไ](?![ก-ฮ])           # Thai that nobody can read
    """,
    regex.VERBOSE,
)
_FOREIGN_LETTER = regex.compile(r"[\p{Latin}\p{Cyrillic}--[a-zа-яA-ZА-Я]]", flags=regex.VERSION1)
_NO_TEXT = regex.compile(r"[\p{Cc}\p{Co}\p{Cn}--[\t\n\r\f]]", flags=regex.VERSION1)
_SHIFTED_JAPANESE = (b"\x1b$B", b"\x1b$@")
_SAMPLE = 20_000
_LEAST_LETTERS = 0.2  # of the characters that are not blank
_MOST_MESS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with the name of its encoding; `legacy` where that was guessed, not stated by the bytes."""

    text: str
    encoding: str
    legacy: bool = False


class UndecodableError(ValueError):
    """Bytes that are no text.

    `encoding` is what they claim or seem to be (empty: nothing) and `line` where that fails; `binary`
    says that they hold NUL characters.
    """

    def __init__(self, encoding: str = "", line: int = 1, *, binary: bool = False) -> None:
        super().__init__(encoding)
        self.encoding = encoding
        self.line = line
        self.binary = binary


def decode(data: bytes) -> Decoded:
    """The text of a file, without byte-order mark.

    Raises:
        UndecodableError: for bytes that break the encoding they claim, that hold NUL characters, or that no
            encoding makes text of.
    """
    decoded = _by_mark(data) or _by_guess(data)
    if "\0" in decoded.text:
        raise UndecodableError(binary=True)
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    """The text of a file that begins with a byte-order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(text=_strict(data, encoding).removeprefix("\ufeff"), encoding=encoding)
    return None


def _by_guess(data: bytes) -> Decoded:
    """The text of a file without a mark."""
    if any(shift in data for shift in _SHIFTED_JAPANESE):
        return Decoded(text=_strict(data, "iso2022_jp"), encoding="ISO-2022-JP", legacy=True)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise UndecodableError("UTF-8", data.count(b"\n", 0, error.start) + 1) from error
    return _legacy(data)


def _strict(data: bytes, encoding: str) -> str:
    """The text in an encoding that the bytes claim."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(encoding.removesuffix("-sig").upper(), data.count(b"\n", 0, error.start) + 1) from error


def _mostly_utf8(data: bytes) -> bool:
    """Whether there are as many characters of several bytes as faults: a damaged or mixed file, not another encoding."""
    text = data.decode("utf-8", errors="replace")
    faults = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - faults
    return whole >= faults


def _legacy(data: bytes) -> Decoded:
    """The best candidate among the legacy encodings."""
    ranked = []
    for order, encoding in enumerate(_LEGACY):
        text = _plausible(data, encoding)
        if text is not None and (strangeness := _strangeness(text[:_SAMPLE], encoding)):
            ranked.append((*strangeness, order, encoding, text))
    if not ranked:
        raise UndecodableError(binary=b"\0" in data)
    *_, best, text = min(ranked)
    return Decoded(text=text, encoding=_LEGACY[best], legacy=True)


def _plausible(data: bytes, encoding: str) -> str | None:
    """The text in this encoding if it decodes to characters that texts have."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    letters = sum(unicodedata.category(character)[0] in "LM" for character in sample)
    shown = sum(not character.isspace() for character in sample)
    return None if _NO_TEXT.search(text) or letters < shown * _LEAST_LETTERS else text


def _strangeness(sample: str, encoding: str) -> tuple[int, int, float, float] | None:
    """How unlikely a text is, smaller is better; `None` where `charset-normalizer` sees no text in it."""
    match = from_bytes(sample.encode(encoding), cp_isolation=[encoding], threshold=_MOST_MESS).best()
    if match is None:
        return None
    odd = len(_ODD_JOINT.findall(sample))
    letters = [letter.lower() for letter in _FOREIGN_LETTER.findall(sample)]
    outside = min(sum(letter not in alphabet for letter in letters) for alphabet in _ALPHABETS)
    return odd, outside, match.chaos, -match.coherence
