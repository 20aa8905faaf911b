"""The frame of every section of the settings: its parts by name, in a scrolled column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.reading_order import first_stop
from iq_desktop.ui.kit.saved_mark import SavedState
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.usecases.permissions import ONLY_RESPONSIBLE, whom_to_ask
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.setting_sections import SettingSection
    from iq_desktop.wording.text import Text

_WIDEST: Final = 1120


class SettingsPage(QWidget):
    """A section; `refresh` and `flush` go on to each part that has them. `saving` carries how the last save stands."""

    saving = Signal(object)

    def __init__(self, name: str, place: Workplace, parent: QWidget | None = None) -> None:
        """Build an empty column for the section of a name."""
        super().__init__(parent)
        self.setObjectName(page_name(name))
        self.place = place
        self.parts: dict[str, QWidget] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._bring_into_sight)
        inside = QWidget(self)
        measure_by_text(inside, most_width=_WIDEST)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(3 * STEP, 0, 3 * STEP, 3 * STEP)
        self._column.setSpacing(2 * STEP)
        self._column.addStretch(1)
        self.scroll_area = PageArea(inside, None, self)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self.scroll_area)

    def add(self, name: str, part: QWidget) -> None:
        """Put a part below the others; it is found by its name."""
        self.parts[name] = part
        self._column.insertWidget(self._column.count() - 1, part)
        speak_part(part)

    def refresh(self) -> None:
        """Read again what the parts show."""
        self._ask_each("refresh")

    def flush(self) -> None:
        """Take over half-typed words."""
        self._ask_each("flush")

    def put_cursor(self, part: str = "") -> None:
        """Put the focus where a part begins, or the section, with its heading in sight; raises KeyError for others."""
        stop = first_stop(self.parts[part] if part else self)
        if stop is not None:
            stop.setFocus()
        self._aim = part
        self._later.start()

    def _bring_into_sight(self) -> None:
        """Scroll to where a part begins, once it has its place."""
        top = self.parts[self._aim].y() if self._aim else 0
        self.scroll_area.verticalScrollBar().setValue(top)

    def save(self, work: Callable[[], tuple[Change, ...]]) -> None:
        """Save behind the window what was just set."""
        self.saving.emit(SavedState.SAVING)
        self.place.background.run(partial(_do, work), self._announce, self._tell_problem, owner=self)

    def _announce(self, changes: tuple[Change, ...]) -> None:
        self.saving.emit(SavedState.SAVED)
        self.place.announce(changes)

    def _tell_problem(self, error: Exception) -> None:
        self.saving.emit(SavedState.NOT_SAVED)
        self.place.tell_problem(error)

    _aim = ""

    def _ask_each(self, act: str) -> None:
        for part in self.parts.values():
            do = getattr(part, act, None)
            if do is not None:
                do()


class ClosedSection(SettingsPage):
    """A section that is not for whoever sits at the desk: it says so, and who can help."""

    def __init__(self, section: SettingSection, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the sentence."""
        super().__init__(section.name, place, parent)
        card = Card(section.title, self)
        self.sentence = SpeakingLabel(NOTHING if section.needs is None else ONLY_RESPONSIBLE[section.needs], "", card)
        self.who = SpeakingLabel(say("Please ask a responsible person."), "muted", card)
        card.add(self.sentence)
        card.add(self.who)
        for part in (one.name for one in section.parts):
            self.parts[part] = card
        self.add(section.name, card)

    def refresh(self) -> None:
        """Read again who can help."""
        ask_behind(self, self.place, self._find_help, self.who.show_text)

    def put_cursor(self, part: str = "") -> None:
        """Leave the focus where it is: there is nothing to do here."""

    def _find_help(self) -> Text:
        return whom_to_ask(self.place.desk.centres.advisers())


def page_name(section: str) -> str:
    """Return the name of the widget that shows a section."""
    return f"{section}_settings"


def _do(work: Callable[[], tuple[Change, ...]], progress: Progress) -> tuple[Change, ...]:
    del progress
    return work()
