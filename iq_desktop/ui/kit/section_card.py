"""One section of a form as a card: a heading and its fields, which may be folded or hidden one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.forms.vocabulary import Kind, Section
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.field_makers import make_frame
from iq_desktop.ui.kit.flow import FieldLayout
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Collection

_WHOLE_LINE: Final = (Kind.NOTE, Kind.SEVERAL, Kind.LANGUAGES, Kind.COUNTRIES)
_GAP: Final = 2 * STEP - 4


class SectionCard(Card):
    """The fields of one section."""

    def __init__(self, section: Section, parent: QWidget) -> None:
        """Build heading and fields; a folded section shows them on demand."""
        super().__init__(section.heading, parent, hint=section.hint)
        self.section = section
        self.room = QWidget(self)
        self.room.setObjectName("folded" if section.is_folded else "")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.room.setSizePolicy(policy)
        fields = FieldLayout(self.room, gap=_GAP)
        self.frames = {field.name: make_frame(field, self.room) for field in section.fields}
        for field, frame in zip(section.fields, self.frames.values(), strict=True):
            fields.add_field(frame, wide=field.wide or field.kind in _WHOLE_LINE)
        self.fold_button: SpeakingButton | None = None
        if section.is_folded:
            self._make_foldable()
        self.add(self.room)

    def _make_foldable(self) -> None:
        self.fold_button = SpeakingButton(say("Open"), "plain", parent=self)
        self.fold_button.clicked.connect(self._turn)
        self.head.addWidget(self.fold_button)
        self.room.hide()

    def open_part(self, _name: str) -> None:
        """Show the fields of a folded section."""
        self._fold(is_folded=False)

    def fold(self) -> None:
        """Fold a section that begins folded."""
        self._fold(is_folded=True)

    def show_fields(self, names: Collection[str]) -> None:
        """Show only the fields of these names; a card without any is hidden."""
        for name, frame in self.frames.items():
            if frame.isHidden() is (name in names):  # to show what is shown costs a new layout
                frame.setVisible(name in names)
        is_asked = any(name in names for name in self.frames)
        if self.isHidden() is is_asked:
            self.setVisible(is_asked)

    def _turn(self) -> None:
        self._fold(is_folded=not self.room.isHidden())

    def _fold(self, *, is_folded: bool) -> None:
        if self.fold_button is not None:
            self.room.setHidden(is_folded)
            self.fold_button.show_text(say("Open") if is_folded else say("Close"))
