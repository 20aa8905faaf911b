"""A desk with one open case and one of its pages on the screen, over ports in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.ui.kit.background import Background
from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.rating_row import RatingList
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.theme import Scheme, Theme, install_theme
from iq_desktop.ui.screens.case_pages import CASE_SCREENS
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.shell.announcements import Announcements
from iq_desktop.ui.shell.open_case import OpenCase
from iq_desktop.ui.shell.workplace import Workplace
from tests.support.fakes import MemoryPrinter, a_desk, with_cases
from tests.support.full_cases import a_usual_case
from tests.support.office import FakeAsk, OfficeCases
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.problems import IqError
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

Page = TypeVar("Page", bound=QWidget)


@dataclass
class ToldBanner:
    """Remembers what was told."""

    told: list[str] = field(default_factory=list)
    act: Callable[[], None] | None = None

    def tell(self, text: Text, *_: Any, act: Callable[[], None] | None = None, **__: Any) -> None:
        self.told.append(english().speak(text))
        self.act = act

    def tell_error(self, error: IqError, *_: Any, **__: Any) -> None:
        self.told.append(english().speak(error.text))

    def clear(self) -> None:
        self.told.clear()


class Office:
    """What an adviser can do on one page of one case."""

    def __init__(self, bot: QtBot) -> None:
        self.bot = bot
        self.cases = OfficeCases()
        self.printer = MemoryPrinter()
        self.desk: Desk = with_cases(a_desk(TRANSLATIONS, printer=self.printer), self.cases)
        self.background = Background()
        self.banner, self.ask = ToldBanner(), FakeAsk()
        self.announcements = Announcements()
        self.open_case = OpenCase(self.desk, self.background, self.announcements.announce)
        self.tongue: Tongue = english()

    def open(self, name: str, case: CaseFile | None = None, width: int = 926, height: int = 640) -> Any:
        """Show a page of a case, as the shell does."""
        case = case or a_usual_case()
        self.cases.by_id[case.id] = case
        place = Workplace(
            self.desk, self.background, self._now, self._client_tongue, self.announcements, self.banner, self.ask
        )
        self.open_case.open(case)
        page = CASE_SCREENS[name](place, self.open_case, None)
        self.bot.addWidget(page)
        speak_tree(page, self.tongue)
        page.show_case(case)
        self.open_case.changed.connect(page.show_case)
        page.resize(width, height)
        with self.bot.waitExposed(page):
            page.show()
        page.activateWindow()
        self.bot.waitUntil(page.isActiveWindow)
        self.settle()
        for rows in page.findChildren(QWidget):
            if isinstance(rows, RatingList | RowList):
                self.fill(rows)
        return page

    def fill(self, rows: RatingList | RowList) -> None:
        """Wait until a long list has all its rows."""
        self.bot.waitUntil(lambda: rows.is_filled)
        self.settle()

    @property
    def case(self) -> CaseFile:
        """The case as it is shown."""
        return self.open_case.case

    @property
    def stored(self) -> CaseFile:
        """The case as it lies in the vault."""
        self.settle()
        return self.cases.by_id[self.case.id]

    def settle(self) -> None:
        """Let the background end and layouts come to rest."""
        for _ in range(4):
            self.background.wait()
            QApplication.processEvents()

    def type(self, widget: QWidget, words: str) -> None:
        """Type any letters of any script."""
        widget.setFocus()
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press one key."""
        QTest.keyClick(widget, key)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Click into the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def close(self) -> None:
        """End the background."""
        self.background.close()

    def _now(self) -> Tongue:
        return self.tongue

    def _client_tongue(self, code: str) -> Tongue | None:
        del code
        return None


@pytest.fixture(scope="session")
def dressed(qapp: QApplication, project_folder: Path) -> Theme:
    """The look of the program."""
    load_fonts(qapp, project_folder / "resources" / "fonts")
    return install_theme(qapp, Scheme.LIGHT)


@pytest.fixture
def office(qtbot: QtBot, dressed: Theme) -> Iterator[Office]:
    """An office in the light scheme that speaks English."""
    dressed.choose(Scheme.LIGHT)
    one = Office(qtbot)
    yield one
    one.close()
