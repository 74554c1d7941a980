from __future__ import annotations

import io

import pytest

from generator.console import count, locale_language, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, shows in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr("sys.stderr", stream)
        assert list(progress([1, 2, 3], "Cataloguing")) == [1, 2, 3]
        assert ("3/3" in stream.getvalue()) is shows


def test_counts_agree_with_their_noun() -> None:
    assert [count(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


@pytest.mark.parametrize(("value", "language"), [("ar_MA.UTF-8", "ar"), ("fr", "fr"), ("C.UTF-8", "en"), ("POSIX", "en")])
def test_the_language_of_the_environment(monkeypatch: pytest.MonkeyPatch, value: str, language: str) -> None:
    monkeypatch.setenv("LC_ALL", value)
    assert locale_language() == language


def test_a_bare_environment_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert locale_language() == "en"
