"""The program from its first picture to its last save: entrance, main window, end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from iq_desktop.app.backing_up import BackupSchedule
from iq_desktop.app.before_window import tidy_up_again
from iq_desktop.app.last_end import PATIENCE, end_for_sure
from iq_desktop.app.locking import Locking, Senses
from iq_desktop.app.tidying import Tidying
from iq_desktop.app.warm_up import load_rooms
from iq_desktop.ui.kit.background import Background
from iq_desktop.ui.kit.fonts import load_first_fonts, load_other_fonts
from iq_desktop.ui.kit.speller import Speller
from iq_desktop.ui.kit.theme import Scheme, Theme, install_theme
from iq_desktop.ui.shell.ask import AskPort
from iq_desktop.ui.shell.entrance import Entrance
from iq_desktop.ui.shell.places import Spot, read_spot
from iq_desktop.usecases.case_list import bring_lines_up_to_date
from iq_desktop.usecases.centre import my_last_spot, my_settings
from iq_desktop.usecases.vault_watch import check_vault_if_due
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from iq_desktop.app.paths import Paths
    from iq_desktop.domain.centre import DeskSettings
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.kit.banner import Banner
    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.usecases.desk import Desk, Door
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue


_GIVE_WAY: Final = 0.0005
"""Seconds after which work behind the window lets the window go on, each time the window has something to do."""

_LOCK_PATIENCE: Final = 1_500
"""Milliseconds that a lock waits for the present step of work behind the window."""

_CHECK_AFTER: Final = 90_000
"""Milliseconds after the window is shown in which nobody is disturbed by the weekly check."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a program differs from the usual one: where to return to, whom to ask, what to say first."""

    spot: Spot = field(default_factory=Spot)
    ask: AskPort | None = None
    notice: Text = NOTHING
    advice: Text = NOTHING
    begin_again: Callable[[Spot], object] | None = None
    """Starts the program anew after locking; without it the entrance comes back in this one."""


