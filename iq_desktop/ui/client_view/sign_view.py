"""Reading and signing in the client's window: what was agreed, then the field to sign in, or a name and a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from iq_desktop.domain.ink import HIGH, WIDE, Ink
from iq_desktop.ui.client_view.agreed_list import AgreedList
from iq_desktop.ui.client_view.ink_field import InkField
from iq_desktop.ui.client_view.letters import ANSWER, SMALL, layout_direction
from iq_desktop.ui.client_view.shown import Given
from iq_desktop.ui.client_view.touch_button import TouchButton
from iq_desktop.ui.client_view.twice_label import TwiceLabel
from iq_desktop.ui.kit.sizes import set_font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.ui.client_view.shown import Shown, ShownSigning

_GAP: Final = 12
_LEAST_FIELD: Final = 150
"""How high the field to sign in is at least, in pixels at the usual size."""
_WIDEST_LIST: Final = 900
_NAME_HEIGHT: Final = 64
_LONGEST: Final = 120


class SignView(QWidget):
    """Shows a list to read, or what one signs in; `signature` is what was given, None while something is missing.

    `grown` tells that other parts are shown now, which need another height.
    """

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build all parts, of which each step uses some."""
        super().__init__(parent)
        self.shown: Shown | None = None
        self.agreed = AgreedList(self)
        self.field = InkField(self)
        self.take_back = TouchButton(self, icon="undo")
        self.clear = TouchButton(self, icon="trash")
        self.switch = TouchButton(self, icon="agreement")
        self.name_label = TwiceLabel(self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(_LONGEST)
        self.name.setProperty("draft", "never")
        self.name.setProperty("own_size", True)
        self.agree = TouchButton(self, icon="open")
        self.missing = TwiceLabel(self)
        self.missing.setProperty("role", "warn")
        self.is_writing, self.is_agreed, self.is_missing = False, False, False
        self._factor = 1.0
        names = {"take_back": self.take_back, "clear": self.clear, "switch": self.switch, "agree": self.agree}
        for name, part in {**names, "my_name": self.name}.items():
            part.setObjectName(name)
        self.field.changed.connect(self._follow)
        self.take_back.clicked.connect(self.field.take_back)
        self.clear.clicked.connect(self.field.clear)
        self.switch.clicked.connect(self._switch)
        self.agree.clicked.connect(self._turn_agreement)

    def show_signing(self, shown: Shown) -> None:
        """Show a step; what was drawn or written stays while it is the same one."""
        is_other = self.shown is None or self.shown.key != shown.key
        self.shown = shown
        if is_other:
            self.forget()
        self.agreed.show_cards(shown.cards if shown.is_list else ())
        signing = shown.signing
        if signing is not None:
            self.field.setAccessibleName(shown.heading.told)
            self.take_back.show_answer(signing.take_back)
            self.clear.show_answer(signing.clear)
            self.name_label.show_words(signing.my_name)
            self.name.setAccessibleName(signing.my_name.told)
            self.name.setLayoutDirection(layout_direction(signing.my_name.theirs))
            self.missing.show_words(signing.missing)
        self._follow()

    def forget(self) -> None:
        """Forget what was drawn and written."""
        self.field.show_ink(Ink())
        self.name.clear()
        self.is_writing, self.is_agreed, self.is_missing = False, False, False

    def signature(self) -> Given | None:
        """Return what was drawn, or the name with the tick; None, and says so, where neither is there."""
        given: Given | None = None
        if not self.is_writing and self.field.ink.is_signature:
            given = Given(strokes=self.field.ink.code)
        elif self.is_writing and self.is_agreed and self.name.text().strip():
            given = Given(words=self.name.text().strip())
        self.is_missing = given is None
        self._follow()
        self.grown.emit()
        return given

    def set_factor(self, factor: float) -> None:
        """Become larger than usual by a factor."""
        self._factor = factor
        self.agreed.set_factor(factor)
        self._set_sizes(factor)
        self.name_label.set_size(SMALL * factor)
        self.missing.set_size(SMALL * factor)
        font = QFont(self.name.font())
        font.setPixelSize(round(ANSWER * factor))
        if self.name.font().pixelSize() != font.pixelSize():
            set_font(self.name, font)
        self._arrange()

    def height_in(self, width: int, factor: float) -> int:
        """Return the height that is needed at a width with a factor."""
        if self.shown is None:
            return 0
        if self.shown.is_list:
            return self.agreed.height_in(min(width, round(_WIDEST_LIST * factor)), factor)
        self._set_sizes(factor)
        rows = self._button_height(width)
        missing = self.missing.height_in(width, SMALL * factor) + _GAP if self.is_missing else 0
        if self.is_writing:
            name = self.name_label.height_in(width, SMALL * factor) + round(_NAME_HEIGHT * factor)
            return name + self._agree_size(width)[1] + rows + 2 * _GAP + missing
        return round(_LEAST_FIELD * factor) + rows + _GAP + missing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts anew."""
        super().resizeEvent(event)
        self._arrange()

    def _follow(self) -> None:
        """Show which parts are used now, and what can be pressed."""
        shown = self.shown
        signing = shown.signing if shown is not None else None
        self.agreed.setVisible(shown is not None and shown.is_list)
        drawing: tuple[QWidget, ...] = (self.field, self.take_back, self.clear)
        writing: tuple[QWidget, ...] = (self.name_label, self.name, self.agree)
        for part in drawing:
            part.setVisible(signing is not None and not self.is_writing)
        for part in writing:
            part.setVisible(signing is not None and self.is_writing)
        self.switch.setVisible(signing is not None)
        self.missing.setVisible(signing is not None and self.is_missing)
        if signing is not None:
            self._show_state(signing)
        self._arrange()

    def _show_state(self, signing: ShownSigning) -> None:
        has_ink = bool(self.field.ink.strokes)
        self.take_back.setEnabled(has_ink)
        self.clear.setEnabled(has_ink)
        self.switch.show_answer(signing.draw_instead if self.is_writing else signing.write_instead)
        self.agree.show_answer(signing.agree, mark="✓" if self.is_agreed else "", is_chosen=self.is_agreed)

    def _switch(self) -> None:
        self.is_writing, self.is_missing = not self.is_writing, False
        self._follow()
        self.grown.emit()
        if self.is_writing:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_agreement(self) -> None:
        self.is_agreed, self.is_missing = not self.is_agreed, False
        self._follow()

    def _set_sizes(self, factor: float) -> None:
        for button in (self.take_back, self.clear, self.switch, self.agree):
            button.set_size(SMALL * factor, factor)

    def _widths(self, width: int) -> list[tuple[TouchButton, int]]:
        """Return the buttons below with their widths: as wide as their words, narrower where there is no room."""
        buttons = [self.switch] if self.is_writing else [self.take_back, self.clear, self.switch]
        wide = [button.sizeHint().width() for button in buttons]
        room = width - _GAP * (len(buttons) - 1)
        if sum(wide) > room:
            wide = [one * room // sum(wide) for one in wide]
        return list(zip(buttons, wide, strict=True))

    def _button_height(self, width: int) -> int:
        return max(button.heightForWidth(one) for button, one in self._widths(width))

    def _agree_size(self, width: int) -> tuple[int, int]:
        wide = min(self.agree.sizeHint().width() + 40, width)
        return wide, self.agree.heightForWidth(wide)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        if self.shown is None or width < 1:
            return
        if self.shown.is_list:
            wide = min(width, round(_WIDEST_LIST * self._factor))
            needed = self.agreed.height_in(wide, self._factor)
            self.agreed.setGeometry((width - wide) // 2, 0, wide, needed)
            return
        bottom = height
        if self.is_missing:
            missing = self.missing.height_in(width, SMALL * self._factor)
            bottom -= missing
            self.missing.setGeometry(0, bottom, width, missing)
            bottom -= _GAP
        bottom = self._set_buttons(width, bottom)
        if self.is_writing:
            self._set_name(width)
        else:
            wide = min(width, max(bottom, 1) * WIDE // HIGH)
            self.field.setGeometry((width - wide) // 2, 0, wide, wide * HIGH // WIDE)

    def _set_buttons(self, width: int, bottom: int) -> int:
        """Set the buttons side by side above a height, and return where they begin."""
        placed = self._widths(width)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            placed.reverse()
        left = max(width - sum(one for _, one in placed) - _GAP * (len(placed) - 1), 0) // 2
        tall = self._button_height(width)
        for button, one in placed:
            button.setGeometry(left, bottom - tall, one, tall)
            left += one + _GAP
        return bottom - tall - _GAP

    def _set_name(self, width: int) -> None:
        """Set the name and the tick below each other, in the middle."""
        wide = min(width, round(_WIDEST_LIST * 0.7 * self._factor))
        left, label = (width - wide) // 2, self.name_label.height_in(wide, SMALL * self._factor)
        self.name_label.setGeometry(left, 0, wide, label)
        tall = round(_NAME_HEIGHT * self._factor)
        self.name.setFixedHeight(tall)
        self.name.setGeometry(left, label, wide, tall)
        agree, agree_tall = self._agree_size(width)
        self.agree.setGeometry((width - agree) // 2, label + tall + _GAP, agree, agree_tall)
