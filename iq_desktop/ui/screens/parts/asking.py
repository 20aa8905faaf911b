"""Asking vault or printer behind the window, and telling where that fails."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.text import Text

T = TypeVar("T")


def ask_behind(owner: QObject, place: Workplace, work: Callable[[], T], done: Callable[[T], None]) -> Job:
    """Do short work on the background's thread and hand its answer over; a failure is told in the banner."""
    return place.background.run(partial(_without_progress, work), done, partial(tell_failure, place), owner=owner)


def ask_slowly(owner: QObject, place: Workplace, work: Callable[[], T], done: Callable[[T], None], title: Text) -> Job:
    """Do the same with work that looks at sticks or the network: it takes its time, and saving must not wait for it."""
    failed = partial(tell_failure, place)
    return place.background.run(partial(_without_progress, work), done, failed, title=title, owner=owner, is_quiet=True)


def tell_failure(place: Workplace, error: Exception) -> None:
    """Tell in the banner what the adviser can mend; anything else goes on to the report of crashes."""
    if not isinstance(error, IqError):
        raise error
    place.banner.tell_error(error)


def _without_progress(work: Callable[[], T], progress: Progress) -> T:
    del progress
    return work()
