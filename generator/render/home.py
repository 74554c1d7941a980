"""The homes, the chooser of languages at the root, and the search page."""

from __future__ import annotations

from generator.model import Page
from generator.render import days
from generator.render.contribution import contribution
from generator.render.frame import Frame, file_way
from generator.render.holding import lead
from generator.render.indexes import busiest_pairs, country_holdings, items
from generator.render.linked import chooser_node, script_json
from generator.render.matrix import pair_grid
from generator.render.shell import feed_path, index_page
from generator.render.template import fill
from generator.render.words import FRAME, LINKS, SECTIONS
from generator.text.locale import autonym
from generator.text.standing import in_time

NEWEST = 6
"""How many records a home shows as newly added, and as the latest events."""
MOST_PAIRS = 8


def home_page(frame: Frame) -> Page:
    """The home of a language; it also carries the words of the frame around every page."""
    archive = frame.archive
    added = sorted((entry for entry in archive.entries if entry.added), key=lambda entry: (entry.added or "", entry.id), reverse=True)
    dated = [entry for entry in archive.entries if in_time(entry)[0][0] == 0]
    body = fill(
        "home.jinja",
        frame,
        f"{frame.language}/",
        lead=lead(frame, archive.entries) if archive.entries else "",
        labels={key: frame.gettext(message) for key, message in FRAME.items()},
        grid=pair_grid(frame, busiest_pairs(archive.pairs, MOST_PAIRS)),
        added=added[:NEWEST],
        latest=dated[: -NEWEST - 1 : -1],
        countries=items(frame, [each for each in country_holdings(frame) if each.entries], letters=True),
        feed=file_way(f"{frame.language}/", feed_path(frame, "all")),
        sections=[(frame.word(section), f"{section}/") for section in (*SECTIONS, "sources", "records")]
        + [(frame.gettext("On this day"), days.TAIL)],
    )
    more = {
        "words": {"autonym": autonym(frame.language), **{key: frame.gettext(message) for key, message in FRAME.items()}},
        "sections": list(SECTIONS),
        "links": list(LINKS),
        "contribute": contribution(frame),
        **({"sitemap": True} if frame.settings.site_url else {}),
    }
    title = frame.settings.site_name
    return index_page(frame, "", kind="home", title=title, body=body, description=frame.word("topic"), more=more, feed="all")


def search_page(frame: Frame) -> Page:
    """The search page; its results are filled in by the theme's script, and without one it leads to the lists."""
    body = fill("search.jinja", frame, f"{frame.language}/search/")
    return index_page(frame, "search/", kind="search", title=frame.word("search"), body=body)


def chooser_page(frames: tuple[Frame, ...], default: Frame) -> Page:
    """The root of the site: the interface languages under their own names."""
    choices = [
        {"code": frame.language, "direction": frame.direction, "name": autonym(frame.language), "topic": frame.word("topic")}
        for frame in frames
    ]
    body = fill("chooser.jinja", default, "", choices=choices, heading=default.settings.site_name)
    front: dict[str, object] = {
        "title": default.settings.site_name,
        "language": default.language,
        "direction": default.direction,
        "kind": "chooser",
        "section": None,
        "alternates": {frame.language: f"{frame.language}/" for frame in frames},
        "path": [],
        "description": default.word("topic"),
        "search": {"exclude": True},
        "linked": script_json(chooser_node(default)),
    }
    return Page(uri="index.md", front_matter=front, body=body, html=body)
