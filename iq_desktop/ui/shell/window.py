"""The main window: the rail, the screens, the open case, one place for messages and one for long work."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QTableView

from iq_desktop.ui.client_view.stage import KEPT_KEYS, ClientStage
from iq_desktop.ui.kit.qt_words import speak_qt
from iq_desktop.ui.kit.reading_order import go_by_tab
from iq_desktop.ui.kit.speaking import speak_in_turns, speak_tree
from iq_desktop.ui.kit.theme import Scheme, Theme
from iq_desktop.ui.kit.turns import Turns
from iq_desktop.ui.shell.announcements import Announcements
from iq_desktop.ui.shell.ask import AskPort, QtAsk
from iq_desktop.ui.shell.case_view import CaseView
from iq_desktop.ui.shell.finder import Finder
from iq_desktop.ui.shell.frame import Frame
from iq_desktop.ui.shell.key_help import KeyHelp
from iq_desktop.ui.shell.key_rows import LIST_KEYS, key_groups
from iq_desktop.ui.shell.open_case import OpenCase
from iq_desktop.ui.shell.places import AREAS, CASE, CASES, PLACES, SETTINGS, TODAY, Spot, case_screens
from iq_desktop.ui.shell.rival import RivalChoice
from iq_desktop.ui.shell.screens import Screens
from iq_desktop.ui.shell.spot_keeper import SpotKeeper
from iq_desktop.ui.shell.steering import Steering
from iq_desktop.ui.shell.steps import Steps
from iq_desktop.ui.shell.way_out import WayOut
from iq_desktop.ui.shell.workplace import Workplace
from iq_desktop.usecases.cases import get_case
from iq_desktop.wording.languages import ADVISER_LANGUAGES, PAPER_LANGUAGES
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.centre import DeskSettings
    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.screens.cases import CasesScreen
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.problems import IqError
    from iq_desktop.wording.tongue import Tongue

_SIZE: Final = (1366, 768)
_SMALLEST: Final = (880, 500)


class MainWindow(QMainWindow):
    """Everything that an unlocked program shows.

    `locked` is emitted when all is saved and the vault shall close, `closed` when the window was closed.
    """

    locked = Signal()
    closed = Signal()
    settings_applied = Signal()

    def __init__(
        self, desk: Desk, background: Background, theme: Theme, settings: DeskSettings, ask: AskPort | None = None
    ) -> None:
        """Build rail and case view; each screen is built when it is first visited."""
        super().__init__()
        self.settings = settings
        self._desk, self._background, self._theme = desk, background, theme
        self._tongue = desk.tongue(settings.language)
        self.frame = Frame(background, desk.adviser, self)
        self.rail, self.stack, self.banner = self.frame.rail, self.frame.stack, self.frame.banner
        self.changes = Announcements(self)
        self.place = Workplace(
            desk=desk,
            background=background,
            tongue=self._speak_now,
            client_tongue=self._client_tongue,
            changes=self.changes,
            banner=self.banner,
            ask=ask or QtAsk(self, self._speak_now),
            stage=ClientStage(self, KEPT_KEYS),
        )
        self.open_case = OpenCase(desk, background, self.place.announce, self)
        wires: dict[str, Callable[..., object]] = {
            "case_chosen": self.show_case,
            "new_case_wanted": self.begin_new_case,
            "import_wanted": partial(self.go_to, SETTINGS),
            "settings_wanted": self.show_settings,
            "settings_chosen": self.apply_settings,
        }
        self.areas = Screens(self.stack, self.place, wires, self.open_case)
        self.screens = self.areas.made
        self._build()
        self._bind()
        self.resize(*_SIZE)
        self.setMinimumSize(*_SMALLEST)
        theme.choose(Scheme(settings.theme))
        theme.choose_text_size(settings.text_size)
        self._speaking, self._building = Turns(self), Turns(self)
        speak_qt(self._tongue.code)
        speak_tree(self, self._tongue)
        self.go_to(TODAY)

    def _build(self) -> None:
        self.case_view = CaseView(self.place, self.open_case, case_screens(), self)
        self.rival = RivalChoice(self.open_case, self)
        self.steps = Steps(self.open_case, self.case_view, self.banner, self)
        self.keys = KeyHelp(self)
        self.way_out = WayOut(self, self._desk)
        self.frame.messages.addWidget(self.rival)
        self.stack.addWidget(self.case_view)
        self.setCentralWidget(self.frame)

    def _bind(self) -> None:
        self.rail.chosen.connect(self.go_to)
        self.frame.foot.lock_pressed.connect(self.lock)
        self.frame.foot.quit_pressed.connect(self.close)
        self.open_case.changed.connect(self.frame.name_case)
        self.open_case.failed.connect(self._tell_failure)
        self.open_case.refused.connect(self.banner.tell_error)
        self.open_case.saved.connect(self._forget_failure)
        self.case_view.page_opened.connect(self._show_title)
        self.case_view.case_wanted.connect(self.show_case)
        self.way_out.done.connect(self.locked)
        self.way_out.cover.opened.connect(self._show_title)
        self.case_view.page_opened.connect(self.frame.forget_news)
        self.steering = Steering(self)
        self.spot_keeper = SpotKeeper(self, self._desk)
        self.finder = Finder(self.place, self.steering.where, self)
        self.finder.taken.connect(self.steering.follow)
        self.open_case.opened.connect(self.finder.note_case)
        self.frame.find_pressed.connect(self.finder.open)
        self.case_view.header.undo_wanted.connect(self.steps.undo)
        self.case_view.header.redo_wanted.connect(self.steps.redo)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  (Qt names it so)
        """Let Tab go as the window is read."""
        return go_by_tab(self, is_forward=next)

    @property
    def spot(self) -> Spot:
        """Where the adviser is, to come back there."""
        if self.open_case.is_open and self.stack.currentWidget() is self.case_view:
            return Spot(CASE, self.open_case.case.id, self.case_view.page_name)
        return Spot(self.areas.find_shown() or TODAY)

    def go_to(self, name: str) -> None:
        """Go to a place of the rail; the open case only where there is one."""
        self.areas.flush()
        if name == CASE:
            if self.open_case.is_open:
                self._show_case_view()
            return
        self.frame.forget_news()
        screen = self.areas.get(name)
        self.stack.setCurrentWidget(screen)
        self.rail.choose(name)
        self._show_title()
        for act in ("refresh", "put_cursor"):
            if hasattr(screen, act):
                getattr(screen, act)()

    def go_to_spot(self, spot: Spot) -> None:
        """Come back to where the adviser was."""
        if spot.place == CASE and spot.case_id:
            self.show_case(spot.case_id, spot.page)
        else:
            self.go_to(spot.place if spot.place in AREAS else TODAY)

    def show_case(self, case_id: str, page: str = "", part: str = "") -> None:
        """Open a case at a page and a part of it, or where one was; the case before is saved first."""
        self.case_view.flush()
        if self.open_case.is_open and self.open_case.case.id == case_id:
            self._show_case_view(page, part)
            return
        self.open_case.when_saved(partial(self._read_case, case_id, page, part))

    def begin_new_case(self) -> None:
        """Ask the four things for a new case."""
        self.go_to(CASES)
        self._cases().begin_new_case()

    def search_for_case(self, words: str = "") -> None:
        """Put the cursor into the search for cases, where words are given with what they find."""
        self.go_to(CASES)
        self._cases().go_to_search()
        if words:
            self._cases().search.setText(words)

    def show_settings(self, part: str = "") -> None:
        """Show the settings with the cursor in one of their parts."""
        self.go_to(SETTINGS)
        self.areas.go_to_part(SETTINGS, part)

    def show_keys(self) -> None:
        """Show the keys of the page that is open."""
        page = self.case_view.page if self.spot.place == CASE else self.stack.currentWidget()
        has_list = page is not None and any(table.isVisible() for table in page.findChildren(QTableView))
        own = getattr(page, "key_rows", LIST_KEYS if has_list else ())
        self.keys.show_keys(key_groups(self.steering.where(), own))

    def apply_settings(self, settings: DeskSettings) -> None:
        """Speak another language, wear another theme, at once."""
        self.flush()
        self._theme.choose(Scheme(settings.theme))
        self._theme.choose_text_size(settings.text_size)
        if settings.language != self.settings.language:
            self._tongue = self._desk.tongue(settings.language)
            speak_qt(self._tongue.code)
            self._speaking.begin(speak_in_turns(self, self._tongue))
            self._show_title()
            if self.open_case.is_open:
                self.frame.name_case(self.open_case.case)
        self.settings = settings
        self.settings_applied.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Build what is not seen yet, so that a first visit only shows it."""
        super().showEvent(event)
        self._building.begin(chain(self.areas.build(), self.case_view.build_pages()))

    @property
    def is_prepared(self) -> bool:
        """Whether every screen and page is built and spoken."""
        return self._building.is_done and self._speaking.is_done

    def lock(self) -> None:
        """Hide everything, save everything, then ask for the vault to be closed."""
        self.way_out.lock()

    def flush(self) -> None:
        """Take over half-typed words."""
        self.case_view.flush()
        self.areas.flush()

    @property
    def rooms(self) -> dict[str, QWidget]:
        """The screens and pages that are built, by name."""
        return {**self.screens, **self.case_view.pages}

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is saved."""
        event.setAccepted(self.way_out.may_close())
        if event.isAccepted():
            self.closed.emit()

    def _cases(self) -> CasesScreen:
        screen: CasesScreen = self.areas.get(CASES)  # type: ignore[assignment]  # made under this name
        return screen

    def _read_case(self, case_id: str, page: str, part: str) -> None:
        work = partial(_read, self._desk, case_id)
        self._background.run(work, partial(self._take_case, page, part), self.place.tell_problem, owner=self)

    def _take_case(self, page: str, part: str, case: CaseFile) -> None:
        self.open_case.open(case)
        self._show_case_view(page, part)

    def _show_case_view(self, page: str = "", part: str = "") -> None:
        self.case_view.show_page(page or self.case_view.last_page(self.open_case.case.id))
        self.stack.setCurrentWidget(self.case_view)
        self.frame.show_case_place()
        self._show_title()
        self.case_view.put_cursor(part)

    def _show_title(self) -> None:
        """Name the window without anybody's name: it stands in the task bar."""
        if self.way_out.cover.is_closed:
            return
        if self.spot.place == CASE:
            text = say("Case {number} – IQ Desktop", number=self.open_case.case.number)
        else:
            title = {place.name: place.text for place in PLACES}[self.spot.place]
            text = say("{title} – IQ Desktop", title=title)
        self.setWindowTitle(self._tongue.speak(text))

    def _tell_failure(self, error: IqError) -> None:
        if not self.open_case.is_rivalled:
            self.banner.tell_error(error, say("Try again"), self.open_case.save_now)

    def _forget_failure(self) -> None:
        if self.banner.property("kind") == "danger":
            self.banner.clear()

    def _speak_now(self) -> Tongue:
        return self._tongue

    def _client_tongue(self, code: str) -> Tongue | None:
        return self._desk.tongue(code) if code in (*PAPER_LANGUAGES, *ADVISER_LANGUAGES) else None


def _read(desk: Desk, case_id: str, progress: Progress) -> CaseFile:
    del progress
    return get_case(desk, case_id)
