"""The language of a text: which, in which script and direction, and how sure.

CLD2 (through `pycld2`) reads the long lines of the text, so that the short lines of a web page do
not win; where it finds several languages, the lines vote by their letters. What it cannot tell
(texts of a few words, vocalised Arabic, writing systems with letters of their own) is told by letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import pycld2
import regex

from generator.model import Language
from generator.text.alphabets import EAST_ASIAN, LACKING, LITTLE, OWN_LETTERS, SCRIPTS, SIMPLIFIED, SOLE, TRADITIONAL, USUAL
from generator.text.bidi import direction_of

UNKNOWN = "und"
_UNREADABLE = regex.compile(r"[\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Cf}]+")
_VOWEL_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670\u0591-\u05c7]+")
_NO_WORDS = regex.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+|\b[\w-]+\.(?:com|org|net|info|gov|int|[a-z]{2})\b")
_LONG_LINE = 40
_CLEAR = 0.8
_VOTING_LINES = 40
_SURE_LENGTH = 45
"""A shorter text is not guessed at: two words, or names, may be of any language."""
_HEAD = 160
"""How many characters of a line tell its script."""

_CLD2_CODES = {
    "iw": "he",
    "jw": "jv",
    "no": "nb",
    "tl": "fil",
    "mo": "ro",
    "sr-ME": "sr",
    "zh-Hant": "zh",
    "in": "id",
    "ji": "yi",
    "bh": "bho",
}
_LATIN = re.compile("[A-Za-z]")
_SCRIPT = regex.compile("|".join(rf"(?P<{name}>\p{{Script={name}}})" for name in SCRIPTS))
_MALAYIC_INDONESIAN = regex.compile(r"\b(?:bahwa|karena|Selasa|Rabu|Jumat|Minggu|kerja sama|Uni Eropa|tersebut|Republik Indonesia)\b")

_SHORT_TEXT, _FEW_LITTLE = 400, 4
_LATIN_WORD = regex.compile(r"\p{Latin}+")

_KURMANJI = regex.compile(r"[êî].*\bû\b.*\b(?:li|ji|bi|di|ku)\b")
"""Kurdish in Latin letters, which CLD2 does not know: its word for "and" before a preposition of its own."""


def identify(text: str) -> Language:
    """The language of a text as BCP 47 (`und` where nobody can tell), with script, direction and confidence."""
    code, script, confidence = _told(tuple(_telling_lines(_readable(text))))
    return Language(code=code, script=script, direction=direction_of(text, code), confidence=confidence)


@lru_cache(maxsize=4)
def _told(lines: Sequence[str]) -> tuple[str, str, float]:
    """Code, script and confidence that the telling lines give; a page and its article often have the same ones."""
    script = _script("\n".join(lines)[: 10 * _HEAD])
    code, confidence = _by_cld2(lines, script) or _by_letters(lines, script)
    if _is_foreign(code, lines):
        code, confidence = _by_letters(lines, script)
    if code in LITTLE and (other := _by_little_words(lines, code)):
        code, confidence = other, 0.8
    return *_written(code, script, lines), round(confidence, 3)


def _readable(text: str) -> str:
    """The text without addresses, vowel signs, and characters that CLD2 refuses."""
    if "://" in text or "@" in text or "www." in text:
        text = _NO_WORDS.sub(" ", text)
    text = text if text.isascii() else _VOWEL_SIGNS.sub("", text)
    return text if text.replace("\n", "").isprintable() else _UNREADABLE.sub(_blank, text)


def _blank(found: regex.Match[str]) -> str:
    return "\n" if "\n" in found.group() else " "


def _telling_lines(text: str) -> list[str]:
    """The lines that are long enough to be article, in the script of most of them; all where none is."""
    lines = [line for line in text.split("\n") if line.strip()]
    lines = [line for line in lines if _is_long(line)] or lines
    if len(lines) < 2:
        return lines
    scripts = [_script(line[:_HEAD]) for line in lines]
    weights: Counter[str] = Counter()
    for script, line in zip(scripts, lines, strict=True):
        weights[script] += len(line)
    main = weights.most_common(1)[0][0]
    kin = EAST_ASIAN if main in EAST_ASIAN else {main}
    return [line for script, line in zip(scripts, lines, strict=True) if script in kin]


def _is_long(line: str) -> bool:
    """Whether a line has a sentence's length, which in East Asian writing is a third."""
    return len(line) >= _LONG_LINE or (len(line) >= _LONG_LINE // 3 and _script(line) in EAST_ASIAN)


def _by_cld2(lines: Sequence[str], script: str) -> tuple[str, float] | None:
    """What CLD2 says of the lines together or, if they differ, the vote of each by its length."""
    whole = detect("\n".join(lines))
    if whole is None or (whole[1] < _CLEAR and len(lines) > 1):
        votes: Counter[str] = Counter()
        for line in sorted(lines, key=len, reverse=True)[:_VOTING_LINES]:
            found = detect(line)
            if found is not None and _may_be(found[0], script):
                votes[found[0]] += len(line)
        if votes:
            code, letters = votes.most_common(1)[0]
            return code, 0.95 * letters / votes.total()
    return whole if whole is not None and _may_be(whole[0], script) else None


def _may_be(code: str, script: str) -> bool:
    """Whether a language is written in the script that the text has (no Latin-script language in Hebrew letters)."""
    usual = "Hani" if code == "zh" else USUAL.get(code, "Latn")
    return usual == script or {usual, script} <= EAST_ASIAN or (script not in SOLE and usual not in SOLE)


def detect(text: str) -> tuple[str, float] | None:
    """The first language CLD2 sees and its share of the text (0–1), lowered where it is unsure; `None` where it sees none.

    A text of a few words is not guessed at.
    """
    try:
        reliable, _, ranking = pycld2.detect(text, isPlainText=True, bestEffort=len(text) >= _SURE_LENGTH)
    except pycld2.error:
        return None
    _, code, percent, _ = ranking[0]
    if code == "un" or code.startswith(("xx-", "zz", "tlh", "xxx")):
        return None
    return _CLD2_CODES.get(code, code), percent / 100 * (1 if reliable else 0.6)


def _by_letters(lines: Sequence[str], script: str) -> tuple[str, float]:
    """The language that a script, or letters of its own within one, make likely; `und` where they do not."""
    if script in SOLE:
        return SOLE[script], 0.7
    letters = Counter("".join(lines).lower())
    scores = {code: sum(letters[each] for each in own) for code, own in OWN_LETTERS.get(script, ())}
    best = max(scores, key=lambda code: scores[code], default=UNKNOWN)
    return (best, 0.5) if scores.get(best) else (UNKNOWN, 0.0)


def _by_little_words(lines: Sequence[str], code: str) -> str | None:
    """The language whose little words stand in a short text that has none of its supposed language's own."""
    text = " ".join(lines)
    words = _LATIN_WORD.findall(text.lower()) if len(text) <= _SHORT_TEXT else []
    counts = {each: sum(word in little for word in words) for each, little in LITTLE.items()}
    best = max(counts, key=lambda each: counts[each])
    return best if counts[code] == 0 and counts[best] >= _FEW_LITTLE else None


def _is_foreign(code: str, lines: Sequence[str]) -> bool:
    """Whether a text has several letters that the alphabet of a language lacks."""
    lacking = LACKING.get(code)
    return lacking is not None and len(lacking.findall("".join(lines))) > 3


def _written(code: str, script: str, lines: Sequence[str]) -> tuple[str, str]:
    """Code and script as they are written together: `zh-Hant`, `sr-Latn`, `uz-Cyrl`, Sorani for Kurdish in Arabic."""
    if code == "zh":
        return _chinese("".join(lines))
    if code == "ku" and script == "Arab":
        return "ckb", script
    if code == "ms" and len(_MALAYIC_INDONESIAN.findall("\n".join(lines))) > 1:
        return "id", script
    if script == "Latn" and _KURMANJI.search("\n".join(lines)):
        return "ku", script
    if code in ("ja", "ko"):
        return code, {"ja": "Jpan", "ko": "Kore"}[code]
    if code == UNKNOWN or script == USUAL.get(code, "Latn"):
        return code, script
    return f"{code}-{script}", script


def _chinese(text: str) -> tuple[str, str]:
    """Simplified or traditional, by the characters that differ."""
    counts = Counter(text)
    simplified = sum(counts[each] for each in SIMPLIFIED - TRADITIONAL)
    traditional = sum(counts[each] for each in TRADITIONAL - SIMPLIFIED)
    script = "Hant" if traditional > simplified else "Hans"
    return f"zh-{script}", script


def _script(text: str) -> str:
    """The ISO 15924 code of the script of most letters; Japanese and Korean by their own share of them."""
    if text.isascii():
        return "Latn" if _LATIN.search(text) else "Zyyy"
    met = set(map(_SCRIPT_OF.__getitem__, set(text))) - {None}
    if len(met) == 1:
        return str(met.pop())
    counts = Counter(map(_SCRIPT_OF.__getitem__, text))
    del counts[None]
    if not counts:
        return "Zyyy"
    if counts["Jpan"] * 8 > counts["Hani"]:
        counts["Jpan"] += counts.pop("Hani", 0)
    if counts["Kore"] * 2 > counts["Hani"]:
        counts["Kore"] += counts.pop("Hani", 0)
    return str(counts.most_common(1)[0][0])


class _ScriptOf(dict[str, str | None]):
    """The ISO 15924 code of each letter's script met so far; `None` for what is no letter of a known one."""

    def __missing__(self, character: str) -> str | None:
        found = _SCRIPT.match(character)
        self[character] = SCRIPTS[found.lastgroup] if found and found.lastgroup else None
        return self[character]


_SCRIPT_OF = _ScriptOf()
