"""Words as search counts them; theme_overrides/assets/search/words.js does the same for what a reader types.

A token is cut from the text as written, then folded into one or several surfaces: elided articles off, numbers
with their digits joined, scripts without spaces as pairs of letters, compounds both whole and in parts.
"""

from __future__ import annotations

import regex

from generator.text.fold import fold

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts read in pairs: Thai, Lao, Burmese, Khmer, Kana, Han, Hangul (whose particles join the word)."""
TOKEN = regex.compile(
    r"\p{Nd}+(?:[.,٫٬'’\u00a0\u202f ]\p{Nd}+)*"
    rf"|[{UNSPACED}々〆ー]+"
    rf"|[[\p{{L}}\p{{N}}]--[{UNSPACED}]][[\p{{L}}\p{{N}}\p{{M}}ـ'’ʼʻ‘\u00ad\u200c\u200d-]--[{UNSPACED}]]*",
    regex.V1,
)
THOUSANDS = regex.compile(r"(?<![\d.,])\d{1,3}(?:[.,'٬ ]\d{3})+(?![\d])")
_DECIMAL = regex.compile(r"\d+[.,٫]\d+")
_ELISION = regex.compile(r"^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|dall|sull|un)'(?=.)")
_FIRST_UNSPACED = "\u0e00"
_UNSPACED = regex.compile(rf"[{UNSPACED}]")
_PARTS = regex.compile(r"[-\u200c]+")


def tokens(text: str) -> list[str]:
    """The tokens of a text as written."""
    return TOKEN.findall(text)


def surfaces(token: str) -> tuple[tuple[str, str], ...]:
    """What a token is found by: folded surface and, for stemmers, the same unfolded in lower case."""
    if token[0] < _FIRST_UNSPACED and token.isalpha() and not (folded := fold(token)).count("'") and "ـ" not in token:
        return ((folded, token.lower()),) if folded else ()  # the common case: letters and nothing else
    if token[0].isdecimal():
        return tuple((number, "") for number in numbers(token))
    if _UNSPACED.match(token):
        return tuple((pair, "") for pair in pairs(fold(token)))
    parts = [part for part in _PARTS.split(token) if part.strip("'’ʼʻ‘ـ")]
    whole = [token] if len(parts) > 1 else parts
    return tuple(filter(None, (_surface(each) for each in dict.fromkeys([*whole, *(parts if len(parts) > 1 else ())]))))


def _surface(part: str) -> tuple[str, str] | None:
    """One word without elision, possessive, hyphens and apostrophes; `None` where nothing is left."""
    folded = word(fold(part))
    raw = part.lower().translate(_PLAIN)
    raw = _ELISION.sub("", raw).removesuffix("'s").replace("'", "").replace("-", "")
    return (folded, raw) if folded else None


_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "\u200c": None, "\u200d": None, "\u00ad": None, "ـ": None})


def word(folded: str) -> str:
    """A folded word without elision, possessive, hyphens and apostrophes."""
    return _ELISION.sub("", folded.strip("'-")).removesuffix("'s").replace("'", "").replace("-", "")


def numbers(token: str) -> list[str]:
    """`17 000` → 17000, `18,7` → 18.7, `01.05.2023` → three numbers."""
    found: list[str] = []
    text = fold(token)
    end = 0
    for joined in THOUSANDS.finditer(text):
        found += _plain_numbers(text[end : joined.start()])
        found.append(regex.sub(r"\D", "", joined[0]))
        end = joined.end()
    return found + _plain_numbers(text[end:])


def _plain_numbers(text: str) -> list[str]:
    """Numbers of a piece without joined thousands."""
    found: list[str] = []
    for piece in regex.split(r"[ ']", text):
        if _DECIMAL.fullmatch(piece):
            found.append(regex.sub(r"[,٫]", ".", piece))
        else:
            found += regex.findall(r"\d+", piece)
    return found


def pairs(run: str) -> list[str]:
    """Each two neighbours of a run, and its last letter alone, so that every letter begins a surface."""
    return [run[at : at + 2] for at in range(len(run) - 1)] + [run[-1:]]
