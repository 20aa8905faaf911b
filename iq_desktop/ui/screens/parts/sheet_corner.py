"""What a page of a case has of sheets: printing one, finding the talk of one by its code, typing its answers in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.speaking import SpeakingButton, speak_part
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.sheet_mask import SheetMask
from iq_desktop.usecases.sheets import draw_up_sheet, find_sheet, note_sheet
from iq_desktop.usecases.talk import continue_talk, with_talk
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.sheets import Sheet


class SheetCard(Card):
    """Asks for the code of a filled-in sheet; `code_typed` carries it."""

    code_typed = Signal(str)

    def __init__(self, page: PageFrame) -> None:
        """Build the field."""
        hint = say("Any instrument can be printed, filled in by hand, and typed in here: one key for each line.")
        super().__init__(say("Sheets that came back"), page, hint=hint)
        self.setObjectName("sheets")
        self.code = LineEditor("sheet_code", self)
        self.button = SpeakingButton(say("Type the sheet in"), "", "papers", self)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(FieldFrame(self.code, say("Code at the foot of the sheet"), say("Such as 7K3Q-M2X9"), self), 1)
        row.addWidget(self.button)
        row.addStretch(1)
        self.add(row)
        self.button.clicked.connect(self._ask)
        self.code.line.returnPressed.connect(self._ask)

    def _ask(self) -> None:
        typed = self.code.line.text().strip()
        if typed:
            self.code_typed.emit(typed)


class SheetCorner(QObject):
    """Ties sheets to a page of a case: `other_case` carries the identity of the case to which a code belongs."""

    other_case = Signal(str)

    def __init__(self, page: PageFrame) -> None:
        """Build the card; the page puts it where it belongs."""
        super().__init__(page)
        self._page = page
        self.card = SheetCard(page)
        self.mask: SheetMask | None = None
        self.card.code_typed.connect(self.find)

    def print_out(self, talk: Conversation) -> None:
        """Print the sheet of a talk that was begun; it lies in the case from now on, unless it is anonymous."""
        page = self._page
        if not talk.instrument.is_anonymous:
            page.change(with_talk(page.open_case.case, talk))
        case = page.open_case.case
        work = partial(draw_up_sheet, page.place.desk, case, talk)
        ask_behind(self, page.place, work, partial(self._hand_to_printer, case))

    def find(self, typed: str) -> None:
        """Open the mask of the sheet with a code; says so where it belongs to another case."""
        desk, case = self._page.place.desk, self._page.open_case.case
        ask_behind(self, self._page.place, partial(_find, desk, case, typed), self._take_found)

    def put_away(self) -> None:
        """Show the page again."""
        if self.mask is not None:
            self.mask.hide()
            self.mask.talk = None
        self._page.scroll_area.show()

    def _hand_to_printer(self, case: CaseFile, sheet: Sheet) -> None:
        page = self._page
        if not page.place.ask.print_pdf(sheet.pdf, as_it_is(sheet.title)):
            return
        told = say("The sheet was sent to the printer. Its code is {code}.", code=sheet.code)
        if not sheet.code:
            told = say("The sheet was sent to the printer. It is anonymous.")
        page.place.banner.tell(told)
        ask_behind(self, page.place, partial(note_sheet, page.place.desk, case, sheet), _nothing)

    def _take_found(self, found: Conversation | str) -> None:
        if isinstance(found, str):
            self._page.place.banner.tell(
                say("This sheet belongs to another case."),
                "info",
                act_name=say("Open that case"),
                act=partial(self.other_case.emit, found),
            )
            return
        mask = self._built()
        mask.begin(found, self._page.place.tongue().code)
        self._page.scroll_area.hide()
        mask.show()
        mask.table.setFocus()
        self.card.code.show_value("")

    def _built(self) -> SheetMask:
        if self.mask is None:
            self.mask = SheetMask(self._page)
            self.mask.hide()
            self.mask.filled.connect(self._take)
            self.mask.left.connect(self.put_away)
            layout = self._page.layout()
            if layout is not None:
                layout.addWidget(self.mask)
            speak_part(self.mask)
        return self.mask

    def _take(self, talk: Conversation) -> None:
        self.put_away()
        page = self._page
        page.change_with_undo(with_talk(page.open_case.case, talk), say("The answers of the sheet are in the case."))


def _find(desk: Desk, case: CaseFile, typed: str) -> Conversation | str:
    """Return the talk of a sheet, or the identity of the other case that it belongs to."""
    case_id, run_id = find_sheet(desk, typed)
    return continue_talk(desk, case, run_id) if case_id == case.id else case_id


def _nothing(_answer: None) -> None:
    """Nothing is to be done after a sheet was noted."""
