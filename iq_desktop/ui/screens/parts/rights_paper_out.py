"""Making papers about rights behind the window, then printing or saving them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.ui.screens.parts.paper_choice import PAPER_LANGUAGE
from iq_desktop.ui.shell.ask import PDF
from iq_desktop.usecases.rights import note_copy_given
from iq_desktop.usecases.rights_papers import print_protocol, save_rights_paper
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from iq_desktop.domain.erasure import Erasure
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.rights_papers import RightsPaper
    from iq_desktop.wording.text import Text


def print_paper(owner: QObject, place: Workplace, make: Callable[[], RightsPaper]) -> Job:
    """Make a paper and hand it to a printer; a copy of all data is noted as soon as it was printed."""
    return _run(owner, place, make, partial(_hand_to_printer, owner, place))


def save_paper(owner: QObject, place: Workplace, title: Text, name: str, make: Callable[[], RightsPaper]) -> Job | None:
    """Ask for a file, make a paper and write it there; None where the person changed their mind."""
    path = place.ask.where_to_save(title, name, PDF)
    if path is None:
        return None
    return _run(owner, place, partial(_make_and_save, place, make, path), partial(_tell_saved, place, path))


def print_protocol_of(place: Workplace, done: Erasure) -> None:
    """Print the protocol of an erasing, wherever one is by now."""
    print_paper(place.changes, place, partial(print_protocol, place.desk, done, PAPER_LANGUAGE))


def _run(owner: QObject, place: Workplace, work: Callable[[], RightsPaper], done: Callable[[RightsPaper], None]) -> Job:
    failed = partial(tell_failure, place)
    return place.background.run(
        partial(_without_progress, work), done, failed, title=say("Making the paper"), owner=owner
    )


def _hand_to_printer(owner: QObject, place: Workplace, paper: RightsPaper) -> None:
    if not place.ask.print_pdf(paper.pdf, paper.title):
        return
    told = partial(_tell, place, say("Sent to the printer: {title}", title=paper.title))
    if paper.copy is None:
        told(None)
    else:
        ask_behind(owner, place, partial(note_copy_given, place.desk, paper.copy, "paper"), told)


def _make_and_save(place: Workplace, make: Callable[[], RightsPaper], path: Path) -> RightsPaper:
    paper = make()
    save_rights_paper(place.desk, paper, path)
    return paper


def _tell_saved(place: Workplace, path: Path, _paper: RightsPaper) -> None:
    told = say("Saved as {name}", name=path.name)
    place.banner.tell(told, "good", say("A file outside the program is not protected."))


def _tell(place: Workplace, told: Text, _answer: None) -> None:
    place.banner.tell(told)


def _without_progress(work: Callable[[], RightsPaper], progress: Progress) -> RightsPaper:
    del progress
    return work()
