"""Garbage is looked for on the window's thread, and on no other."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.tidying import Tidying, oldest_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Knot:
    """Something that only a look for garbage can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def tidying() -> Iterator[Tidying]:
    tidying = Tidying()
    yield tidying
    tidying.end()
    gc.enable()


def tie_knots(ends: list[int]) -> None:
    """Make a lot of garbage, each piece of which notes the thread that frees it."""
    for _ in range(5_000):
        knot = Knot()
        weakref.finalize(knot, lambda: ends.append(threading.get_ident()))
        del knot


def test_what_a_worker_leaves_is_freed_on_the_window_thread(qtbot: QtBot, tidying: Tidying) -> None:
    ends: list[int] = []
    tidying.begin()
    worker = threading.Thread(target=tie_knots, args=(ends,))
    worker.start()
    worker.join()
    assert ends == []
    qtbot.waitUntil(lambda: len(ends) == 5_000)
    assert set(ends) == {threading.get_ident()}


def test_what_windows_are_built_of_is_never_looked_through(
    qtbot: QtBot, tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    frozen: list[int] = []
    looks: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(len(looks)))
    tidying.begin()
    for look in range(99):
        looks.append(look)
        tidying.tidy()
    assert frozen == [0, 30]


def test_python_tidies_up_again_afterwards(qtbot: QtBot, tidying: Tidying) -> None:
    del qtbot
    tidying.begin()
    assert not gc.isenabled()
    gc.enable()
    tidying.tidy()
    assert not gc.isenabled()
    tidying.end()
    assert gc.isenabled()


def test_one_that_never_began_changes_nothing(qtbot: QtBot, tidying: Tidying) -> None:
    del qtbot
    gc.disable()
    tidying.end()
    assert not gc.isenabled()


@pytest.mark.parametrize(
    ("counts", "oldest"), [((0, 0, 0), None), ((2_001, 0, 0), 0), ((2_001, 11, 20), 1), ((0, 0, 21), 2)]
)
def test_the_oldest_generation_that_is_due_is_looked_through(counts: tuple[int, int, int], oldest: int | None) -> None:
    assert oldest_due(counts) == oldest
