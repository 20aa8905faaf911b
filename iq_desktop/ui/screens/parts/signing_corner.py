"""What the page Agreement has of signing: the screen for it over the page, and what was signed into the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.screens.signing import SigningScreen
from iq_desktop.usecases.agreements import note_signed_on_paper, sign_on_screen
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.agreement import Signer
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.ink import Ink
    from iq_desktop.ui.screens.parts.page_frame import PageFrame


class SigningCorner(QObject):
    """Ties the screen to its page; it is built when somebody first signs."""

    def __init__(self, page: PageFrame) -> None:
        """Keep the page."""
        super().__init__(page)
        self._page = page
        self.screen: SigningScreen | None = None

    @property
    def is_signing(self) -> bool:
        """Whether the screen lies over the page."""
        return self.screen is not None and self.screen.is_signing

    def begin(self) -> None:
        """Show what was agreed, to be read and signed."""
        screen = self._built()
        screen.begin(self._page.open_case.case)
        self._page.scroll_area.hide()
        screen.show()
        screen.pane.setFocus()

    def show_case(self, case: CaseFile) -> None:
        """Follow the case while it is signed."""
        if self.screen is not None and self.screen.is_signing:
            self.screen.follow(case)

    def note_paper(self, day: dt.date) -> None:
        """Note that both signed on paper on a day."""
        self._page.flush()
        try:
            case = note_signed_on_paper(self._page.place.desk, self._page.open_case.case, day)
        except IqError as problem:
            self._page.place.banner.tell_error(problem)
            return
        told = say("Noted as signed on {day}. The scan can be attached on the page Papers.", day=day)
        self._page.change_with_undo(case, told)

    def leave(self) -> None:
        """Show the page again."""
        if self.screen is not None:
            self.screen.put_away()
            self.screen.hide()
        self._page.scroll_area.show()

    def _sign(self, signer: Signer, ink: Ink, name: str, language: str) -> None:
        try:
            case = sign_on_screen(
                self._page.place.desk, self._page.open_case.case, signer, ink, name, language=language
            )
        except IqError as problem:
            self._page.place.banner.tell_error(problem)
            return
        self._page.change_with_undo(case, say("Signed."))

    def _built(self) -> SigningScreen:
        if self.screen is None:
            self.screen = SigningScreen(self._page.place, self._page)
            self.screen.hide()
            self.screen.signed.connect(self._sign)
            self.screen.ended.connect(self.leave)
            layout = self._page.layout()
            if layout is not None:
                layout.addWidget(self.screen)
            speak_part(self.screen)
        return self.screen
