"""What the recipient of a referral may be told: the fields, what the person agreed to, and the way to agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.consent import Manner
from iq_desktop.forms.referral_forms import SHARES_FORM
from iq_desktop.ui.kit.banner import Notice
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from iq_desktop.usecases.shown_referrals import ShownReferral


class ReferralConsent(QWidget):
    """The fields and the consent; `agreed` carries the manner, `changed` the referral with other fields."""

    changed = Signal(object)
    agreed = Signal(object)
    taken_back = Signal()

    def __init__(self, shown: ShownReferral, parent: QWidget) -> None:
        """Build fields, words and buttons."""
        super().__init__(parent)
        self.setObjectName("referral_consent")
        self.fields = BoundFields(SHARES_FORM, shown.referral, self)
        self.notice = Notice("warn", self)
        self.mark = Mark("warn", self.notice, 24)
        self.words = SpeakingLabel(NOTHING, "strong", self.notice)
        self.in_writing = ShortButton(say("The person agrees in writing"), "", "check", self.notice)
        self.in_writing.setObjectName("agree_in_writing")
        self.by_mouth = ShortButton(say("The person agrees by word of mouth"), "", "check", self.notice)
        self.by_mouth.setObjectName("agree_by_mouth")
        self.take_back = ShortButton(say("The person takes the consent back"), "plain", "close", self.notice)
        self.take_back.setObjectName("take_back")
        self._set()
        self.fields.changed.connect(self.changed)
        self.in_writing.clicked.connect(self._agree_in_writing)
        self.by_mouth.clicked.connect(self._agree_by_mouth)
        self.take_back.clicked.connect(self.taken_back)

    def _set(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(STEP + 4)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        buttons = FlowLayout(gap=STEP)
        for button in (self.in_writing, self.by_mouth, self.take_back):
            buttons.addWidget(button)
        told = QVBoxLayout(self.notice)
        told.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, STEP + 4)
        told.setSpacing(STEP + 4)
        told.addLayout(head)
        told.addLayout(buttons)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP + 4)
        lines.addWidget(self.fields.frames["shares"])
        lines.addWidget(self.notice)

    def show_consent(self, shown: ShownReferral) -> None:
        """Show what was agreed to; never emits."""
        self.fields.show_value(shown.referral)
        self.fields.frames["shares"].setVisible(shown.asks_fields)
        kind = "good" if shown.is_agreed and not shown.is_incomplete else "warn"
        self.notice.show_kind(kind)
        self.mark.show_kind(kind)
        self.words.show_text(shown.consent)
        can_agree = shown.can_agree
        self.in_writing.setVisible(can_agree)
        self.by_mouth.setVisible(can_agree)
        self.take_back.setVisible(shown.is_agreed)

    def flush(self) -> None:
        """Report what was ticked and not yet reported."""
        self.fields.flush()

    def put_cursor(self) -> None:
        """Put the cursor into the fields, or on the consent where nothing is to be chosen any more."""
        frame = self.fields.frames["shares"]
        (self.take_back if frame.isHidden() else frame.editor).setFocus()

    def _agree_in_writing(self) -> None:
        self.flush()
        self.agreed.emit(Manner.WRITTEN)

    def _agree_by_mouth(self) -> None:
        self.flush()
        self.agreed.emit(Manner.ORAL)
