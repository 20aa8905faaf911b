"""The screen Settings: its sections at the left or, where it is narrow, in one line above; beside them the open one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.ui.kit.page_list import PageColumn, PageList
from iq_desktop.ui.kit.painted import ChoiceBox
from iq_desktop.ui.kit.rail import Place
from iq_desktop.ui.kit.saved_mark import SavedMark
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.settings_page import ClosedSection, page_name
from iq_desktop.ui.screens.setting_pages import SETTING_PAGES
from iq_desktop.usecases.permissions import may_i
from iq_desktop.usecases.setting_sections import SETTING_SECTIONS, section_of
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.ui.screens.parts.settings_page import SettingsPage
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue

_NARROW: Final = 780
"""Below this width, in pixels at the usual size of the text, the sections leave their room to what is set."""
_NAME: Final = say("Sections of the settings")


class SettingsScreen(QWidget):
    """Everything that is set; `settings_chosen` carries the DeskSettings as soon as they are chosen.

    `case_chosen` leads to a case, a page of it and a part there.
    """

    settings_chosen = Signal(object)
    case_chosen = Signal(str, str, str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the list and the first section; another one is built when it is first visited, or by `build`."""
        super().__init__(parent)
        self._place = place
        self._sections = {section.name: section for section in SETTING_SECTIONS}
        self.pages: dict[str, SettingsPage] = {}
        self.page_list = PageList(
            [Place(one.name, one.title, one.icon) for one in self._sections.values()],
            self,
            name=_NAME,
        )
        self.column = PageColumn(self.page_list, self)
        self.choice = ChoiceBox(self)
        self.choice.setObjectName("section")
        self._stack = QStackedWidget(self)
        self.title = SpeakingLabel(say("Settings"), "title", self, wrap=False)
        self.saved_mark = SavedMark(self)
        self._set()
        self.page_list.chosen.connect(self._enter)
        self.choice.activated.connect(self._enter_chosen)
        self.show_section(next(iter(self._sections)))

    def _set(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 0)
        head.setSpacing(2 * STEP)
        head.addWidget(self.title)
        head.addWidget(self.choice)
        head.addStretch(1)
        head.addWidget(self.saved_mark)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.column)
        right = QVBoxLayout()
        right.setContentsMargins(0, 2 * STEP, 0, 0)
        right.addWidget(self._stack)
        body.addLayout(right, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addLayout(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sections at the left, or above where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(_NARROW)
        self.column.setVisible(not is_narrow)
        self.choice.setVisible(is_narrow)

    def speak(self, tongue: Tongue) -> None:
        """Name the sections in the line above."""
        self.choice.clear()
        self.choice.addItems([tongue.speak(section.title) for section in self._sections.values()])
        self.choice.setCurrentIndex(list(self._sections).index(self._now))
        self.choice.setAccessibleName(tongue.speak(_NAME))

    @property
    def section(self) -> str:
        """The name of the section that is open."""
        return self._now

    @property
    def page(self) -> SettingsPage:
        """The section that is open."""
        return self.pages[self._now]

    def show_section(self, name: str) -> SettingsPage:
        """Leave the present section with everything typed taken over, and show another; raises KeyError for others."""
        if self.pages:
            self.page.flush()
        self._build(name)
        self._now = name
        self._stack.setCurrentWidget(self.page)
        self.page_list.choose(name)
        self.choice.setCurrentIndex(list(self._sections).index(name))
        return self.page

    def refresh(self) -> None:
        """Read again what the open section shows."""
        self.page.refresh()

    def put_cursor(self) -> None:
        """Put the focus where the open section begins."""
        self.page.put_cursor()

    def go_to(self, part: str) -> None:
        """Show a section, or the one in which a part lies, with the focus there; raises KeyError for unknown names."""
        section = section_of(part).name
        self.show_section(section).refresh()
        self.page.put_cursor("" if part == section else part)

    def open_part(self, name: str) -> None:
        """Show the section whose page has a name, so that half-typed words come back."""
        found = next((section for section in self._sections if page_name(section) == name), None)
        if found is not None:
            self.show_section(found).refresh()

    def flush(self) -> None:
        """Take over half-typed words."""
        self.page.flush()

    def build(self) -> Iterator[None]:
        """Build the sections that are still missing, one each time the next is asked for."""
        for name in self._sections:
            self._build(name)
            yield

    def _enter(self, name: str) -> None:
        self.show_section(name).refresh()

    def _enter_chosen(self, at: int) -> None:
        self._enter(list(self._sections)[at])

    def _build(self, name: str) -> None:
        if name in self.pages or name not in self._sections:
            return
        needs = self._sections[name].needs
        is_allowed = needs is None or may_i(self._place.desk, needs)
        make = SETTING_PAGES[name] if is_allowed else partial(ClosedSection, self._sections[name])
        page = self.pages[name] = make(self._place, self._stack)
        self._stack.addWidget(page)
        page.saving.connect(self.saved_mark.show_state)
        chosen = getattr(page, "settings_chosen", None)
        if chosen is not None:
            chosen.connect(self.settings_chosen)
        leading = getattr(page, "case_chosen", None)
        if leading is not None:
            leading.connect(self.case_chosen)
        speak_part(page)

    _now = ""
