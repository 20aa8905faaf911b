"""Work beside the window: results are delivered on the window's thread, and saving never waits behind an import."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal, Slot

from iq_desktop.usecases.progress import Cancelled
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from iq_desktop.usecases.progress import Progress

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Job:
    """One piece of work that was handed over; `title` says what it is, `cancel` asks it to stop at its next step.

    Long work that `is_quiet` began by itself: nobody waits for it, and it is not shown.
    """

    title: Text
    owner: QObject | None = None
    is_quiet: bool = False
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the work to stop; it then ends without a result."""
        self._stop.set()

    @property
    def is_long(self) -> bool:
        """Whether the work takes its time: it is shown with its title and can be cancelled."""
        return self.title != NOTHING

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()


class Background(QObject):
    """Two workers, one for short and one for long work; keep it for the program's life and `close` it at the end.

    Work with a title is long work (imports): each worker does one job after the other.
    `started` and `ended` carry the Job, `progressed` the Job, the steps done, their number (or None) and a Text.
    """

    started = Signal(object)
    progressed = Signal(object, int, object, object)
    ended = Signal(object)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing to do; a worker's thread begins with its first job."""
        super().__init__(parent)
        self._workers: dict[bool, ThreadPoolExecutor] = {}
        self._letters: deque[Callable[[], None]] = deque()
        self._newest_step: dict[Job, tuple[int, int | None, Text]] = {}
        self._lock = threading.Lock()
        self._jobs: list[Job] = []
        self._is_closed = False
        self._arrived.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Whether some work has not ended yet."""
        return bool(self._jobs)

    @property
    def has_long_work(self) -> bool:
        """Whether an import or the like goes on, which somebody has begun."""
        return any(job.is_long and not job.is_quiet for job in self._jobs)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        title: Text = NOTHING,
        owner: QObject | None = None,
        is_quiet: bool = False,
    ) -> Job:
        """Do work on a worker's thread, then call `done` or `failed` on this one, in the order of the calls.

        Cancelled work calls neither. Where the `owner` was deleted meanwhile, nothing is called.
        """
        job = Job(title, owner, is_quiet)
        if self._is_closed:
            job.cancel()
            return job
        self._jobs.append(job)
        self._worker(is_long=job.is_long).submit(self._work, job, work, done, failed)
        return job

    def _worker(self, *, is_long: bool) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  (9 ms that the first picture does not need)

        if is_long not in self._workers:
            name = "background-long" if is_long else "background"
            self._workers[is_long] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        return self._workers[is_long]

    def cancel_long_work(self, *, spares_quiet: bool = False) -> None:
        """Ask imports and the like to stop at their next step; quiet work goes on where it is spared."""
        for job in self._jobs:
            if job.is_long and not (spares_quiet and job.is_quiet):
                job.cancel()

    def close(self) -> None:
        """Cancel what waits and runs, and return when the workers have ended; results are no longer delivered."""
        self._is_closed = True
        for job in self._jobs:
            job.cancel()
        for worker in self._workers.values():
            worker.shutdown(wait=True, cancel_futures=True)
        self._letters.clear()
        self._jobs.clear()

    def wait(self, most: int | None = None) -> bool:
        """Return whether all work has ended and its results were delivered (before leaving a page, and in tests).

        Without `most`, in milliseconds, it waits until that is so; with it no longer than that for long work.
        """
        loop = QEventLoop()
        self.ended.connect(loop.quit)
        clock = QTimer(singleShot=True)
        clock.timeout.connect(loop.quit)
        if most is not None:
            clock.start(most)
        while self._jobs and (most is None or clock.isActive() or any(not job.is_long for job in self._jobs)):
            loop.exec()
        QCoreApplication.sendPostedEvents(self)
        return not self._jobs

    def _work(self, job: Job, work: Callable[[Progress], Any], done: Any, failed: Any) -> None:
        """Run on the worker's thread."""
        self._post(partial(self._begin, job))
        try:
            steps = _Steps(self, job)
            steps.look_for_cancel()
            answer = partial(done, work(steps))
        except Cancelled:
            answer = None
        except Exception as error:  # noqa: BLE001  (whatever happens belongs to the window's thread)
            answer = partial(failed, error)
        self._post(partial(self._end, job, answer))

    def _post(self, letter: Callable[[], None]) -> None:
        self._letters.append(letter)
        if not self._is_closed:
            self._arrived.emit()

    def _post_step(self, job: Job, step: tuple[int, int | None, Text]) -> None:
        """Keep only the newest step, so that quick work does not flood the window."""
        with self._lock:
            is_waiting = job in self._newest_step
            self._newest_step[job] = step
        if not is_waiting:
            self._post(partial(self._tell_step, job))

    @Slot()
    def _deliver(self) -> None:
        while self._letters:
            self._letters.popleft()()

    def _begin(self, job: Job) -> None:
        self.started.emit(job)

    def _tell_step(self, job: Job) -> None:
        with self._lock:
            done, total, text = self._newest_step.pop(job)
        self.progressed.emit(job, done, total, text)

    def _end(self, job: Job, answer: Callable[[], None] | None) -> None:
        self._jobs.remove(job)
        self.ended.emit(job)
        if answer is not None and not job.is_cancelled and (job.owner is None or shiboken6.isValid(job.owner)):
            answer()


@dataclass(frozen=True, slots=True)
class _Steps:
    """The progress of one job."""

    background: Background
    job: Job

    def look_for_cancel(self) -> None:
        """Stop here where somebody asked for it; raises Cancelled."""
        if self.job.is_cancelled:
            raise Cancelled

    def step(self, done: int, total: int | None, text: Text) -> None:
        """Tell the window how far the work is; raises Cancelled."""
        self.look_for_cancel()
        self.background._post_step(self.job, (done, total, text))  # noqa: SLF001  (two halves of one thing)
