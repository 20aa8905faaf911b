"""Work beside the window delivers in order, on the window's thread, and can be stopped."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject

from iq_desktop.ui.kit.background import Background, Job
from iq_desktop.ui.kit.progress_strip import ProgressStrip
from iq_desktop.wording.text import as_it_is

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.usecases.progress import Progress
    from tests.ui.kit.conftest import Stage


@pytest.fixture
def background(stage: Stage) -> Iterator[Background]:  # noqa: ARG001  (an application is there)
    worker = Background()
    yield worker
    worker.close()


class Desk:
    """Where results arrive."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.threads: list[threading.Thread] = []

    def take(self, result: Any) -> None:
        """Note a result and the thread on which it came."""
        self.results.append(result)
        self.threads.append(threading.current_thread())


def answer(number: int, _progress: Progress) -> int:
    return number


def fail(_progress: Progress) -> None:
    raise ValueError("broken")


def test_results_come_in_order_on_the_window_s_thread(background: Background) -> None:
    desk = Desk()
    for number in range(20):
        background.run(partial(answer, number), desk.take, desk.take)
    background.wait()
    assert desk.results == list(range(20))
    assert set(desk.threads) == {threading.main_thread()}
    assert not background.is_busy


def test_a_failure_is_delivered_and_the_next_work_goes_on(background: Background) -> None:
    desk, failures = Desk(), Desk()
    background.run(fail, desk.take, failures.take)
    background.run(partial(answer, 1), desk.take, failures.take)
    background.wait()
    assert [str(error) for error in failures.results] == ["broken"]
    assert desk.results == [1]


def test_cancelled_work_ends_at_its_next_step_without_a_result(background: Background) -> None:
    desk, began = Desk(), threading.Event()

    def work(progress: Progress) -> None:
        began.set()
        while True:
            progress.step(1, None, as_it_is("working"))

    job = background.run(work, desk.take, desk.take)
    assert began.wait(5)
    job.cancel()
    background.wait()
    assert desk.results == []


def test_nothing_is_delivered_to_a_page_that_is_gone(background: Background) -> None:
    desk, page = Desk(), QObject()
    background.run(partial(answer, 1), desk.take, desk.take, owner=page)
    page.deleteLater()
    from tests.support.cleanliness import QtTraces

    QtTraces.drain()
    background.wait()
    assert desk.results == []


def test_closing_waits_and_takes_no_more_work(background: Background) -> None:
    desk = Desk()
    background.run(partial(answer, 1), desk.take, desk.take)
    background.close()
    assert background.run(partial(answer, 2), desk.take, desk.take).is_cancelled
    assert not any(thread.name.startswith("background") for thread in threading.enumerate())


def test_progress_reaches_the_window_and_quick_steps_are_bundled(background: Background) -> None:
    seen: list[tuple[int, Any]] = []

    def note(_job: Job, done: int, total: Any, _text: Any) -> None:
        seen.append((done, total))

    def work(progress: Progress) -> None:
        for number in range(1, 5001):
            progress.step(number, 5000, as_it_is("step"))

    background.progressed.connect(note)
    desk = Desk()
    background.run(work, desk.take, desk.take)
    background.wait()
    assert seen[-1] == (5000, 5000)
    assert seen == sorted(seen)
    assert len(seen) < 5000


def test_the_strip_shows_long_work_only_and_can_stop_it(stage: Stage, background: Background) -> None:
    strip = ProgressStrip(background)
    stage.show(strip)
    strip.hide()
    job = Job(as_it_is("Import"))
    background.started.emit(job)
    assert strip.isHidden()
    strip._wait.timeout.emit()
    assert strip.isVisible()
    background.progressed.emit(job, 3, 12, as_it_is("file 3"))
    assert (strip.bar.value(), strip.bar.maximum(), strip.text.text()) == (3, 12, "file 3")
    stage.click(strip.cancel)
    assert job.is_cancelled
    background.ended.emit(job)
    assert strip.isHidden()
    assert not strip._wait.isActive()


def test_saving_never_waits_behind_an_import(background: Background) -> None:
    saved, answers = threading.Event(), Desk()

    def take_in(_progress: Progress) -> bool:
        return saved.wait(5)

    background.run(take_in, answers.take, answers.take, title=as_it_is("Import"))
    background.run(lambda _progress: saved.set(), answers.take, answers.take)
    background.wait()
    assert set(answers.results) == {None, True}  # True: the import waited for the save, not for its time to run out


def test_long_work_can_be_stopped_while_short_work_goes_on(background: Background) -> None:
    desk, began = Desk(), threading.Event()

    def work(progress: Progress) -> None:
        began.set()
        while True:
            progress.step(1, None, as_it_is("working"))

    background.run(work, desk.take, desk.take, title=as_it_is("Import"))
    assert began.wait(5)
    background.run(partial(answer, 1), desk.take, desk.take)
    background.cancel_long_work()
    background.wait()
    assert desk.results == [1]


def test_quiet_work_is_not_shown_and_is_spared_where_that_is_wanted(stage: Stage, background: Background) -> None:
    strip = ProgressStrip(background)
    stage.show(strip)
    strip.hide()
    desk, began, go_on = Desk(), threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        began.set()
        go_on.wait(5)
        progress.step(1, 1, as_it_is("made"))
        return "made"

    background.run(work, desk.take, desk.take, title=as_it_is("Backup"), is_quiet=True)
    assert began.wait(5)
    assert not background.has_long_work
    background.cancel_long_work(spares_quiet=True)
    go_on.set()
    background.wait()
    assert desk.results == ["made"]
    assert strip.isHidden()
    assert not strip._wait.isActive()


def test_waiting_has_a_limit_for_long_work_only(background: Background) -> None:
    desk, go_on = Desk(), threading.Event()

    def hold(_progress: Progress) -> str:
        return "long" if go_on.wait(5) else "too late"

    def hold_shortly(_progress: Progress) -> str:
        go_on.wait(0.2)
        return "saved"

    background.run(hold, desk.take, desk.take, title=as_it_is("Backup"))
    background.run(hold_shortly, desk.take, desk.take)
    assert not background.wait(1)
    assert desk.results == ["saved"]
    go_on.set()
    assert background.wait()
    assert desk.results == ["saved", "long"]
