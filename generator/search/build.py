"""The index as files: `search/index.z` names all others."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.curated import Curated
from generator.search.concepts import Label, labels, numbering
from generator.search.fragments import FACETS, Columns, fragment
from generator.search.groups import Groups, Ref
from generator.search.headings import Headings
from generator.search.holding import Holding
from generator.search.lexicon import Lexicon, Posting
from generator.search.shards import FOLDER, Shelf, address, base36, dictionary_shelf, packed_file, packed_json, posting_shelf
from generator.search.subjects import SubjectFinder
from generator.text.fold import fold

VERSION = 1
MANIFEST = f"{FOLDER}/index.z"
_SIDE, _NAMED = 255, 120
"""Weight of a concept that a record is about, and of one that it names."""
_TYPO_LENGTH = 4
Names = Callable[[str, str], str]
"""The name of a concept or facet value (`c:KAZ`, `l:ar`) in an interface language."""


@dataclass
class _Gathered:
    """What is kept while records stream by: words, concepts, facets; never texts."""

    lexicon: Lexicon = field(default_factory=Lexicon)
    concepts: dict[str, list[Posting]] = field(default_factory=dict)
    columns: Columns = field(default_factory=Columns)
    digests: dict[int, bytes] = field(default_factory=dict)
    dated: int = 0


class Tongues:
    """Headings and subjects of each language, made when a language is first met."""

    def __init__(self, curated: Curated) -> None:
        self.curated = curated
        self.headings: dict[str, Headings] = {}
        self.finders: dict[str, SubjectFinder] = {}

    def finder(self, language: str) -> SubjectFinder:
        """The subjects of a language."""
        if language not in self.finders:
            self.headings[language] = Headings(self.curated.language(language).search)
            subjects = self.curated.subjects.items()
            words = {key: forms.get(language) or forms.get(language.split("-")[0], ()) for key, forms in subjects}
            self.finders[language] = SubjectFinder(words, self.headings[language])
        return self.finders[language]


def build_index(
    holdings: Iterable[Holding], numbers: Mapping[str, int], curated: Curated, languages: Iterable[str], names: Names
) -> Iterator[tuple[str, bytes]]:
    """Every file of the index as address and bytes: fragments while records stream in, then the rest.

    `numbers` gives each record's place in the order of time, from 0 and without gaps; records may come in any order.
    `languages` are those of the interface, `names` words concepts and facet values in them.
    """
    tongues = Tongues(curated)
    gathered = _Gathered()
    for holding in holdings:
        number = numbers[holding.id]
        content = _take(gathered, holding, number, tongues)
        gathered.digests[number] = hashlib.sha256(content).digest()[:8]
        yield f"{FOLDER}/f/{base36(number)}.z", zlib.compress(content, 9)
    all_labels = [label for label in labels(curated) if label.concept[0] == "c" or label.concept in gathered.concepts]
    concepts = numbering(all_labels)
    groups = Groups(gathered.lexicon, tongues.headings, concepts)
    manifest: dict[str, object] = {
        "v": VERSION,
        "n": len(gathered.digests),
        "dated": gathered.dated,
        "concepts": " ".join(concepts),
        "languages": groups.languages,
        "stamp": hashlib.sha256(b"".join(digest for _, digest in sorted(gathered.digests.items()))).hexdigest()[:8],
        **_affixes(tongues.headings),
    }
    for key, shelf in _shelves(gathered, groups, all_labels):
        manifest[key] = shelf.listed()
        yield from shelf.files.items()
    manifest["back"], content = packed_file(packed_json(manifest["back"]))
    yield address(str(manifest["back"])), content
    for key, files in (("facets", _facets(gathered.columns)), ("labels", _labels(gathered, languages, names))):
        packed = {name: packed_file(content) for name, content in files}
        manifest[key] = {name: stem for name, (stem, _) in packed.items()}
        yield from ((address(stem), content) for stem, content in packed.values())
    yield MANIFEST, zlib.compress(packed_json(manifest), 9)


def _take(gathered: _Gathered, holding: Holding, number: int, tongues: Tongues) -> bytes:
    """Take in one record; returns its fragment."""
    finder = tongues.finder(holding.language)
    texts = (*holding.paragraphs, holding.source)
    gathered.lexicon.add(number, holding.language, f"{holding.title} {holding.address.replace('-', ' ')}", texts)
    wordings = finder.find((holding.title, *holding.paragraphs))
    for concept in {*holding.concepts, *wordings}:
        gathered.concepts.setdefault(concept, []).append((number, _SIDE if concept in holding.main else _NAMED))
    gathered.columns.add(number, holding)
    gathered.dated += holding.year is not None
    return fragment(holding, wordings)


def _shelves(gathered: _Gathered, groups: Groups, all_labels: list[Label]) -> Iterator[tuple[str, Shelf]]:
    """The dictionary, the same backwards (for typing errors at the beginning of a word), and the postings."""
    dictionary = groups.dictionary(all_labels)
    yield "words", dictionary_shelf(sorted(dictionary.items()))
    backwards = sorted(key[::-1] for key, refs in dictionary.items() if _may_be_mistyped(key, refs))
    yield "back", dictionary_shelf((key, ()) for key in backwards)
    yield "posts", posting_shelf(_all_postings(gathered, groups), 2 * gathered.lexicon.size())


def _may_be_mistyped(key: str, refs: Iterable[Ref]) -> bool:
    return len(key) >= _TYPO_LENGTH and key.isalpha() and not all(ref.stem for ref in refs)


def _all_postings(gathered: _Gathered, groups: Groups) -> Iterator[tuple[int, list[Posting]]]:
    """Postings of concepts, then of words, by number."""
    for concept, number in groups.concepts.items():
        yield number, sorted(gathered.concepts.get(concept, ()))
    for group in groups.groups:
        yield group.number, gathered.lexicon.postings(group.words.values())


def _facets(columns: Columns) -> Iterator[tuple[str, bytes]]:
    return ((facet, columns.column(facet)) for facet in FACETS)


def _labels(gathered: _Gathered, languages: Iterable[str], names: Names) -> Iterator[tuple[str, bytes]]:
    """For each interface language the names of what records have."""
    shown = {value for facet in ("language", "country", "topic", "event") for value in gathered.columns.values(facet)}
    shown |= {concept for concept in gathered.concepts if concept[0] in "cop"}
    for language in languages:
        yield language, packed_json({key: names(key, language) for key in sorted(shown)})


def _affixes(headings: Mapping[str, Headings]) -> dict[str, object]:
    """What may be taken off, or stand, at the ends of a typed word, for the languages of the archive."""
    endings = {
        language: " ".join(dict.fromkeys(fold(each) for each in (*each.affixes.typed, *each.affixes.light, *each.affixes.endings)))
        for language, each in sorted(headings.items())
    }
    clitics = sorted(
        {fold(affix) for each in headings.values() for affix in (*each.articles, *each.prefixes)}, key=lambda each: (-len(each), each)
    )
    return {"endings": {language: found for language, found in endings.items() if found}, "clitics": " ".join(sorted(clitics))}
