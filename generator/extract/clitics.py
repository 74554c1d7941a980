"""Small words that Arabic and Hebrew write onto the next one: a word, and what is left of it without them."""

from __future__ import annotations

# One-letter conjunctions and prepositions, and the article, that Arabic and Hebrew write onto the word:
# each round may take off one of its prefixes when enough of the word is left.
_CLITICS: dict[str, tuple[tuple[str, ...], ...]] = {
    "ar": (("و", "ف"), ("ب", "ل", "ك", "س"), ("ال",)),
    "he": (("ו",), ("כש", "ש"), ("ב", "ל", "מ", "כ"), ("ה",)),
}
_LEFT = {"ar": 3, "he": 2}


def has_clitics(language: str) -> bool:
    """Whether a language writes small words onto the next one, so that a word may have several forms."""
    return language in _CLITICS


def forms_of(word: str, language: str) -> tuple[str, ...]:
    """The word, and what is left of it without the clitics of its language."""
    rounds = _CLITICS.get(language)
    if rounds is None:
        return (word,)
    forms = [word]
    for prefixes in rounds:
        forms += [form[len(p) :] for form in forms for p in prefixes if form.startswith(p) and len(form) - len(p) >= _LEFT[language]]
    if language == "ar":  # the article loses its first letter after the preposition ل
        forms += [form[2:] for form in forms if form.startswith("لل") and len(form) >= 5]
    return tuple(dict.fromkeys(forms))
