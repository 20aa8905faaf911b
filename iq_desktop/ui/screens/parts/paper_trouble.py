"""What stands in the place of a paper that cannot be made: why, and the way to the page where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.rights import RESTRICTED
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.usecases.field_pages import find_field, find_page_of_field
from iq_desktop.usecases.problems import Stopped
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.wording.problems import IqError

_RIGHTS: Final = next(page for page in CASE_PAGES if page.name == "rights")


class PaperTrouble(QWidget):
    """A message with a button to the page; `page_wanted` carries its name and that of the field."""

    page_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the message."""
        super().__init__(parent)
        self._page = self._field = ""
        self.text = SpeakingLabel(NOTHING, "strong", self)
        self.advice = SpeakingLabel(NOTHING, "muted", self)
        self.go_button = SpeakingButton(NOTHING, "", "right", self)
        self.go_button.clicked.connect(self._go)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(self.text)
        words.addWidget(self.advice)
        words.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(Mark("danger", self, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_error(self, error: IqError) -> None:
        """Show why there is no paper; the button appears where the field and its page are known.

        What is stopped leads to the rights of the person, where the withdrawal itself can be printed.
        """
        self.text.show_text(error.text)
        self.advice.show_text(error.advice)
        if isinstance(error, Stopped):
            self._page, self._field = _RIGHTS.name, "restriction" if error.stop is RESTRICTED else "withdrawal"
            self.go_button.show_text(say("To the page {page}", page=_RIGHTS.title))
            self.go_button.show()
            return
        field = getattr(error, "field", None)
        page = find_page_of_field(field) if isinstance(field, Text) else None
        exact = find_field(field) if isinstance(field, Text) else None
        self._page = page.name if page else ""
        self._field = exact.field if exact else ""
        self.go_button.setVisible(page is not None)
        if exact is not None:
            self.go_button.show_text(say("To the field"))
        elif page is not None:
            self.go_button.show_text(say("To the page {page}", page=page.title))

    def _go(self) -> None:
        self.page_wanted.emit(self._page, self._field)
