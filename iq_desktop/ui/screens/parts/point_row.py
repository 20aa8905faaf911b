"""One thing that was agreed: what, in both languages, who does it and by when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.point_picture import PointPicture, suggest_picture
from iq_desktop.forms.referral_forms import POINT_FORM
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.text_editors import NoteEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.badge import Badge
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.ui.screens.parts.picture_choice import PictureChoice, PictureTile
from iq_desktop.wording.languages import Direction, direction_of
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.referral import AgreedPoint
    from iq_desktop.wording.tongue import Tongue

_PICTURE: Final = 32
_NOT_ON_SLIP: Final = say("Not on the slip")
_DONE: Final = say("Done, so no longer on the slip")
_BESIDE: Final = 640
"""From this width on both languages stand beside each other, in pixels."""


class PointRow(QFrame):
    """One point; `changed` and `removed` carry it, `moved` also by how many places."""

    changed = Signal(object)
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self, point: AgreedPoint, parent: QWidget | None = None) -> None:
        """Build the fields and show the point."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.fields = BoundFields(POINT_FORM, point, self)
        self._language = ""
        self.badge = Badge(self)
        self.picture = PictureTile(self, _PICTURE)
        self.picture.setObjectName("picture")
        self.pictures: PictureChoice | None = None
        self.not_on_slip = SpeakingLabel(_NOT_ON_SLIP, "hint", self)
        self.up = SpeakingButton(say("Move up"), "icon", "up", self)
        self.down = SpeakingButton(say("Move down"), "icon", "down", self)
        self.remove = SpeakingButton(say("Remove"), "icon", "trash", self)
        self._place()
        self.fields.changed.connect(self.changed)
        self.picture.clicked.connect(self._turn_pictures)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self._remove)

    def _place(self) -> None:
        frames = self.fields.frames
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(2 * STEP)
        self._both.addWidget(frames["text"], 1)
        self._both.addWidget(frames["text_in_client_language"], 1)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(2 * STEP)
        below.addWidget(frames["who"], 5)
        below.addWidget(frames["due"], 3)
        below.addWidget(frames["done_on"], 3)
        self._lines = lines = QVBoxLayout()
        lines.setSpacing(STEP)
        lines.addLayout(self._both)
        lines.addLayout(below)
        side = QVBoxLayout()
        side.setSpacing(STEP // 2)
        side.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignHCenter)
        side.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for button in (self.up, self.down, self.remove):
            side.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addLayout(side)
        row.addLayout(lines, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(2 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        outside.addLayout(row)
        outside.addWidget(self.not_on_slip)

    def show_point(self, point: AgreedPoint, number: int, total: int, language: str, *, is_on_slip: bool) -> None:
        """Show the point at its place (from 0) among others; `language` is the client's."""
        self.fields.show_value(point)
        self._show_picture(point)
        self.badge.show_number(number + 1, quiet=not is_on_slip)
        self.not_on_slip.setVisible(not is_on_slip and (point.is_written or number > 0))
        self.not_on_slip.show_text(_DONE if point.done_on else _NOT_ON_SLIP)
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number + 1 < total)
        self.fields.frames["text_in_client_language"].setVisible(language not in ("", "de"))
        if language != self._language:
            self._language = language
            self._turn_client_words()

    def speak(self, tongue: Tongue) -> None:
        """Name the client's language above its words."""
        label = self.fields.frames["text_in_client_language"].label
        if self._language:
            label.show_text(say("In {language}", language=as_it_is(tongue.language_name(self._language))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set both languages beside or below each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        for layout in (self._both, self._below):
            layout.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _turn_client_words(self) -> None:
        editor = self.fields.frames["text_in_client_language"].editor
        is_rtl = direction_of(self._language) is Direction.RIGHT_TO_LEFT
        if isinstance(editor, NoteEditor):
            side = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
            editor.field.setLayoutDirection(side)
        speak_part(self)

    def _show_picture(self, point: AgreedPoint) -> None:
        """Show the picture that was chosen, or the one that the words suggest."""
        shown = point.picture or suggest_picture(point.text)
        said = say("Picture: {name}", name=shown.label) if shown else say("Choose a picture")
        self.picture.show_picture(shown, said)
        if self.pictures is not None:
            self.pictures.show_chosen(point.picture)

    def _turn_pictures(self) -> None:
        """Unfold the pictures, or fold them again; they are built when they are first wanted."""
        if self.pictures is None:
            self.pictures = PictureChoice(self)
            self.pictures.hide()
            self.pictures.chosen.connect(self._choose_picture)
            self._lines.addWidget(self.pictures)
            self.pictures.show_chosen(self.fields.value.picture)
            speak_part(self.pictures)
        self.pictures.setVisible(self.pictures.isHidden())

    def _choose_picture(self, picture: PointPicture | None) -> None:
        self.fields.flush()
        if self.pictures is not None:
            self.pictures.hide()
        self.picture.setFocus()
        self.changed.emit(replace(self.fields.value, picture=picture))

    def _move_up(self) -> None:
        self.moved.emit(self.fields.value, -1)

    def _move_down(self) -> None:
        self.moved.emit(self.fields.value, 1)

    def _remove(self) -> None:
        self.removed.emit(self.fields.value)
