"""Where a referral begins: find a course or somebody of the directory by words, or name somebody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from iq_desktop.domain.referral import Referral, ReferralKind
from iq_desktop.forms.referral_forms import NEW_REFERRAL_FORM
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.search_field import SearchField
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.ui.shell.half_typed import KEEPING, WORDS
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_BESIDE: Final = 640
_EMPTY: Final = Referral("", ReferralKind.COMPETENT_BODY)


class NewReferral(Card):
    """A search for courses beside one in the directory and a line for others; `body_named` carries kind and name."""

    body_named = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build both ways."""
        super().__init__(say("Where next?"), parent)
        self.search = SearchField("course_search", say("Subject, occupation, place"), self)
        self.directory = SearchField("directory_search", say("Name, field, language, place"), self)
        self.fields = BoundFields(NEW_REFERRAL_FORM, _EMPTY, self)
        self.add_button = SpeakingButton(say("Add"), "primary", "plus", self)
        self.setProperty(KEEPING, WORDS)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(4 * STEP)
        self._both.addLayout(self._course_side(), 1)
        self._both.addLayout(self._body_side(), 1)
        self.add(self._both)
        self.add_button.clicked.connect(self._add)
        editor = self.fields.frames["recipient"].editor
        if isinstance(editor, LineEditor):
            editor.line.returnPressed.connect(self._add)

    def _course_side(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(4)
        label = SpeakingLabel(say("Find a course"), "label", self)
        label.setBuddy(self.search)
        lines.addWidget(label)
        lines.addWidget(self.search)
        lines.addWidget(
            SpeakingLabel(
                say("From today on, nearest first. The page Routes finds courses for a missing competence."),
                "hint",
                self,
            )
        )
        lines.addStretch(1)
        return lines

    def _body_side(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(STEP)
        found = QVBoxLayout()
        found.setSpacing(4)
        label = SpeakingLabel(say("Find somebody in the directory"), "label", self)
        label.setBuddy(self.directory)
        found.addWidget(label)
        found.addWidget(self.directory)
        lines.addLayout(found)
        lines.addWidget(SpeakingLabel(say("Or name somebody who is not in it:"), "hint", self))
        for frame in self.fields.frames.values():
            lines.addWidget(frame)
        lines.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set both ways beside or below each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def flush(self) -> None:
        """Keep what was typed; nothing is added before it is wanted."""
        self.fields.flush()

    def _add(self) -> None:
        self.fields.flush()
        value = self.fields.value
        if not value.recipient:
            self.fields.frames["recipient"].editor.setFocus()
            return
        kind = value.kind or ReferralKind.OTHER
        self.fields.show_value(replace(_EMPTY, kind=kind))
        self.body_named.emit(kind, value.recipient)
