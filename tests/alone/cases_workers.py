"""Work in copies of the process: the order of its results, and that a lost copy loses nothing."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.workers import aside, hands, in_order

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not copy processes")


@pytest.fixture(autouse=True)
def _three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three hands, however many processors there are."""
    monkeypatch.setenv("CHANCERY_WORKERS", "3")


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The copies of this process that are made in a test."""
    made: list[int] = []
    fork = os.fork

    def noted() -> int:
        process = fork()
        made.append(process)
        return process

    monkeypatch.setattr(os, "fork", noted)
    return made


def test_other_processes_do_the_work() -> None:
    assert os.getpid() not in set(in_order(lambda _: os.getpid(), range(30)))


def test_few_items_are_done_here() -> None:
    assert set(in_order(lambda _: os.getpid(), range(3))) == {os.getpid()}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(), max_size=40), st.integers(1, 5))
def test_results_come_in_the_order_of_the_items_for_any_number_of_workers(items: list[str], count: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHANCERY_WORKERS", str(count))
        assert list(in_order(str.upper, items, fewest=2)) == [item.upper() for item in items]


def test_an_exception_is_raised_here() -> None:
    def work(number: int) -> int:
        if number == 17:
            raise ValueError("number 17")
        return number

    some = in_order(work, range(30))
    assert [next(some) for _ in range(17)] == list(range(17))
    with pytest.raises(ValueError, match="number 17"):
        next(some)


def test_a_killed_worker_loses_nothing() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if number == 10 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert list(in_order(work, range(30))) == list(range(30))


def test_results_that_nobody_waits_for_leave_no_process(copies: list[int]) -> None:
    some = in_order(lambda number: number, range(100))
    next(some)
    some.close()  # type: ignore[attr-defined]
    assert len(copies) == 3
    for process in copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_work_aside_is_done_when_the_block_ends(tmp_path: Path) -> None:
    with aside(lambda: (tmp_path / "made").write_text(str(os.getpid()))):
        pass
    assert (tmp_path / "made").read_text() != str(os.getpid())


def test_work_aside_that_fails_is_done_again_here_where_its_exception_is_heard() -> None:
    def work() -> None:
        raise ValueError("aside")

    with pytest.raises(ValueError, match="aside"), aside(work):
        pass


@pytest.mark.parametrize(("asked", "count"), [("1", 1), ("5", 5)])
def test_the_number_of_hands_can_be_asked_for(monkeypatch: pytest.MonkeyPatch, asked: str, count: int) -> None:
    monkeypatch.setenv("CHANCERY_WORKERS", asked)
    assert hands() == count


def test_a_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert hands() == 1
    assert set(in_order(lambda _: os.getpid(), range(30))) == {os.getpid()}


@pytest.mark.parametrize("asked", ["", "0", "many", "-2"])
def test_a_number_that_is_none_is_not_obeyed(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("CHANCERY_WORKERS", asked)
    assert hands() >= 1
