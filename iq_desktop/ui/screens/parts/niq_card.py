"""What the documentation NIQ still lacks of a case: the light in words, and one line for each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.usecases.missing import niq_lacks
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.missing import Lack

_MARKS = {NiqLight.RED: "danger", NiqLight.AMBER: "warn", NiqLight.GREEN: "good"}
_WORDS = {
    NiqLight.RED: say("Cannot be reported yet"),
    NiqLight.AMBER: say("Can be reported, but is incomplete"),
    NiqLight.GREEN: say("Complete, can be reported"),
}


class NiqCard(LineList):
    """The light and the lines; `wanted` carries the page and the field of a line."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        """Build the light."""
        super().__init__(say("Documentation NIQ"), NOTHING, parent)
        self.mark = Mark("open", self, 20)
        self.words = SpeakingLabel(NOTHING, "strong", self)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        self.body.insertLayout(1, row)
        self.chosen.connect(self._go)

    def show_case(self, case: CaseFile, today: dt.date) -> None:
        """Show how far the record of a case has come; never emits."""
        light = niq_state(case, today).light
        self.mark.show_kind(_MARKS[light])
        self.words.show_text(_WORDS[light])
        self.show_lines([_line_of(lack) for lack in niq_lacks(case, today)])

    def go_to_first(self) -> None:
        """Put the focus on the first line."""
        if self.buttons:
            self.buttons[0].setFocus()

    def _go(self, value: tuple[str, str]) -> None:
        self.wanted.emit(*value)


def _line_of(lack: Lack) -> Line:
    count = say_count("{count} missing", "{count} missing", count=lack.count)
    icon = "danger" if lack.is_grave else "warn"
    return Line(icon, lack.title, lack.words, count, lack.is_grave, (lack.page, lack.field))
