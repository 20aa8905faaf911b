"""The unlock screen, the first thing that is painted: who is there, the password, or the recovery code.

Whoever comes with the code chooses a new password at once, and sits down only then: nobody works without a name.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, mark_wrong, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.opening_progress import OpeningProgress
from iq_desktop.ui.screens.parts.unlock_parts import CodeWay, Way, lines_of, links_of, middle_of, promises
from iq_desktop.ui.screens.parts.unlock_work import check_code, rescue, unlock, unlock_with_code
from iq_desktop.ui.shell.language_buttons import LanguageButtons
from iq_desktop.ui.shell.password_line import PasswordLine, label_for
from iq_desktop.usecases.vault_health import DamagedVault
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.kit.painted import ChoiceBox
    from iq_desktop.ui.screens.parts.new_start import NewStart
    from iq_desktop.ui.screens.parts.rescue_offer import RescueOffer
    from iq_desktop.usecases.desk import Desk, Door
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.vault_health import Rescue
    from iq_desktop.wording.tongue import Tongue

T = TypeVar("T")
_CARD_WIDTH: Final = 440
_SIDE_SHARE: Final = (5, 8)


class UnlockScreen(QWidget):
    """Asks who is there: `unlocked` carries the desk, `language_chosen` a code; `return_wanted`: there is a backup."""

    unlocked = Signal(object)
    return_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, door: Door, background: Background, language: str, parent: QWidget | None = None) -> None:
        """Build the screen; a vault whose header cannot be read shows why and is asked again on demand."""
        super().__init__(parent)
        self._door = door
        self._background = background
        self._advisers: Sequence[Adviser] = ()
        self.adviser: ChoiceBox | None = None
        self.new_start: NewStart | None = None
        self.offer: RescueOffer | None = None
        self.languages = LanguageButtons(language, self)
        self.languages.chosen.connect(self.language_chosen)
        self._make_fields()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(promises(self), _SIDE_SHARE[0])
        row.addLayout(middle_of(self.languages, self._make_card()), _SIDE_SHARE[1])
        self._show_way(Way.PASSWORD)
        self.read_advisers()

    def read_advisers(self) -> None:
        """Ask the vault who can unlock it."""
        self.note.clear()
        try:
            self._advisers = self._door.advisers()
        except IqError as error:
            self.note.tell_error(error)
        self._show_advisers()
        self._can_open = bool(self._advisers)
        self._set_busy(is_busy=False)
        self.password.setFocus()

    def _show_advisers(self) -> None:
        """Show the one name, or a choice where there are several; only then its widget is loaded."""
        self.name.show_text(as_it_is(self._advisers[0].name) if self._advisers else NOTHING)
        if len(self._advisers) > 1 and self.adviser is None:
            from iq_desktop.ui.kit.painted import ChoiceBox  # noqa: PLC0415  (7 ms that most starts do not need)

            self.adviser = ChoiceBox(self)
            self.adviser.setObjectName("adviser")
            self._names.addWidget(self.adviser)
            self.name_label.setBuddy(self.adviser)
        if self.adviser is not None:
            self.adviser.clear()
            self.adviser.addItems([adviser.name for adviser in self._advisers])
        self.name.setVisible(self.adviser is None)

    def _adviser_id(self) -> str:
        return self._advisers[self.adviser.currentIndex() if self.adviser is not None else 0].id

    def speak(self, tongue: Tongue) -> None:
        """Name the fields for screen readers."""
        if self.adviser is not None:
            self.adviser.setAccessibleName(tongue.speak(say("Your name")))

    def _make_fields(self) -> None:
        self.name = SpeakingLabel(NOTHING, "strong", self, wrap=False)
        self.password = PasswordLine("password", say("Password"), self)
        self._code_way = CodeWay(self)
        self.code = self._code_way.code
        self.unlock_button = SpeakingButton(say("Unlock"), "primary", "lock", self)
        self.other_way = SpeakingButton(say("Password forgotten?"), "plain", parent=self)
        self.return_button = SpeakingButton(say("I have a backup"), "plain", parent=self)
        self.again = SpeakingButton(say("Try again"), parent=self)
        self.note = Banner(self)
        self.progress = OpeningProgress(self._background, self)
        self.unlock_button.clicked.connect(self._unlock)
        self.password.entered.connect(self._unlock)
        self.code.returnPressed.connect(self._unlock)
        self.other_way.clicked.connect(self._turn)
        self.return_button.clicked.connect(self.return_wanted)
        self.again.clicked.connect(self.read_advisers)

    def _make_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        measure_by_text(card, width=_CARD_WIDTH)
        lines = QVBoxLayout(card)
        lines.setContentsMargins(4 * STEP, 3 * STEP + 4, 4 * STEP, 3 * STEP)
        lines.setSpacing(STEP)
        self.title = SpeakingLabel(say("Welcome back"), "title", card)
        lines.addWidget(self.title)
        lines.addSpacing(STEP)
        self._password_way = self._make_password_way()
        lines.addWidget(self._password_way)
        lines.addWidget(self._code_way)
        self._ways = lines
        lines.addWidget(self.note)
        lines.addWidget(self.progress)
        lines.addSpacing(STEP)
        lines.addWidget(self.unlock_button)
        lines.addWidget(self.again)
        lines.addLayout(links_of(self.other_way, self.return_button))
        return card

    def _make_password_way(self) -> QWidget:
        way = QWidget(self)
        lines = lines_of(way)
        self.name_label = SpeakingLabel(say("Your name"), "label", way)
        self._names = QVBoxLayout()
        self._names.addWidget(self.name)
        lines.addWidget(self.name_label)
        lines.addLayout(self._names)
        lines.addSpacing(STEP)
        lines.addWidget(label_for(say("Password"), self.password, way))
        lines.addWidget(self.password)
        return way

    def _turn(self) -> None:
        self._show_way(Way.CODE if self._way is Way.PASSWORD else Way.PASSWORD)

    def _show_way(self, way: Way) -> None:
        self._way = way
        self._password_way.setVisible(way is Way.PASSWORD)
        self._code_way.setVisible(way is Way.CODE)
        self.title.setVisible(way is not Way.NEW_PASSWORD)  # its form is high, and screens may be small
        self.return_button.setVisible(way is not Way.NEW_PASSWORD)
        if self.new_start is not None:
            self.new_start.setVisible(way is Way.NEW_PASSWORD)
        self.note.clear()
        if self.offer is not None:
            self.offer.hide()
        self.unlock_button.setVisible(self._can_open)
        self._mark(wrong=False)
        self.other_way.show_text(say("Password forgotten?") if way is Way.PASSWORD else say("Back to the password"))
        names = {Way.CODE: say("Check the code"), Way.NEW_PASSWORD: say("Set the password and unlock")}
        self.unlock_button.show_text(names.get(way, say("Unlock")))
        if way is not Way.NEW_PASSWORD:
            self._forget()
        self._field().setFocus()

    def _field(self) -> QWidget:
        if self._way is Way.NEW_PASSWORD and self.new_start is not None:
            return self.new_start
        return self.code if self._way is Way.CODE else self.password

    def _forget(self) -> None:
        self.password.clear()
        self.code.clear()
        if self.new_start is not None:
            self.new_start.new.forget()

    def _unlock(self) -> None:
        if not self.unlock_button.isEnabled():
            return
        self.note.clear()
        self._mark(wrong=False)
        acts = {Way.PASSWORD: self._try_password, Way.CODE: self._try_code, Way.NEW_PASSWORD: self._try_new_password}
        acts[self._way]()

    def _try_password(self) -> None:
        if self.password.words:
            self._run(partial(unlock, self._door, self._adviser_id(), self.password.words), self._open)
        else:
            self.password.setFocus()

    def _try_code(self) -> None:
        if self.code.text():
            self._run(partial(check_code, self._door, self.code.text()), self._ask_new_password)
        else:
            self.code.setFocus()

    def _try_new_password(self) -> None:
        start = self.new_start
        if start is None:
            return
        try:
            start.new.check()
        except IqError as error:
            self.note.tell_error(error)
            start.new.put_cursor()
            return
        words = (self.code.text(), start.adviser_id, start.new.words)
        self._run(partial(unlock_with_code, self._door, words), self._open)

    def _ask_new_password(self, _answer: None) -> None:
        """Ask for a new password at once: with the code alone nobody sits down."""
        from iq_desktop.ui.screens.parts.new_start import NewStart  # noqa: PLC0415  (what most starts do not need)

        self._set_busy(is_busy=False)
        if self.new_start is None:
            self.new_start = NewStart(self._door.price_password, self._door.offer_password, self)
            self.new_start.entered.connect(self._unlock)
            self._ways.insertWidget(self._ways.indexOf(self._code_way) + 1, self.new_start)
            speak_part(self.new_start)
        self.new_start.show_advisers(self._advisers, self._adviser_id())
        self._show_way(Way.NEW_PASSWORD)

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        self._set_busy(is_busy=True)
        self._background.run(work, done, self._refuse, owner=self)

    def _open(self, desk: Desk) -> None:
        self._forget()
        self.unlocked.emit(desk)

    def _refuse(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        if not isinstance(error, IqError):
            raise error
        self.note.tell_error(error)
        self._field().setFocus()
        if isinstance(error, DamagedVault):
            self._offer_rescue()
        elif self._way is not Way.NEW_PASSWORD:
            self._mark(wrong=True)
            (self.code if self._way is Way.CODE else self.password.line).selectAll()

    def _offer_rescue(self) -> None:
        if self.offer is None:
            from iq_desktop.ui.screens.parts.rescue_offer import RescueOffer  # noqa: PLC0415  (see above)

            self.offer = RescueOffer(self)
            self.offer.wanted.connect(self._rescue)
            self._ways.insertWidget(self._ways.indexOf(self.note) + 1, self.offer)
            speak_part(self.offer)
        self.offer.offer()
        self.unlock_button.hide()

    def _rescue(self) -> None:
        code = "" if self._way is Way.PASSWORD else self.code.text()
        self._run(partial(rescue, self._door, self._adviser_id(), self.password.words, code), self._tell_rescue)

    def _tell_rescue(self, rescued: Rescue) -> None:
        self._set_busy(is_busy=False)
        self.note.tell(say("The readable cases are rescued. You can unlock now."), "good")
        if self.offer is not None:
            self.offer.tell(rescued)

    def _mark(self, *, wrong: bool) -> None:
        self.password.mark_wrong(wrong=wrong)
        mark_wrong(self.code, wrong=wrong)

    def _set_busy(self, *, is_busy: bool) -> None:
        if is_busy:
            self.progress.begin()
        else:
            self.progress.hide()
        self.again.setVisible(not self._can_open)
        self.unlock_button.setVisible(self._can_open)
        self.unlock_button.setEnabled(not is_busy)
        for part in (self._password_way, self._code_way, self.other_way, *filter(None, (self.new_start, self.offer))):
            part.setEnabled(self._can_open and not is_busy)
        self.return_button.setEnabled(not is_busy)

    _can_open = False
    _way = Way.PASSWORD
