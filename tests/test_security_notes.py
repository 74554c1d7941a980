"""What SECURITY.md tells keepers of servers is what the pages say of themselves."""

from __future__ import annotations

import re

import pytest

from tests.conftest import PROJECT

NOTES = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
PAGE = (PROJECT / "theme_overrides/main.html").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```(nginx|caddyfile|text)\n(.*?)```", NOTES, re.DOTALL))


def header(block: str, name: str) -> str:
    """The value of a header in one of the three ways to write it."""
    found = re.search(rf'{name}:? "?([^"\n]+)"?', block)
    assert found, name
    return found[1]


@pytest.mark.parametrize("server", ["nginx", "caddyfile", "text"])
def test_the_policy_of_servers_is_that_of_the_pages(server: str) -> None:
    stated = re.search(r'Content-Security-Policy" content="([^"]+)"', PAGE)
    assert stated
    assert header(BLOCKS[server], "Content-Security-Policy") == f"{stated[1]}; frame-ancestors 'none'"


@pytest.mark.parametrize("server", ["nginx", "caddyfile", "text"])
def test_the_referrer_policy_of_servers_is_that_of_the_pages(server: str) -> None:
    stated = re.search(r'name="referrer" content="([^"]+)"', PAGE)
    assert stated
    assert header(BLOCKS[server], "Referrer-Policy") == stated[1]


def test_the_policy_allows_nothing_unsafe_and_stands_first() -> None:
    assert "unsafe" not in "".join(re.findall(r'Content-Security-Policy" content="([^"]+)"', PAGE))
    head = PAGE[PAGE.index("{% block site_meta %}") :]
    assert re.search(r"<(\w+) ([\w-]+)=\"([\w-]+)\"", head).groups() == ("meta", "http-equiv", "Content-Security-Policy")  # type: ignore[union-attr]
