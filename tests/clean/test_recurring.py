from __future__ import annotations

from generator.clean.line import key_of
from generator.clean.recurring import Page, recurring_lines


def pages(*texts: str, source: str = "Example Times", known: frozenset[str] = frozenset()) -> list[Page]:
    return [Page(seed=f"s{number}", source=source, text=text, known=known) for number, text in enumerate(texts, 1)]


def test_a_line_of_three_seeds_is_proposed_as_first_written() -> None:
    (found,) = recurring_lines(pages("One\nOur app: get it", "Two\nOUR APP: get it", "Three\nour app : get it!"))
    assert (found.source, found.line, found.seeds) == ("Example Times", "Our app: get it", ("s1", "s2", "s3"))


def test_numbers_that_change_hide_no_line() -> None:
    (found,) = recurring_lines(pages("Read 12 times", "Read 7 times", "Read 130 times"))
    assert found.line == "Read 12 times"


def test_two_seeds_are_too_few_and_a_line_twice_in_one_counts_once() -> None:
    assert list(recurring_lines(pages("Our app\nOur app", "Our app"))) == []


def test_sources_are_kept_apart() -> None:
    mixed = [*pages("Our app", "Our app"), *pages("Our app", source="Other Post")]
    assert list(recurring_lines(mixed)) == []


def test_known_rests_numbers_and_paragraphs_are_not_proposed() -> None:
    known = frozenset({key_of("Share this")})
    paragraph = "The two ministers signed the agreement on transport. " * 5
    assert list(recurring_lines(pages(*["Share this\n2024\n" + paragraph] * 3, known=known))) == []
