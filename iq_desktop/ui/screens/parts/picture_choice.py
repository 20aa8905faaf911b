"""The picture beside an agreed step: shown on a button, chosen from tiles that unfold, suggested by the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from iq_desktop.domain.point_drawings import drawing_of
from iq_desktop.domain.point_picture import PointPicture
from iq_desktop.ui.kit.drawing import paint_drawing
from iq_desktop.ui.kit.painted import paint_field
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.ui.kit.tiles import TileLayout
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.wording.tongue import Tongue

_SIDE: Final = 44
_PAD: Final = 6


class PictureTile(QAbstractButton):
    """A picture to press; its words are a hint and are read out."""

    def __init__(self, parent: QWidget | None = None, size: int = _SIDE) -> None:
        """Begin without a picture; `size` is its side in pixels at the usual size of the text."""
        super().__init__(parent)
        self._size = size
        self.picture: PointPicture | None = None
        self.said: Text = NOTHING
        self._tongue: Tongue | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_picture(self, picture: PointPicture | None, said: Text) -> None:
        """Show a picture, or an empty field, and say what it is."""
        self.picture, self.said = picture, said
        if self._tongue is not None:
            self.speak(self._tongue)
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Say what the picture shows in a tongue."""
        self._tongue = tongue
        self.setAccessibleName(tongue.speak(self.said))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(scaled(self._size), scaled(self._size))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a picture is not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field and picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_field(painter, self, colours_now())
        if self.picture is not None:
            pad = scaled(_PAD)
            paint_drawing(painter, drawing_of(self.picture), QRectF(self.rect()).adjusted(pad, pad, -pad, -pad))
        painter.end()


class PictureChoice(QFrame):
    """All pictures as tiles; `chosen` carries a picture, None where the words shall say which one fits."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the tiles."""
        super().__init__(parent)
        self.setObjectName("picture_choice")
        self.tiles = {picture: PictureTile(self) for picture in PointPicture}
        self.by_words = SpeakingButton(say("Let the words decide"), "plain", "language", self)
        field = QWidget(self)
        policy = field.sizePolicy()
        policy.setHeightForWidth(True)
        field.setSizePolicy(policy)
        layout = TileLayout(field, least=_SIDE + STEP)
        for picture, tile in self.tiles.items():
            tile.setObjectName(picture.value)
            tile.setCheckable(True)
            tile.show_picture(picture, picture.label)
            tile.clicked.connect(self._choose)
            layout.addWidget(tile)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(SpeakingLabel(say("Picture for the slip and the agreement"), "label", self))
        lines.addWidget(field)
        lines.addWidget(self.by_words, 0, Qt.AlignmentFlag.AlignLeft)
        self.by_words.clicked.connect(self._leave_to_words)

    def show_chosen(self, picture: PointPicture | None) -> None:
        """Show which one was chosen; never emits."""
        for one, tile in self.tiles.items():
            tile.setChecked(one is picture)
        self.by_words.setEnabled(picture is not None)

    def _choose(self) -> None:
        tile = self.sender()
        if isinstance(tile, PictureTile):
            self.chosen.emit(tile.picture)

    def _leave_to_words(self) -> None:
        self.chosen.emit(None)