class Program(QObject):
    """Owns the windows, the background and the open vault; `begin` it, run the event loop, `end` it."""

    crashed = Signal()
    shown = Signal()

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        door: Door,
        tongue: Callable[[str], Tongue],
        senses: Senses | None = None,
    ) -> None:
        """Dress the application as the door wants it; no vault is touched. `senses` are others for tests."""
        super().__init__()
        sys.setswitchinterval(_GIVE_WAY)
        self._app, self._paths, self._door, self._tongue = app, paths, door, tongue
        self._senses = senses or Senses()
        self.wishes = Wishes()
        load_first_fonts(app, paths.fonts)
        self.theme: Theme = install_theme(app, Scheme(door.theme()))
        self.background = Background(self)
        self.tidying = Tidying(self)
        self.speller = Speller(app, self.background, paths.spelling)
        self.entrance: Entrance | None = None
        self.window: MainWindow | None = None
        self.locking: Locking | None = None
        self.schedule: BackupSchedule | None = None
        self.desk: Desk | None = None
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.timeout.connect(self._check_vault)
        self.crashed.connect(self._tell_crash)

    def begin(self, wishes: Wishes | None = None) -> None:
        """Show the entrance; what is heavy is loaded once it is painted."""
        self.wishes = wishes or self.wishes
        self.entrance = Entrance(self._door, self.background, self._tongue, self.wishes.ask)
        self.entrance.painted.connect(self._warm_up)
        self.entrance.opened.connect(self.open)
        self.entrance.show()

    def begin_at_desk(self, desk: Desk, wishes: Wishes) -> None:
        """Go straight to a desk that somebody has opened."""
        self.wishes = wishes
        self._load_fonts()
        self.open(desk)

    def open(self, desk: Desk) -> None:
        """Go to the desk."""
        self.desk = desk
        self.background.run(partial(_read_settings, desk), self._show_window, self._raise)

    def end(self) -> None:
        """Take over half-typed words or keep them as a draft, wait for every save, stop imports, close the vault."""
        self._save_everything()
        self.background.close()
        self.tidying.end()
        self._close_vault()
        for window in (self.window, self.entrance):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.window = self.entrance = None
        self.speller.setParent(None)  # the application would keep it, and find it before the next one's
        self.speller.deleteLater()

    def _warm_up(self) -> None:
        tidy_up_again()
        self.background.run(load_rooms, self._stay, self._raise)
        QTimer.singleShot(0, self, self._load_fonts)

    def _load_fonts(self) -> None:
        from iq_desktop.ui.kit.program_icon import program_icon  # noqa: PLC0415  (after the first picture)

        load_other_fonts(self._paths.fonts)
        self._app.setWindowIcon(program_icon())

    def _show_window(self, kept: tuple[DeskSettings, str]) -> None:
        from iq_desktop.ui.shell.window import MainWindow  # noqa: PLC0415  (after the first picture)

        if self.desk is None:
            return
        settings, last_spot = kept
        self.tidying.begin()
        window = self.window = MainWindow(self.desk, self.background, self.theme, settings, self.wishes.ask)
        window.locked.connect(self._lock)
        room = window.screen().availableSize()
        if room.width() <= window.width() or room.height() <= window.height():
            window.showMaximized()
        else:
            window.show()
        if self.entrance is not None:
            self.entrance.hide()
            self.entrance.deleteLater()
            self.entrance = None
        self.locking = Locking(window, self._senses)
        self.schedule = BackupSchedule(window, self.desk)
        window.go_to_spot(self.wishes.spot if self.wishes.spot != Spot() else read_spot(last_spot))
        window.way_out.keeper.begin()
        if self.wishes.notice != NOTHING:
            window.banner.tell(self.wishes.notice, "info", self.wishes.advice)
        self.background.run(partial(_is_fresh, self.desk), self._fill_fresh, self._raise)
        upkeep = partial(bring_lines_up_to_date, self.desk)
        self.background.run(upkeep, self._announce, self._tell, title=say("Bringing the list of cases up to date"))
        self._check_timer.start(_CHECK_AFTER)
        self.shown.emit()

    def _fill_fresh(self, is_fresh: bool) -> None:  # noqa: FBT001  (an answer that is handed over)
        if is_fresh and self.desk is not None:
            from iq_desktop.app.fresh_vault import take_in_starter_pack  # noqa: PLC0415  (see above)

            work = partial(take_in_starter_pack, self.desk, self._paths.packs)
            title = say("Taking in common occupations and towns")
            self.background.run(work, self._announce, self._tell, title=title)

    def _check_vault(self) -> None:
        """Check the whole vault behind the window where that is due: a while after the start, when nobody waits."""
        if self.desk is not None and self.window is not None:
            work = partial(check_vault_if_due, self.desk)
            self.background.run(work, self._announce, self._tell, title=say("Checking the vault"))

    def _announce(self, changes: tuple[Change, ...]) -> None:
        if self.window is not None:
            self.window.changes.announce(changes)

    def _tell(self, error: Exception) -> None:
        if self.window is not None:
            self.window.place.tell_problem(error)

    def _lock(self) -> None:
        """Close the vault and end; memory is clean only in a new process, which comes back to the same page."""
        if self.window is None:
            return
        spot, begin_again = self.window.spot, self.wishes.begin_again
        if begin_again is not None:
            self.background.cancel_long_work()
            has_rest = self.background.wait(_LOCK_PATIENCE)
            try:
                self._end_for_lock(has_rest=has_rest)
            finally:
                begin_again(spot)
                end_for_sure(PATIENCE if has_rest else 0)
                self._app.quit()
            return
        self._save_everything()
        self._close_vault()
        window, self.window = self.window, None
        self.begin(Wishes(spot, self.wishes.ask, self.wishes.notice, self.wishes.advice))
        window.hide()
        window.deleteLater()

    def _end_for_lock(self, *, has_rest: bool) -> None:
        """End; where a step of a backup or a check hears of nothing meanwhile, it ends with the process.

        Everything is saved by now, and what such a step leaves half made is swept away by the next one.
        """
        if has_rest:
            self.end()
        else:
            self._close_vault()

    def _save_everything(self) -> None:
        if self.window is not None:
            self.window.flush()
            self.window.way_out.keeper.keep_last()
            self.window.spot_keeper.keep_now()
        if self.locking is not None:
            self.locking.stop()
            self.locking = None
        if self.schedule is not None:
            self.schedule.stop()
            self.schedule = None
        self._check_timer.stop()
        self.background.cancel_long_work()
        self.background.wait()

    def _close_vault(self) -> None:
        if self.desk is not None:
            desk, self.desk = self.desk, None
            desk.close()

    def _tell_crash(self) -> None:
        banner = self._banner()
        if banner is not None:
            banner.tell(
                say("Something went wrong that should not have happened."),
                "danger",
                say("What is marked as saved is safe. If it happens again, please start the program anew."),
            )

    def _banner(self) -> Banner | None:
        if self.window is not None:
            return self.window.banner
        banner: Banner | None = getattr(self.entrance and self.entrance.screen_shown, "note", None)
        return banner

    def _stay(self, _answer: None) -> None:
        """Nothing is to be done after loading."""

    def _raise(self, error: Exception) -> None:
        raise error


def _read_settings(desk: Desk, progress: Progress) -> tuple[DeskSettings, str]:
    del progress
    return my_settings(desk), my_last_spot(desk)


def _is_fresh(desk: Desk, progress: Progress) -> bool:
    del progress
    return desk.reference.is_empty()
