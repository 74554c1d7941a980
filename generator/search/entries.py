"""Entries of the dictionary: a key, and what it leads to.

An entry is one string, `key⇥ref`. A ref is a heading or a concept:

| ref | leads to |
|---|---|
| `en` | the heading that is the key itself, in English |
| `en.6` · `ar.2+5` | its first six letters; five letters from the third on |
| `en.1.un` | its first letter, with others behind |
| `c:KAZ` | a concept |
| `~en.6` · `~ru=c:KAZ` | a key that is no word, only what words of that language begin with |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SEPARATOR = "\t"


def entry(key: str, ref: str) -> str:
    """A line of the dictionary with one ref."""
    return f"{key}{SEPARATOR}{ref}"


def heading_ref(key: str, heading: str, language: str) -> str:
    """How a heading is written beside a key."""
    if heading == key:
        return language
    if heading and (at := key.find(heading)) >= 0:
        return f"{language}.{at}+{len(heading)}" if at else f"{language}.{len(heading)}"
    same = len(_common(key, heading))
    return f"{language}.{same}.{heading[same:]}"


def word_entries(surface: str, headings: Mapping[str, str], language: str) -> list[str]:
    """The entries of a word: itself, itself without article, and what its forms begin with.

    Its own heading leads to the word without article, the others to what is left of it when a clitic comes off.
    """
    found: list[str] = []
    for place, (heading, form) in enumerate(headings.items()):
        found.append(entry(surface, heading_ref(surface, heading, language)))
        if form != surface:
            found.append(entry(form, ("~" if place else "") + heading_ref(form, heading, language)))
        stems = (stem for stem in _stems(heading, form) if stem != surface and (place or stem != form))
        found += (entry(stem, f"~{heading_ref(stem, heading, language)}") for stem in stems)
    return found


def _stems(heading: str, form: str) -> list[str]:
    """The heading, and what it has in common with a form of it, where they are long enough to be told.

    Where a stemmer writes `i` for the `y` of a word (`deliveri`), another form may have neither.
    """
    found = [heading]
    if not form.startswith(heading) and (common := _common(heading, form)) != heading:
        found.append(common)
    if heading.endswith("i") and heading[:-1] not in found:
        found.append(heading[:-1])
    return [each for each in found if len(each) >= 3]


def _common(one: str, other: str) -> str:
    """What both begin with."""
    for at, (letter, beside) in enumerate(zip(one, other, strict=False)):
        if letter != beside:
            return one[:at]
    return min(one, other, key=len)


def is_word(key: str, refs: Sequence[str]) -> bool:
    """Whether a key is written somewhere, and long and plain enough that a reader may mistype it."""
    return len(key) >= 4 and key.isalpha() and not all(ref.startswith("~") for ref in refs)
