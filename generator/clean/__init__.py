"""The cleaning room: the article's blocks out of a scraped page, and every removal with its rule.

The way of a text: a view without control characters and tags (`view`), lines (`line`), rules that mark
whole lines, then stretches, then parts of lines (`rules/`), blocks of what is left (`layout`), and
the account of every character (`account`).
"""

from __future__ import annotations

from generator.clean.account import balance
from generator.clean.layout import lay_out
from generator.clean.marking import cuts_of, keep_parts, mark_lines
from generator.clean.page import open_page
from generator.clean.view import view_of
from generator.curated import Curated
from generator.model import CleanText, Language, Seed

__all__ = ["clean"]


def clean(seed: Seed, language: Language, curated: Curated) -> CleanText:
    """The blocks of a seed and everything that was taken out of it.

    Depends on the seed and the curated data only. Spans of blocks and removals never overlap and together
    cover each non-blank character of `seed.text`.
    """
    view, cuts = view_of(seed.text)
    page = open_page(view, language, curated)
    marks = mark_lines(page)
    lines, partial = keep_parts(page, marks)
    drafts = tuple(lay_out(lines))
    return balance(seed.text, language.code, drafts, (*cuts, *cuts_of(page, marks), *partial))
