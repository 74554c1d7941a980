"""Scripts and alphabets: what tells languages apart by their letters, and a few by their commonest little words."""

from __future__ import annotations

import regex

EAST_ASIAN = frozenset({"Hani", "Jpan", "Kore"})
SCRIPTS = {
    "Latin": "Latn", "Cyrillic": "Cyrl", "Arabic": "Arab", "Hebrew": "Hebr", "Greek": "Grek", "Han": "Hani", "Hiragana": "Jpan",
    "Katakana": "Jpan", "Hangul": "Kore", "Thai": "Thai", "Devanagari": "Deva", "Bengali": "Beng", "Georgian": "Geor",
    "Armenian": "Armn", "Ethiopic": "Ethi", "Gurmukhi": "Guru", "Gujarati": "Gujr", "Tamil": "Taml", "Telugu": "Telu",
    "Kannada": "Knda", "Malayalam": "Mlym", "Oriya": "Orya", "Sinhala": "Sinh", "Khmer": "Khmr", "Lao": "Laoo", "Myanmar": "Mymr",
    "Tibetan": "Tibt", "Mongolian": "Mong", "Thaana": "Thaa", "Syriac": "Syrc", "Nko": "Nkoo",
}  # fmt: skip
SOLE = {
    "Hebr": "he", "Grek": "el", "Hani": "zh", "Jpan": "ja", "Kore": "ko", "Thai": "th", "Geor": "ka", "Armn": "hy", "Guru": "pa",
    "Gujr": "gu", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Orya": "or", "Sinh": "si", "Khmr": "km", "Laoo": "lo",
    "Mymr": "my", "Tibt": "bo", "Thaa": "dv", "Syrc": "syr", "Nkoo": "nqo",
}  # fmt: skip
"""The language a script alone makes likely; used where CLD2 says nothing."""
USUAL = {
    "ar": "Arab", "fa": "Arab", "ur": "Arab", "ps": "Arab", "ug": "Arab", "ckb": "Arab", "sd": "Arab", "ks": "Arab", "he": "Hebr",
    "yi": "Hebr", "ru": "Cyrl", "uk": "Cyrl", "be": "Cyrl", "bg": "Cyrl", "mk": "Cyrl", "sr": "Cyrl", "kk": "Cyrl", "ky": "Cyrl",
    "tg": "Cyrl", "mn": "Cyrl", "tt": "Cyrl", "ba": "Cyrl", "os": "Cyrl", "ab": "Cyrl", "cv": "Cyrl", "ce": "Cyrl",
    "hi": "Deva", "mr": "Deva", "ne": "Deva", "sa": "Deva", "bho": "Deva", "new": "Deva", "raj": "Deva", "bn": "Beng", "as": "Beng",
    "am": "Ethi", "ti": "Ethi", "dz": "Tibt", **{code: script for script, code in SOLE.items() if code != "zh"},
}  # fmt: skip
"""The script a language is usually written in, where that is not Latin."""
OWN_LETTERS = {
    "Arab": (("ug", "ېۆۈۋەڭ"), ("ckb", "ڕڵێۆە"), ("ps", "ټډړږښڼځڅۍې"), ("ur", "ٹڈڑںےہھ"), ("sd", "ٻڀٺٽڄڃڇڏڍڦڪ"),
        ("fa", "پچژگیک"), ("ar", "ةىيكضظثأإ")),
    "Cyrl": (
        ("kk", "әғқңұһіөү"), ("tg", "ғӣқӯҳҷ"), ("uz", "ўқғҳ"), ("ky", "ңөү"), ("mn", "өү"), ("be", "ўіё"), ("uk", "іїєґ"),
        ("mk", "ѓќѕљњџј"), ("sr", "ђћљњџј"), ("bg", "ъщ"), ("ru", "ыэёъ"),
    ),
}  # fmt: skip
"""Letters of related alphabets, the best marked first; a short text is the language whose own letters it shows most."""
LACKING = {
    "bg": regex.compile("[ыэё]"),
    "mk": regex.compile("[ыэёйъщ]"),
    "sr": regex.compile("[ыэёйъщ]"),
    "uk": regex.compile("[ыэёъ]"),
    "ru": regex.compile("[іїєґўәғқңұһөүҳҷӣӯ]"),
}
"""Letters that an alphabet lacks; a few are names of others, more are another language."""
SIMPLIFIED = frozenset("国会关经与对长时这们来个为双贸总统发问议团谈开东门间东见电话强调实现导区书记务线约华报习两边战维认说应视将进过还")
TRADITIONAL = frozenset("國會關經與對長時這們來個為雙貿總統發問議團談開東門間東見電話強調實現導區書記務線約華報習兩邊戰維認說應視將進過還")
LITTLE = {
    "en": {"the", "of", "and", "to", "in", "for", "with", "on", "was", "is", "by", "that", "from"},
    "fr": {"le", "la", "les", "des", "du", "et", "un", "une", "dans", "pour", "sur", "au", "aux", "avec", "par", "ont", "est"},
    "es": {"el", "la", "los", "las", "del", "y", "un", "una", "en", "para", "con", "por", "que", "al"},
    "pt": {"o", "a", "os", "as", "do", "da", "dos", "das", "e", "um", "uma", "em", "para", "com", "no", "na"},
    "it": {"il", "la", "gli", "della", "dei", "delle", "e", "un", "una", "per", "con", "nel", "alla", "che"},
    "de": {"der", "die", "das", "und", "den", "dem", "ein", "eine", "mit", "für", "von", "zu", "im", "auf"},
    "nl": {"de", "het", "een", "en", "van", "met", "voor", "op", "in", "te", "zijn", "aan"},
}
"""The commonest little words of languages whose names of states and offices look alike: a short text of names and cognates
("visas", "suppression") is told by them. CLD2 weighs the long words."""
